import { branchAndBound } from '../allocation/integer/branch-and-bound.js';
import type { Solver } from '../allocation/solver.js';
import { keepsLimits } from './limits.js';
import type { Pick } from './program.js';
import { matchingProgram } from './program.js';
import type { Candidate, MatchingTask, Placement } from './task.js';
import { fenOf } from './task.js';

/**
 * Linear programs, and seconds, after which a search gives up: nothing is placed then, rather than something
 * unproven. The hardest plans take some hundred programs.
 */
const MOST_PROGRAMS = 50_000;
const TIME_LIMIT = 5;

/**
 * 选品: the placements nearest to the mix and cheapest over the horizon, in exact fen, by code. Which
 * products is decided on amounts of any size, how much of each then in lots, either proven to be the best
 * there is: both at once takes ten times as long for a plan that differs by hundredths of a percent.
 */
export function place(
  task: MatchingTask,
  candidates: readonly Candidate[],
  solve: Solver,
): readonly Placement[] {
  const chosen = chosenFrom(task, candidates);
  const placed = inLots(task, chosen, solve);
  return withRest(task, keepsLimits(task, placed) ? placed : lowered(task, placed));
}

function chosenFrom(task: MatchingTask, candidates: readonly Candidate[]): readonly Candidate[] {
  const { program, picks } = matchingProgram(task, candidates, false);
  const found = branchAndBound(program, MOST_PROGRAMS);
  if (found.status !== 'optimal') return [];
  return candidates.filter((_, at) => isChosen(found.x, picks[at]!));
}

function inLots(
  task: MatchingTask,
  chosen: readonly Candidate[],
  solve: Solver,
): readonly Placement[] {
  if (chosen.length === 0) return [];
  const { program, picks } = matchingProgram(task, chosen, true);
  const found = solve(program, { timeLimit: TIME_LIMIT, gap: 0, withoutGuesses: true });
  if (found.status !== 'optimal') return [];
  return chosen.flatMap((candidate, at): Placement[] => {
    if (!isChosen(found.x, picks[at]!)) return [];
    const lots = Math.round(found.x[picks[at]!.lots]!);
    return [{ candidate, amount: candidate.first + lots * candidate.lot }];
  });
}

const isChosen = (x: Float64Array, { isPlaced }: Pick): boolean => Math.round(x[isPlaced]!) === 1;

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
