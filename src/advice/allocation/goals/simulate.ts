import type { Fates } from './fates.js';
import type { GoalPlan } from './plan.js';
import { allFlowsByMonth } from './plan.js';

/** 模拟结果, in yuan; −∞ where a withdrawal could not be paid. */
export interface Simulation {
  readonly final: Float64Array;
  /** Wealth of the first paths at the watched months, in their order. */
  readonly watched: readonly Float64Array[];
}

/** Paths run together: what they need stays in the processor's cache. Even. */
export const CHUNK = 2_048;
/** As many paths as a percentile of a picture needs. */
const WATCHED_PATHS = 10_000;

/** What is left where a withdrawal could not be paid: nothing paid in later makes it good. */
const DRY = -Infinity;

/** `paths` is even; money moves at the end of each month, after growth. */
export function simulate(
  plan: GoalPlan,
  fates: Fates,
  paths: number,
  watch: readonly number[] = [],
): Simulation {
  const flows = allFlowsByMonth(plan);
  const final = new Float64Array(paths);
  const watched = watch.map(() => new Float64Array(Math.min(paths, WATCHED_PATHS)));
  for (let first = 0; first < paths; first += CHUNK) {
    const wealth = final.subarray(first, first + CHUNK);
    wealth.fill(plan.initial);
    const seen = first < WATCHED_PATHS ? watch : [];
    let from = 1;
    for (let to = 1; to <= plan.months; to++) {
      const at = seen.indexOf(to);
      // Only what is taken out can be more than there is: most plans never ask.
      const isTaking = flows[to - 1]! < 0;
      if (to < plan.months && at < 0 && !isTaking) continue;
      fates.live({ from, to }, first, wealth, flows);
      if (isTaking) dryOut(wealth);
      if (at >= 0) keep(watched[at]!, wealth, first);
      from = to + 1;
    }
  }
  return { final, watched };
}

/** Where more was taken out than there was, nothing is left. */
export function dryOut(wealth: Float64Array): void {
  for (let at = 0; at < wealth.length; at++) if (wealth[at]! < 0) wealth[at] = DRY;
}

function keep(kept: Float64Array, wealth: Float64Array, first: number): void {
  kept.set(wealth.subarray(0, kept.length - first), first);
}
