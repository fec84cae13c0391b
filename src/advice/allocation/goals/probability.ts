import type { Fates } from './fates.js';
import type { GoalPlan } from './plan.js';
import { targetThen } from './plan.js';
import { simulate } from './simulate.js';

/** 达成概率: a part of the paths, with what chance alone may add or take (95 %). */
export interface Probability {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly paths: number;
}

export const PATHS = 100_000;

/** How often the goal is met: the target is there on the day and nothing ran dry before. */
export function goalProbability(plan: GoalPlan, fates: Fates, paths = PATHS): Probability {
  return probabilityOf(simulate(plan, fates, paths).final, targetThen(plan));
}

export function probabilityOf(final: Float64Array, target: number): Probability {
  let met = 0;
  for (let at = 0; at < final.length; at++) if (final[at]! >= target) met++;
  return wilson(met, final.length);
}

const Z95 = 1.959963984540054;

/** Wilson's interval (1927): keeps within 0 and 1 and holds for rare outcomes too. */
export function wilson(met: number, paths: number): Probability {
  const value = met / paths;
  const shrink = 1 + Z95 ** 2 / paths;
  const centre = (value + Z95 ** 2 / (2 * paths)) / shrink;
  const half =
    (Z95 * Math.sqrt((value * (1 - value)) / paths + Z95 ** 2 / (4 * paths ** 2))) / shrink;
  return {
    value,
    low: met === 0 ? 0 : Math.max(0, centre - half),
    high: met === paths ? 1 : Math.min(1, centre + half),
    paths,
  };
}
