import type { Fates, Months } from './fates.js';
import type { GoalPlan } from './plan.js';
import { allFlowsByMonth, LONGEST_MONTHS, targetThen } from './plan.js';
import { CHUNK, dryOut } from './simulate.js';

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
  const flows = allFlowsByMonth(longest);
  const wealth = new Float64Array(paths).fill(plan.initial);
  const isMet = (month: number): boolean =>
    reached(wealth, targetThen({ ...plan, months: month })) / paths >= probability;
  const live = (from: number, to: number): void => {
    liveThrough(fates, { from, to }, wealth, flows);
  };
  live(1, plan.months);
  if (!isMet(plan.months)) {
    for (let month = plan.months + 1; month <= LONGEST_MONTHS; month++) {
      live(month, month);
      if (isMet(month)) return month;
    }
    return null;
  }
  // Met at the end: since when without a break is only told month by month.
  wealth.fill(plan.initial);
  let since: number | null = null;
  for (let month = 1; month <= plan.months; month++) {
    live(month, month);
    since = isMet(month) ? (since ?? month) : null;
  }
  return since;
}

/** Chunk by chunk, and no further at once than to the next month in which something is taken out. */
function liveThrough(
  fates: Fates,
  months: Months,
  wealth: Float64Array,
  flows: Float64Array,
): void {
  for (let first = 0; first < wealth.length; first += CHUNK) {
    const chunk = wealth.subarray(first, first + CHUNK);
    let { from } = months;
    for (let { from: to } = months; to <= months.to; to++) {
      const isTaking = flows[to - 1]! < 0;
      if (to < months.to && !isTaking) continue;
      fates.live({ from, to }, first, chunk, flows);
      if (isTaking) dryOut(chunk);
      from = to + 1;
    }
  }
}

function reached(wealth: Float64Array, target: number): number {
  let count = 0;
  for (let at = 0; at < wealth.length; at++) if (wealth[at]! >= target) count++;
  return count;
}
