import type { Fates } from './fates.js';
import type { GoalPlan } from './plan.js';
import { flowsByMonth, savingByMonth } from './plan.js';

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
  const saved = savingByMonth(plan);
  const flows = flowsByMonth(plan).map((flow, at) => flow + plan.saving.monthly * saved[at]!);
  const final = new Float64Array(paths);
  const watched = watch.map(() => new Float64Array(Math.min(paths, WATCHED_PATHS)));
  for (let first = 0; first < paths; first += CHUNK) {
    const wealth = final.subarray(first, first + CHUNK);
    wealth.fill(plan.initial);
    for (let month = 1; month <= plan.months; month++) {
      step(fates, month, first, wealth, flows[month - 1]!);
      const at = watch.indexOf(month);
      if (at >= 0) keep(watched[at]!, wealth, first);
    }
  }
  return { final, watched };
}

/** A month of paths `first` …: growth, then what is paid in or taken out. */
export function step(
  fates: Fates,
  month: number,
  first: number,
  wealth: Float64Array,
  flow: number,
): void {
  fates.grow(month, first, wealth, flow);
  // Only what is taken out can be more than there is: most plans never ask.
  if (flow >= 0) return;
  for (let at = 0; at < wealth.length; at++) if (wealth[at]! < 0) wealth[at] = DRY;
}

function keep(kept: Float64Array, wealth: Float64Array, first: number): void {
  if (first < kept.length) kept.set(wealth.subarray(0, kept.length - first), first);
}
