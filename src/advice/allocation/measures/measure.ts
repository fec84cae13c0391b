import {
  firstLowerPartialMoment,
  giniMeanDifference,
  mean,
  meanAbsoluteDeviation,
  range,
  secondLowerPartialMoment,
  semiDeviation,
  semiDeviationBelowZero,
  standardDeviation,
} from './dispersion.js';
import { absoluteDrawdowns, relativeDrawdowns, ulcerIndex } from './drawdown.js';
import { conditionalValueAtRisk, entropicValueAtRisk, valueAtRisk, worstLoss } from './tail.js';

/** 风险度量 that are convex in the weights, so that a portfolio can be optimised for them. */
export const CONVEX_MEASURES = [
  'MV',
  'MAD',
  'MSV',
  'SV',
  'FLPM',
  'SLPM',
  'CVaR',
  'CVRG',
  'EVaR',
  'WR',
  'RG',
  'MDD',
  'ADD',
  'CDaR',
  'UCI',
  'EDaR',
] as const;

/** All that can be read off a series; `_Rel` = drawdowns of the compounded path. */
export const RISK_MEASURES = [
  ...CONVEX_MEASURES,
  'vol',
  'GMD',
  'VaR',
  'DaR',
  'ADD_Rel',
  'CDaR_Rel',
  'DaR_Rel',
  'EDaR_Rel',
  'MDD_Rel',
  'UCI_Rel',
] as const;

export type ConvexMeasure = (typeof CONVEX_MEASURES)[number];
export type RiskMeasure = (typeof RISK_MEASURES)[number];

export interface MeasureParameters {
  /** Share of the tail. */
  readonly alpha: number;
  /** Least acceptable return of one period, for FLPM and SLPM. */
  readonly threshold: number;
}

type Definition = (series: Float64Array, parameters: MeasureParameters) => number;

/** The one table of definitions: the returns of one portfolio, period by period → its risk per period. */
const DEFINITIONS: Readonly<Record<RiskMeasure, Definition>> = {
  MV: standardDeviation,
  vol: standardDeviation,
  MAD: meanAbsoluteDeviation,
  GMD: giniMeanDifference,
  MSV: semiDeviation,
  SV: semiDeviationBelowZero,
  FLPM: (series, { threshold }) => firstLowerPartialMoment(series, threshold),
  SLPM: (series, { threshold }) => secondLowerPartialMoment(series, threshold),
  RG: range,
  WR: (series) => worstLoss(negated(series)),
  VaR: (series, { alpha }) => valueAtRisk(negated(series), alpha),
  CVaR: (series, { alpha }) => conditionalValueAtRisk(negated(series), alpha),
  EVaR: (series, { alpha }) => entropicValueAtRisk(negated(series), alpha),
  CVRG: (series, { alpha }) =>
    conditionalValueAtRisk(negated(series), alpha) + conditionalValueAtRisk(series, alpha),
  MDD: (series) => worstLoss(absoluteDrawdowns(series)),
  ADD: (series) => mean(absoluteDrawdowns(series)),
  DaR: (series, { alpha }) => valueAtRisk(absoluteDrawdowns(series), alpha),
  CDaR: (series, { alpha }) => conditionalValueAtRisk(absoluteDrawdowns(series), alpha),
  EDaR: (series, { alpha }) => entropicValueAtRisk(absoluteDrawdowns(series), alpha),
  UCI: (series) => ulcerIndex(absoluteDrawdowns(series)),
  MDD_Rel: (series) => worstLoss(relativeDrawdowns(series)),
  ADD_Rel: (series) => mean(relativeDrawdowns(series)),
  DaR_Rel: (series, { alpha }) => valueAtRisk(relativeDrawdowns(series), alpha),
  CDaR_Rel: (series, { alpha }) => conditionalValueAtRisk(relativeDrawdowns(series), alpha),
  EDaR_Rel: (series, { alpha }) => entropicValueAtRisk(relativeDrawdowns(series), alpha),
  UCI_Rel: (series) => ulcerIndex(relativeDrawdowns(series)),
};

/** The risk of one portfolio's returns, per period; `MV` as standard deviation. */
export function riskOf(
  measure: RiskMeasure,
  series: Float64Array,
  parameters: MeasureParameters,
): number {
  return DEFINITIONS[measure](series, parameters);
}

/** x = R·w of scenarios R (T×n). */
export function portfolioSeries(
  returns: readonly (readonly number[])[],
  weights: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(returns, (row) => {
    let sum = 0;
    for (let j = 0; j < row.length; j++) sum += row[j]! * weights[j]!;
    return sum;
  });
}

function negated(series: Float64Array): Float64Array {
  return series.map((x) => -x);
}
