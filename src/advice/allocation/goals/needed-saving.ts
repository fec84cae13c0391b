import type { Fates } from './fates.js';
import { grow } from './fates.js';
import type { GoalPlan } from './plan.js';
import { flowsByMonth, savingByMonth, targetThen } from './plan.js';
import { CHUNK } from './simulate.js';

/**
 * 每月要存多少: the least monthly saving (yuan, in the first year) with which the goal is met in a part
 * `probability` of the paths; 0 where it is met without. What is had in month t is linear in the
 * saving, so one run tells for every path what it would have needed, and the answer is a quantile.
 */
export function neededSaving(
  plan: GoalPlan,
  fates: Fates,
  paths: number,
  probability: number,
): number {
  const needed = new Float64Array(paths);
  const [saved, flows] = [savingByMonth(plan), flowsByMonth(plan)];
  const buffers = [0, 1, 2].map(() => new Float64Array(CHUNK));
  for (let first = 0; first < paths; first += CHUNK) {
    const chunk = needed.subarray(first, first + CHUNK);
    const [had, unit, factors] = buffers.map((one) => one.subarray(0, chunk.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    had.fill(plan.initial);
    unit.fill(0);
    for (let month = 1; month <= plan.months; month++) {
      fates.fill(month, first, factors);
      grow(had, factors, flows[month - 1]!);
      grow(unit, factors, saved[month - 1]!);
      // Whoever takes money out must be able to; short of that the goal does not count as met.
      if (flows[month - 1]! < 0) raise(chunk, had, unit, 0);
    }
    raise(chunk, had, unit, targetThen(plan));
  }
  needed.sort();
  return needed[Math.min(paths - 1, Math.max(0, Math.ceil(probability * paths) - 1))]!;
}

/** Raises what is needed so that had + needed × unit reaches `level`. */
function raise(needed: Float64Array, had: Float64Array, unit: Float64Array, level: number): void {
  for (let at = 0; at < needed.length; at++) {
    const lacking = (level - had[at]!) / unit[at]!;
    if (lacking > needed[at]!) needed[at] = lacking;
  }
}
