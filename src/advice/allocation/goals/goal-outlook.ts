import type { GlidePath } from './glide-path.js';
import type { Percentiles } from './percentiles.js';
import { percentilesOf } from './percentiles.js';
import type { GoalPlan } from './plan.js';
import { paidIn, targetThen } from './plan.js';
import type { Probability } from './probability.js';
import { goalProbability, PATHS, probabilityOf } from './probability.js';
import type { FateOptions, RiskDial } from './risk-dial.js';
import { simulate } from './simulate.js';

/** 目标测算: what the simulation says of a plan on a path of risk. Yuan. */
export interface GoalOutlook {
  readonly probability: Probability;
  /** The same if returns are one standard error lower than assumed: the larger doubt of the two. */
  readonly ifReturnsAreLower: Probability;
  readonly target: number;
  readonly paidIn: number;
  readonly final: Percentiles;
  /** How far the paths that miss it fall short, on average; 0 where none does. */
  readonly shortfall: number;
  /** 扇形图: percentiles at the start, year by year and at the end. */
  readonly fan: readonly ({ readonly month: number } & Percentiles)[];
}

/** The second probability needs no more paths than tell it to half a percent. */
const DOUBT_PATHS = 20_000;

export function goalOutlook(
  plan: GoalPlan,
  path: GlidePath,
  dial: RiskDial,
  options: Omit<FateOptions, 'fee'>,
  paths = PATHS,
): GoalOutlook {
  const fate = { ...options, fee: plan.fee };
  const years = Array.from({ length: Math.ceil(plan.months / 12) }, (_, at) =>
    Math.min(plan.months, (at + 1) * 12),
  );
  const { final, watched } = simulate(plan, dial.fates(path, plan.months, fate), paths, years);
  const target = targetThen(plan);
  const lower = dial.fates(path, plan.months, { ...fate, doubt: (fate.doubt ?? 0) + 1 });
  return {
    probability: probabilityOf(final, target),
    ifReturnsAreLower: goalProbability(plan, lower, Math.min(paths, DOUBT_PATHS)),
    target,
    paidIn: paidIn(plan),
    final: percentilesOf(final),
    shortfall: meanShortfall(final, target),
    fan: [
      { month: 0, ...percentilesOf(Float64Array.of(plan.initial)) },
      ...years.map((month, at) => ({ month, ...percentilesOf(watched[at]!) })),
    ],
  };
}

function meanShortfall(final: Float64Array, target: number): number {
  let missed = 0;
  let gap = 0;
  for (let at = 0; at < final.length; at++) {
    if (final[at]! >= target) continue;
    missed++;
    gap += target - Math.max(0, final[at]!);
  }
  return missed === 0 ? 0 : gap / missed;
}
