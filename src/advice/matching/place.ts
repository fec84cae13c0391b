import type { Solver } from '../allocation/solver.js';
import { keepsLimits } from './limits.js';
import { matchingProgram } from './program.js';
import type { Candidate, MatchingTask, Placement } from './task.js';
import { fenOf } from './task.js';

/** Seconds after which the search gives up: nothing is placed then, rather than something unproven. */
const TIME_LIMIT = 5;

/** Nearer to the best than this, in parts of the money off the mix, is no difference to anybody. */
const GAP = 5e-4;

/**
 * 选品: the placements nearest to the mix and cheapest over the horizon, in exact fen, by code. Which
 * products is decided on amounts of any size, how much of each then in lots: both at once takes ten times
 * as long for a plan that differs by hundredths of a percent.
 */
export function place(
  task: MatchingTask,
  candidates: readonly Candidate[],
  solve: Solver,
): readonly Placement[] {
  const chosen = chosenFrom(task, candidates, solve, false).map(({ candidate }) => candidate);
  const placed = chosenFrom(task, chosen, solve, true);
  return withRest(task, keepsLimits(task, placed) ? placed : lowered(task, placed));
}

/** Amounts are on the products' lots only where `inLots`. */
function chosenFrom(
  task: MatchingTask,
  candidates: readonly Candidate[],
  solve: Solver,
  inLots: boolean,
): readonly Placement[] {
  if (candidates.length === 0) return [];
  const { program, picks } = matchingProgram(task, candidates, inLots);
  const found = solve(program, { timeLimit: TIME_LIMIT, gap: GAP });
  if (found.status !== 'optimal') return [];
  return candidates.flatMap((candidate, at): Placement[] => {
    const { isPlaced, lots } = picks[at]!;
    if (Math.round(found.x[isPlaced]!) === 0) return [];
    const amount = candidate.first + Math.round(found.x[lots]!) * candidate.lot;
    return [{ candidate, amount }];
  });
}

/** The solver's tolerance may pass a limit by a hair: the largest placement gives way lot by lot. */
function lowered(task: MatchingTask, placed: readonly Placement[]): readonly Placement[] {
  let kept = placed;
  while (kept.length > 0 && !keepsLimits(task, kept)) {
    const largest = kept.reduce((a, b) => (b.amount > a.amount ? b : a));
    const amount = largest.amount - largest.candidate.lot;
    kept = kept.flatMap((one): Placement[] => {
      if (one !== largest) return [one];
      return amount < one.candidate.first ? [] : [{ ...one, amount }];
    });
  }
  return kept;
}

/** The odd yuan of a sum that is not round go to the safest product that takes them. */
function withRest(task: MatchingTask, placed: readonly Placement[]): readonly Placement[] {
  const rest = fenOf(task.need.amount) - placed.reduce((sum, { amount }) => sum + amount, 0);
  const smallest = Math.min(...placed.map(({ candidate }) => candidate.lot));
  if (rest === 0 || rest >= smallest) return placed;
  const bySafety = [...placed].sort((a, b) => a.candidate.statedLoss - b.candidate.statedLoss);
  const options = bySafety.map((taker) =>
    placed.map((one) => (one === taker ? { ...one, amount: one.amount + rest } : one)),
  );
  return options.find((option) => keepsLimits(task, option)) ?? placed;
}
