import type { Fates } from './fates.js';
import type { GoalPlan } from './plan.js';
import { flowsByMonth, LONGEST_MONTHS, savingByMonth, targetThen } from './plan.js';
import { step } from './simulate.js';

/**
 * 还要多久 at one risk all the way: a plan of n months is then the first n of a longer one, and one run
 * tells of every length. Answers the month from which on the goal is met to the plan's end or, where
 * it is not met then, the first after it; null where there is none.
 *
 * @param fates of a plan as long as a plan may be
 */
export function monthsOfSteadyRisk(
  plan: GoalPlan,
  fates: Fates,
  probability: number,
  paths: number,
): number | null {
  const longest = { ...plan, months: LONGEST_MONTHS };
  const [saved, flows] = [savingByMonth(longest), flowsByMonth(longest)];
  const wealth = new Float64Array(paths).fill(plan.initial);
  let since: number | null = null;
  for (let month = 1; month <= LONGEST_MONTHS; month++) {
    step(fates, month, 0, wealth, flows[month - 1]! + plan.saving.monthly * saved[month - 1]!);
    const isMet = reached(wealth, targetThen({ ...plan, months: month })) / paths >= probability;
    since = isMet ? (since ?? month) : null;
    if (since !== null && month >= plan.months) return since;
  }
  return null;
}

function reached(wealth: Float64Array, target: number): number {
  let count = 0;
  for (let at = 0; at < wealth.length; at++) if (wealth[at]! >= target) count++;
  return count;
}
