import type { Assumptions } from './assumptions.js';
import { ASSET_CLASSES } from './asset-class.js';
import type { MarketHistory } from './history.js';
import type { Month } from './month.js';
import { monthNumber } from './month.js';

/** 展望: what a solve takes of the assumptions, a year, in the order of `ASSET_CLASSES`. */
export interface Outlook {
  /** `id@version` of the assumptions. */
  readonly ref: string;
  /** Month-end up to which the assumptions know the market. */
  readonly asOf: Month;
  readonly mean: Float64Array;
  /** Row by row. */
  readonly covariance: Float64Array;
  /** Months the covariance rests on. */
  readonly months: number;
}

/** Covariances of simple monthly returns times twelve, where the house sets a volatility scaled to it. */
export function outlookOf(assumptions: Assumptions, history: MarketHistory): Outlook {
  const { from, to } = assumptions.covariance;
  const first = monthNumber(from) - monthNumber(history.start);
  const last = monthNumber(to) - monthNumber(history.start);
  const windows = ASSET_CLASSES.map((name) => history.returns[name]?.subarray(first, last) ?? null);
  const weights = monthWeights(assumptions, last - first);
  const size = ASSET_CLASSES.length;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = 12 * covarianceOf(windows[i] ?? null, windows[j] ?? null, weights);
      covariance[i * size + j] = covariance[j * size + i] = value;
    }
  }
  setVolatilities(covariance, assumptions);
  return {
    ref: assumptions.ref,
    asOf: assumptions.asOf,
    mean: Float64Array.from(ASSET_CLASSES, (name) => assumptions.classes[name].expectedReturn),
    covariance,
    months: last - first,
  };
}

/** Sum to one; the newest month weighs most where the method is exponential. */
function monthWeights({ covariance }: Assumptions, count: number): Float64Array {
  const decay = covariance.method === 'exponential' ? 0.5 ** (1 / covariance.half_life_months) : 1;
  const raw = Float64Array.from({ length: count }, (_, at) => decay ** (count - 1 - at));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}

/** Weighted, with the correction that makes it the unbiased sample covariance for equal weights. */
function covarianceOf(
  a: Float64Array | null,
  b: Float64Array | null,
  weights: Float64Array,
): number {
  if (!a || !b) return 0;
  const meanOf = (values: Float64Array): number =>
    values.reduce((total, value, at) => total + value * weights[at]!, 0);
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const raw = a.reduce(
    (total, value, at) => total + weights[at]! * (value - meanA) * (b[at]! - meanB),
    0,
  );
  return raw / (1 - squares);
}

function setVolatilities(covariance: Float64Array, { classes }: Assumptions): void {
  const size = ASSET_CLASSES.length;
  for (const [i, name] of ASSET_CLASSES.entries()) {
    const { volatility } = classes[name];
    if (volatility === null) continue;
    const own = covariance[i * size + i]!;
    const scale = own > 0 ? volatility / Math.sqrt(own) : 0;
    for (let j = 0; j < size; j++) {
      covariance[i * size + j]! *= scale;
      covariance[j * size + i]! *= scale;
    }
    covariance[i * size + i] = volatility * volatility;
  }
}
