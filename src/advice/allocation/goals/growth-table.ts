import { normalCdf, normalQuantile } from '../normal.js';

/** 月增长表: equally likely growth factors of one month (1.01 = a gain of 1 %), after fees. */
export type GrowthTable = Float64Array;

/** A power of two, so that an entry is picked by a few random bits. */
export const LOGNORMAL_ENTRIES = 4096;

/** Mean and volatility a year, ratios. */
export interface Growth {
  readonly mean: number;
  readonly volatility: number;
}

const monthlyFee = (fee: number): number => (1 - fee) ** (1 / 12);

/**
 * A lognormal month such that twelve independent ones have the yearly mean and volatility. Each entry
 * is the mean over its stratum of the distribution, widened so that the variance is exact too.
 */
export function lognormalTable({ mean, volatility }: Growth, fee: number): GrowthTable {
  const factor = (1 + mean) ** (1 / 12) * monthlyFee(fee);
  const spread = Math.sqrt(Math.log(1 + (volatility / (1 + mean)) ** 2) / 12);
  const raw = strataMeans(spread);
  // Averaging inside a stratum loses some of the variance, all but nothing of the mean.
  const variance = raw.reduce((sum, value) => sum + (value - 1) ** 2, 0) / raw.length;
  const widen = variance > 0 ? Math.sqrt((Math.exp(spread ** 2) - 1) / variance) : 1;
  return raw.map((value) => factor * (1 + widen * (value - 1)));
}

/** Means, stratum by stratum, of a lognormal with mean 1. */
function strataMeans(spread: number): Float64Array {
  const below = Float64Array.from({ length: LOGNORMAL_ENTRIES + 1 }, (_, at) =>
    at === 0 ? 0 : at === LOGNORMAL_ENTRIES ? 1 : normalCdf(EDGES[at]! - spread),
  );
  return Float64Array.from(
    { length: LOGNORMAL_ENTRIES },
    (_, at) => LOGNORMAL_ENTRIES * (below[at + 1]! - below[at]!),
  );
}

/** Between strata of the standard normal; the first and last entry are not used. */
const EDGES = Float64Array.from({ length: LOGNORMAL_ENTRIES }, (_, at) =>
  at === 0 ? -Infinity : normalQuantile(at / LOGNORMAL_ENTRIES),
);

/**
 * The months of the history in their order, moved so that their yearly mean is `mean`: the shape of
 * the past, not its luck.
 */
export function historyTable(returns: Float64Array, mean: number, fee: number): GrowthTable {
  const average = returns.reduce((sum, value) => sum + 1 + value, 0) / returns.length;
  const scale = ((1 + mean) ** (1 / 12) / average) * monthlyFee(fee);
  return returns.map((value) => (1 + value) * scale);
}
