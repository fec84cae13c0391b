// The last part of `npm run bench:quant`, and by itself after a build: the goal simulation of 100,000 paths over
// 360 months beside the same in numpy, in one run, and whether both find the same probabilities in 50
// plans. Without numpy it says so and times ours alone.
import { independentFates } from '../../dist/advice/allocation/goals/fates.js';
import { lognormalTable } from '../../dist/advice/allocation/goals/growth-table.js';
import { neededSaving } from '../../dist/advice/allocation/goals/needed-saving.js';
import { goalProbability } from '../../dist/advice/allocation/goals/probability.js';
import { figure, median, spread, table } from './figures.mjs';
import { askPeer } from './quant/peer.mjs';

const short = process.argv.includes('--short');
const ROUNDS = short ? 3 : 7;
const CASES = short ? 10 : 50;
const PATHS = 100_000;
const LIMIT_MS = 500;

const print = (text) => process.stdout.write(text);

const planOf = ({ months, initial, target, monthly }) => ({
  months,
  initial,
  target,
  saving: { monthly, yearlyIncrease: 0 },
  flows: [],
  fee: 0,
});

function fatesOf({ mean, volatility, seed }) {
  const growth = lognormalTable({ mean, volatility }, 0);
  return independentFates(() => growth, seed);
}

/** Fixed plans from one month to thirty years, in and out of reach. */
const cases = Array.from({ length: CASES }, (_, at) => {
  const months = [1, 6, 12, 36, 60, 120, 180, 240, 300, 360][at % 10];
  const mean = 0.01 + 0.012 * (at % 6);
  const volatility = 0.02 + 0.035 * (at % 7);
  const monthly = [0, 500, 3_000][at % 3];
  const likely =
    100_000 * (1 + mean) ** (months / 12) + monthly * months * (1 + mean / 2) ** (months / 12);
  const target = likely * (0.9 + 0.05 * (at % 5));
  return { months, initial: 100_000, target, monthly, mean, volatility, seed: at + 1 };
});
const long = {
  months: 360,
  initial: 100_000,
  target: 2_400_000,
  monthly: 3_000,
  mean: 0.0473,
  volatility: 0.0915,
  seed: 1,
};

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

print(`goals: ${PATHS} paths over ${long.months} months, ${ROUNDS} rounds\n`);
const fates = fatesOf(long);
const plan = planOf(long);
timed(() => goalProbability(plan, fates, PATHS));
const ours = Array.from({ length: ROUNDS }, () => timed(() => goalProbability(plan, fates, PATHS)));
const saving = Array.from({ length: ROUNDS }, () =>
  timed(() => neededSaving(plan, fates, PATHS, 0.8)),
);
const peer = askPeer('../goals.py', { cases, long, rounds: ROUNDS, paths: PATHS });
if (!peer) print('  numpy is left out: no Python that has it\n');
print(
  table(
    ['', 'ms'],
    [
      ['ours, probability', spread(ours)],
      ['ours, saving needed for 80 %', spread(saving)],
      ...(peer ? [['numpy, probability', spread(peer.ms)]] : []),
    ],
  ),
);
if (peer) print(`  ours / numpy: ${figure(median(ours) / median(peer.ms))}\n`);

let failed = median(ours) > LIMIT_MS;
if (failed) print(`  over the limit of ${LIMIT_MS} ms\n`);
if (peer) {
  const apart = cases.map((one, at) => {
    const { value } = goalProbability(planOf(one), fatesOf(one), PATHS);
    const other = peer.probabilities[at];
    const pooled = (value + other) / 2;
    const error = Math.sqrt((2 * pooled * (1 - pooled)) / PATHS);
    return error === 0 ? Math.abs(value - other) * PATHS : Math.abs(value - other) / error;
  });
  const beyond = apart.filter((errors) => errors > 3).length;
  print(`  ${CASES} plans: at most ${figure(Math.max(...apart))} standard errors apart, `);
  print(`${beyond} beyond 3\n`);
  failed ||= beyond > 0;
}
process.exitCode = failed ? 1 : 0;
