import { normalCdf, normalQuantile } from '../normal.js';

/** Of monthly returns above a monthly rate; `kurtosis` is 3 for a normal. Nothing is annualised. */
export interface SharpeStatistics {
  readonly sharpe: number;
  readonly months: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

export function sharpeStatistics(returns: Float64Array, rate = 0): SharpeStatistics {
  const months = returns.length;
  const mean = returns.reduce((sum, value) => sum + value, 0) / months;
  const moment = (power: number): number =>
    returns.reduce((sum, value) => sum + (value - mean) ** power, 0) / months;
  const variance = moment(2);
  return {
    sharpe: (mean - rate) / Math.sqrt((variance * months) / (months - 1)),
    months,
    skewness: moment(3) / variance ** 1.5,
    kurtosis: moment(4) / variance ** 2,
  };
}

/**
 * 概率夏普: how sure one may be that the true Sharpe ratio exceeds `benchmark` (Bailey & López de Prado
 * 2012), skewness and fat tails counted in.
 */
export function probabilisticSharpe(statistics: SharpeStatistics, benchmark: number): number {
  const { sharpe, months, skewness, kurtosis } = statistics;
  const error = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
  return normalCdf(((sharpe - benchmark) * Math.sqrt(months - 1)) / Math.sqrt(error));
}

const EULER_MASCHERONI = 0.5772156649015329;

/**
 * The best Sharpe ratio that so many trials without any skill would show, given the variance of their
 * ratios (Bailey & López de Prado, The Deflated Sharpe Ratio, 2014, eq. 1). 0 for a single trial.
 */
export function expectedBestSharpe(variance: number, trials: number): number {
  if (trials < 2) return 0;
  return (
    Math.sqrt(variance) *
    ((1 - EULER_MASCHERONI) * normalQuantile(1 - 1 / trials) +
      EULER_MASCHERONI * normalQuantile(1 - 1 / (trials * Math.E)))
  );
}
