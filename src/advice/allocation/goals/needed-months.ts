import { monthsOfSteadyRisk } from './first-month.js';
import type { GlidePath } from './glide-path.js';
import { isSteady } from './glide-path.js';
import type { GoalPlan } from './plan.js';
import { LONGEST_MONTHS } from './plan.js';
import { goalProbability, PATHS } from './probability.js';
import type { FateOptions, RiskDial } from './risk-dial.js';

/** Paths of the search; the answer is reckoned again with all of them. */
const SEARCH_PATHS = 10_000;

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
  const fatesOver = (months: number) => dial.fates(path, months, { ...options, fee: plan.fee });
  if (isSteady(path)) {
    return monthsOfSteadyRisk(plan, fatesOver(LONGEST_MONTHS), probability, paths);
  }
  return searched(plan.months, (months, most) => {
    const longer = { ...plan, months };
    const count = Math.min(most ?? paths, paths);
    return goalProbability(longer, fatesOver(months), count).value >= probability;
  });
}

/** Where the risk comes down towards the day, each length of a plan has months of its own. */
function searched(
  planned: number,
  isMet: (months: number, mostPaths?: number) => boolean,
): number | null {
  let high = Math.max(1, planned);
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
  while (high > 1 && isMet(high - 1)) high--;
  while (high < LONGEST_MONTHS && !isMet(high)) high++;
  return high;
}
