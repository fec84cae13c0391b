import type { Optimum, Outcome } from './optimum.js';
import { portfolioRisk, type ScenarioProblem } from './problem.js';

interface Bracket {
  readonly low: number;
  readonly high: number;
  /** d risk / d place where it is known. */
  readonly slopeAt?: (optimum: Optimum, place: number) => number;
}

const NEAR = 1e-12;

const MOST_TRIALS = 100;

/** The place where risk meets the limit from below: by its slope where that stays in the bracket, else by halves or a secant. */
export function meetRisk(
  problem: ScenarioProblem,
  mostRisk: number,
  at: (place: number) => Outcome,
  { low, high, slopeAt }: Bracket,
): { optimum: Optimum; place: number } | string {
  let [left, right] = [low, high];
  let place = (left + right) / 2;
  let best: { optimum: Optimum; place: number } | null = null;
  let bestExcess = -Infinity;
  const known: { place: number; excess: number }[] = [];
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const optimum = at(place);
    if (typeof optimum === 'string') return optimum;
    const excess = excessRisk(problem, optimum.weights, mostRisk);
    known.push({ place, excess });
    if (excess <= NEAR && excess > bestExcess) [best, bestExcess] = [{ optimum, place }, excess];
    if (Math.abs(excess) <= NEAR || right - left <= 1e-15 * Math.max(1, Math.abs(place))) break;
    if (excess > 0) right = place;
    else left = place;
    const guess = place - excess / (slopeAt?.(optimum, place) ?? secantSlope(known));
    place = guess > left && guess < right ? guess : (left + right) / 2;
  }
  return best ?? 'infeasible';
}

function secantSlope(known: readonly { place: number; excess: number }[]): number {
  const [last, before] = [known.at(-1)!, known.at(-2)];
  return before ? (last.excess - before.excess) / (last.place - before.place) : NaN;
}

export function excessRisk(
  problem: ScenarioProblem,
  weights: Float64Array,
  mostRisk: number,
): number {
  return portfolioRisk(problem, weights) / problem.scale - mostRisk;
}
