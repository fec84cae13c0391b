import type { Fates } from './fates.js';
import type { GoalPlan } from './plan.js';
import { simulate } from './simulate.js';
import { percentilesOf } from './percentiles.js';

/** 计划与实际: where the money stands against what the plan made likely by now. Yuan. */
export interface Progress {
  readonly isOnTrack: boolean;
  /** Percentile of the plan that counts now. */
  readonly measure: 50 | 15;
  readonly reference: number;
  /** value / reference − 1. */
  readonly drift: number;
  /** Part of the simulated paths that had less by now. */
  readonly standing: number;
}

/** In the last year there is no time to make good a loss: only the cautious percentile counts then. */
const LAST_YEAR = 12;
const PATHS = 10_000;

/** Of the plan as it was made, `elapsed` months in (≥ 1), with `value` in the account. */
export function progressOf(plan: GoalPlan, fates: Fates, elapsed: number, value: number): Progress {
  const { watched } = simulate({ ...plan, months: elapsed }, fates, PATHS, [elapsed]);
  const had = watched[0]!;
  const measure = plan.months - elapsed < LAST_YEAR ? 15 : 50;
  const reference = percentilesOf(had)[measure];
  return {
    isOnTrack: value >= reference,
    measure,
    reference,
    drift: reference > 0 ? value / reference - 1 : 0,
    standing: had.filter((one) => one < value).length / had.length,
  };
}
