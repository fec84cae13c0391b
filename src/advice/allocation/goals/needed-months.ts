import type { GlidePath } from './glide-path.js';
import type { GoalPlan } from './plan.js';
import { LONGEST_MONTHS } from './plan.js';
import { goalProbability, PATHS } from './probability.js';
import type { FateOptions, RiskDial } from './risk-dial.js';

/** Paths of the search; the answer is reckoned again with all of them. */
const SEARCH_PATHS = 20_000;

/**
 * 还要多久: the first month in which the goal is met with at least `probability`, everything else being
 * as planned; null where that takes longer than a plan may last. Saving on makes it likelier, save
 * where more is taken out than comes in: then the plan's own length is where the search begins.
 */
export function neededMonths(
  plan: GoalPlan,
  path: GlidePath,
  dial: RiskDial,
  options: Omit<FateOptions, 'fee'>,
  probability: number,
  paths = PATHS,
): number | null {
  const isMet = (months: number, count: number): boolean => {
    const longer = { ...plan, months };
    const fates = dial.fates(path, months, { ...options, fee: plan.fee });
    return goalProbability(longer, fates, count).value >= probability;
  };
  let high = Math.max(1, plan.months);
  while (!isMet(high, SEARCH_PATHS)) {
    if (high === LONGEST_MONTHS) return null;
    high = Math.min(LONGEST_MONTHS, high * 2);
  }
  let low = 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isMet(middle, SEARCH_PATHS)) high = middle;
    else low = middle;
  }
  // With all the paths the crossing may be a month or two aside.
  while (high > 1 && isMet(high - 1, paths)) high--;
  while (high < LONGEST_MONTHS && !isMet(high, paths)) high++;
  return high;
}
