import type { Fates } from './fates.js';
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
  const [had, unit] = [new Float64Array(CHUNK), new Float64Array(CHUNK)];
  for (let first = 0; first < paths; first += CHUNK) {
    const chunk = needed.subarray(first, first + CHUNK);
    const [own, more] = [had.subarray(0, chunk.length), unit.subarray(0, chunk.length)];
    own.fill(plan.initial);
    more.fill(0);
    let from = 1;
    for (let to = 1; to <= plan.months; to++) {
      const isTaking = flows[to - 1]! < 0;
      if (to < plan.months && !isTaking) continue;
      fates.live({ from, to }, first, own, flows);
      fates.live({ from, to }, first, more, saved);
      // Whoever takes money out must be able to; short of that the goal does not count as met.
      if (isTaking) raise(chunk, own, more, 0);
      from = to + 1;
    }
    raise(chunk, own, more, targetThen(plan));
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
