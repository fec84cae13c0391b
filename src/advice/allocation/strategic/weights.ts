import { ASSET_CLASSES, byClass } from '../market/asset-class.js';
import type { ByClass } from '../market/asset-class.js';
import type { Outlook } from '../market/outlook.js';

export const vectorOf = (weights: ByClass<number>): Float64Array =>
  Float64Array.from(ASSET_CLASSES, (name) => weights[name]);

export function volatilityOf(weights: Float64Array, { covariance }: Outlook): number {
  const size = weights.length;
  let variance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      variance += weights[i]! * weights[j]! * covariance[i * size + j]!;
    }
  }
  return Math.sqrt(variance);
}

/** Monthly returns of a mix brought back to its weights every month, without cost. */
export const mixReturns = (weights: Float64Array, rows: readonly Float64Array[]): Float64Array =>
  Float64Array.from(rows, (row) => row.reduce((sum, value, at) => sum + value * weights[at]!, 0));

/** Solver noise, so that 24.9999999 % counts as 25 %. */
export const NOISE = 1e-7;

/** Rounded down, the rest being cash. */
export function wholePercents(weights: Float64Array): ByClass<number> {
  const percents = weights.map((weight) => Math.floor((weight + NOISE) * 100));
  const rest = 100 - percents.subarray(1).reduce((sum, percent) => sum + percent, 0);
  return byClass((name, at) => (name === 'cash' ? rest : percents[at]!) / 100);
}
