/**
 * 离散度 of a series of returns x₁ … x_T around its own mean or a threshold. Definitions as in
 * Riskfolio-Lib `RiskFunctions` (BSD-3), except `semiDeviationBelowZero`.
 */
type Series = ArrayLike<number>;

export function mean(series: Series): number {
  let sum = 0;
  for (let t = 0; t < series.length; t++) sum += series[t]!;
  return sum / series.length;
}

/** 标准差: √(Σ(x−x̄)²/(T−1)). */
export function standardDeviation(series: Series): number {
  const centre = mean(series);
  return Math.sqrt(total(series, (x) => (x - centre) ** 2) / (series.length - 1));
}

/** 平均绝对偏差 MAD: Σ|x−x̄|/T. */
export function meanAbsoluteDeviation(series: Series): number {
  const centre = mean(series);
  return total(series, (x) => Math.abs(x - centre)) / series.length;
}

/** 基尼平均差 GMD: the mean of |xᵢ−xⱼ| over all pairs (Yitzhaki 1982). */
export function giniMeanDifference(series: Series): number {
  const length = series.length;
  const sorted = Float64Array.from(series).sort();
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (2 * (i + 1) - 1 - length) * sorted[i]!;
  return (2 * sum) / (length * (length - 1));
}

/** 下半标准差 MSV: √(Σ max(x̄−x,0)²/(T−1)). */
export function semiDeviation(series: Series): number {
  const centre = mean(series);
  const squares = total(series, (x) => Math.max(centre - x, 0) ** 2);
  return Math.sqrt(squares / (series.length - 1));
}

/** 零下半标准差 SV: √(Σ max(−x,0)²/T), as PyPortfolioOpt's `EfficientSemivariance` (MIT) has it. */
export function semiDeviationBelowZero(series: Series): number {
  return Math.sqrt(total(series, (x) => Math.max(-x, 0) ** 2) / series.length);
}

/** 一阶下偏矩 FLPM: Σ max(m−x,0)/T for the least acceptable return m of one period. */
export function firstLowerPartialMoment(series: Series, threshold: number): number {
  return total(series, (x) => Math.max(threshold - x, 0)) / series.length;
}

/** 二阶下偏矩 SLPM: √(Σ max(m−x,0)²/(T−1)). */
export function secondLowerPartialMoment(series: Series, threshold: number): number {
  const squares = total(series, (x) => Math.max(threshold - x, 0) ** 2);
  return Math.sqrt(squares / (series.length - 1));
}

/** 极差 RG: the best less the worst return. */
export function range(series: Series): number {
  let low = Infinity;
  let high = -Infinity;
  for (let t = 0; t < series.length; t++) {
    low = Math.min(low, series[t]!);
    high = Math.max(high, series[t]!);
  }
  return high - low;
}

function total(series: Series, term: (x: number) => number): number {
  let sum = 0;
  for (let t = 0; t < series.length; t++) sum += term(series[t]!);
  return sum;
}
