import type { Solver } from '../allocation/solver.js';
import { isAllowed } from '../suitability/verdict.js';
import { verdictOn } from './admission.js';
import { keepsLimits } from './limits.js';
import { matchingProgram } from './program.js';
import type { Candidate, MatchingTask, Placement } from './task.js';
import { fenOf } from './task.js';

/** Seconds: whoever waits for it is looking at the screen. */
const TIME_LIMIT = 5;
const GAP = 5e-4;

/**
 * 其余重新求解: placements nearest to the mix and cheapest, with those an advisor settled held as they
 * are; `pinned` keeps every limit by itself. What the gate does not allow at its amount is left out and
 * the rest placed anew. The same task always gives the same answer.
 */
export function placeAround(
  task: MatchingTask,
  candidates: readonly Candidate[],
  pinned: readonly Placement[],
  solve: Solver,
): readonly Placement[] {
  let open = candidates;
  for (;;) {
    const chosen = solved(task, open, pinned, solve, false).map(({ candidate }) => candidate);
    const inLots = solved(task, chosen, pinned, solve, true);
    const free = withinLimits(task, pinned, withRest(task, pinned, inLots));
    const barred = free.filter(
      ({ candidate, amount }) => !isAllowed(verdictOn(task, candidate, amount)),
    );
    if (barred.length === 0) return [...pinned, ...free];
    open = open.filter((one) => barred.every(({ candidate }) => candidate !== one));
  }
}

/** Of one amount and no other, and in the plan whatever it costs. */
const held = ({ candidate, amount }: Placement): Candidate => ({
  ...candidate,
  first: amount,
  most: amount,
});

/** The free placements; none where the search gives up: idle money is always an answer. */
function solved(
  task: MatchingTask,
  free: readonly Candidate[],
  pinned: readonly Placement[],
  solve: Solver,
  inLots: boolean,
): readonly Placement[] {
  if (free.length === 0) return [];
  const { program, picks } = matchingProgram(task, [...pinned.map(held), ...free], inLots);
  const lower = Float64Array.from(program.lower);
  for (const { isPlaced } of picks.slice(0, pinned.length)) lower[isPlaced] = 1;
  const options = { timeLimit: TIME_LIMIT, gap: GAP, withoutGuesses: !inLots };
  const found = solve({ ...program, lower }, options);
  if (found.status !== 'optimal') return [];
  return free.flatMap((candidate, at): Placement[] => {
    const { isPlaced, lots } = picks[pinned.length + at]!;
    if (Math.round(found.x[isPlaced]!) === 0) return [];
    return [{ candidate, amount: candidate.first + Math.round(found.x[lots]!) * candidate.lot }];
  });
}

/** The odd yuan of a sum that is not round go to the safest of the free that takes them. */
function withRest(
  task: MatchingTask,
  pinned: readonly Placement[],
  free: readonly Placement[],
): readonly Placement[] {
  const sum = [...pinned, ...free].reduce((total, { amount }) => total + amount, 0);
  const rest = fenOf(task.need.amount) - sum;
  if (rest <= 0 || free.some(({ candidate }) => rest >= candidate.lot)) return free;
  const bySafety = [...free].sort((a, b) => a.candidate.statedLoss - b.candidate.statedLoss);
  const options = bySafety.map((taker) =>
    free.map((one) => (one === taker ? { ...one, amount: one.amount + rest } : one)),
  );
  return options.find((option) => keepsLimits(task, [...pinned, ...option])) ?? free;
}

/** The solver's tolerance may pass a limit by a hair: the largest of the free gives way, lot by lot. */
function withinLimits(
  task: MatchingTask,
  pinned: readonly Placement[],
  free: readonly Placement[],
): readonly Placement[] {
  let kept = free;
  while (kept.length > 0 && !keepsLimits(task, [...pinned, ...kept])) {
    const largest = kept.reduce((a, b) => (b.amount > a.amount ? b : a));
    const amount = largest.amount - largest.candidate.lot;
    kept = kept.flatMap((one): Placement[] => {
      if (one !== largest) return [one];
      return amount < one.candidate.first ? [] : [{ ...one, amount }];
    });
  }
  return kept;
}
