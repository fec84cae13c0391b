import { assign } from '../../../dist/advice/routing/assignment/assign.js';
import { uniformFrom } from './draws.mjs';
import { leastMs } from './times.mjs';

const CUSTOMERS = 10_000;
const ADVISORS = 500;

/** Scores by kind: what a day looks like, and what is hard for one method or another. */
const KINDS = {
  random: (u) => () => Math.floor(u() * 2400),
  'between whole numbers': (u) => () => u(),
  'five scores': (u) => () => Math.floor(u() * 5),
  'one score': () => () => 5,
  '95 % forbidden': (u) => () => (u() < 0.95 ? null : Math.floor(u() * 1000)),
  'rank 3': (u) => ofRank(3, u),
  'rank 3, whole': (u) => {
    const score = ofRank(3, u);
    return (i, a) => Math.round(100 * score(i, a));
  },
  'rank 1': (u) => ofRank(1, u),
  sums: (u) => {
    const [x, y] = [CUSTOMERS, ADVISORS].map((n) => Array.from({ length: n }, u));
    return (i, a) => x[i] + y[a];
  },
};

/** Everybody wants the same few advisors. */
function ofRank(rank, uniform) {
  const draw = (n) => Array.from({ length: n }, () => Array.from({ length: rank }, uniform));
  const [x, y] = [draw(CUSTOMERS), draw(ADVISORS)];
  return (i, a) => x[i].reduce((sum, value, k) => sum + value * y[a][k], 0);
}

/** Time and proof of each kind with scarce, exact and ample capacity. */
export function timeAssignments(rounds) {
  return Object.entries(KINDS).flatMap(([kind, scoreOf]) => {
    const cell = scoreOf(uniformFrom(7));
    const score = Array.from({ length: CUSTOMERS }, (_, i) =>
      Array.from({ length: ADVISORS }, (_, a) => cell(i, a)),
    );
    return [15, 20, 22].map((places) => {
      const capacity = new Array(ADVISORS).fill(places);
      let found;
      const ms = leastMs(rounds, () => (found = assign({ score, capacity })));
      return { kind, places, ms, value: found.value, gap: found.certificate.gap };
    });
  });
}
