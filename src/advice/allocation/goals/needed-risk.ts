import { steadyRisk } from './glide-path.js';
import type { GoalPlan } from './plan.js';
import type { Probability } from './probability.js';
import { goalProbability, PATHS } from './probability.js';
import type { FateOptions, RiskDial } from './risk-dial.js';

/** 要冒多大风险: a class on the dial (0 = that of C1) and what it leads to. */
export interface NeededRisk {
  readonly isReached: boolean;
  /** The calmest class that reaches the probability; where none does, the one that comes nearest. */
  readonly risk: number;
  readonly probability: Probability;
}

/**
 * The calmest class, on a dial that ends where the customer's does, at which the goal is met with
 * `probability`: whole classes, as mixes are. More risk is not always better: past a point it makes a
 * goal less likely.
 */
export function neededRisk(
  plan: GoalPlan,
  dial: RiskDial,
  options: Omit<FateOptions, 'fee'>,
  probability: number,
  paths = PATHS,
): NeededRisk {
  let nearest: NeededRisk | null = null;
  for (let risk = 0; risk <= dial.highest; risk++) {
    const fates = dial.fates(steadyRisk(risk), plan.months, { ...options, fee: plan.fee });
    const reckoned = goalProbability(plan, fates, paths);
    const tried = { isReached: reckoned.value >= probability, risk, probability: reckoned };
    if (tried.isReached) return tried;
    if (!nearest || reckoned.value > nearest.probability.value) nearest = tried;
  }
  return nearest!;
}
