import type { ConvexMeasure } from '../measures/measure.js';

/** One number for all assets, null = no bound, or one of these per asset. */
export type Bounds = number | null | readonly (number | null)[];

export type ScenarioObjective =
  'min_risk' | 'min_risk_return' | 'max_return_risk' | 'max_ratio' | 'risk_parity';

/** The input of `allocate`'s op `scenario`. */
export interface ScenarioInput {
  /** T×n, one row a period, all of equal weight. */
  readonly returns: readonly (readonly number[])[];
  /** Expected returns of the assets; absent = the scenarios' mean × `frequency`. */
  readonly mu?: readonly number[] | undefined;
  readonly measure: ConvexMeasure;
  /** Share of the tail, in (0, 1); .05 when absent. */
  readonly alpha?: number | undefined;
  readonly objective: ScenarioObjective;
  readonly target_return?: number | undefined;
  /** In the unit of the report's `risk`. */
  readonly target_risk?: number | undefined;
  /** Shares of risk for `risk_parity`, ≥ 0; even when absent. */
  readonly budgets?: readonly number[] | undefined;
  /** 0 when absent. */
  readonly lb?: Bounds | undefined;
  /** 1 when absent. */
  readonly ub?: Bounds | undefined;
  /** 1 when absent. */
  readonly sum?: number | undefined;
  readonly groups?: readonly Group[] | undefined;
  /** In the unit of `mu`; rf/frequency is the least acceptable return of FLPM and SLPM. */
  readonly rf?: number | undefined;
  /** Adds l2·w'w to the risk of one period — to its square for MV, MSV, SV, SLPM and UCI. */
  readonly l2?: number | undefined;
  /** Periods a year; 1 when absent. Annualises MV, MSV, SV and SLPM by its root. */
  readonly frequency?: number | undefined;
}

/** min ≤ Σ w over `idx` ≤ max. */
export interface Group {
  readonly idx: readonly number[];
  readonly min?: number | null | undefined;
  readonly max?: number | null | undefined;
}
