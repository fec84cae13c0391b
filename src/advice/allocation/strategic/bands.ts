import { factorise } from '../algebra/cholesky.js';
import { ASSET_CLASSES, byClass } from '../market/asset-class.js';
import type { ByClass } from '../market/asset-class.js';
import type { Outlook } from '../market/outlook.js';
import { normalQuantile } from '../normal.js';
import type { Stream } from '../random.js';
import { streamOf, uniformAt } from '../random.js';

import { solveMeanVariance } from './mean-variance.js';
import type { MixBasis, StrategicMix } from './mix.js';
import { mixProblem } from './mix.js';
import { NOISE } from './weights.js';

/** Whole percents as ratios. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Mean and covariance, a year. */
export type Moments = Pick<Outlook, 'mean' | 'covariance'>;

/**
 * 假设的重抽样 (Michaud 1998): moments of as many years as the policy says the assumptions are worth, drawn
 * from them. The same seed gives the same moments, whatever mix they are asked for.
 */
export function redrawnMoments({ outlook, policy }: MixBasis): readonly Moments[] {
  const { draws, years, seed } = policy.resampling;
  const root = Float64Array.from(outlook.covariance);
  if (!factorise(root, SIZE, 0)) throw new Error('the assumed covariance is not definite');
  return Array.from({ length: draws }, (_, draw) =>
    redrawn(outlook, root, Math.round(years * 12), streamOf(seed, draw)),
  );
}

/**
 * 权重区间: how far the weights of a mix move when its assumptions are drawn anew, solved at the mix's own
 * risk aversion. A mix outside its band was at the edge of what it may hold.
 *
 * @param moments of the same basis, where they are kept
 */
export function resampledBands(
  basis: MixBasis,
  mix: StrategicMix,
  moments: readonly Moments[] = redrawnMoments(basis),
): ByClass<Band> {
  const { low, high } = basis.policy.resampling;
  const problem = mixProblem(basis, mix.riskClass, mix.lossLimit);
  const drawn = moments.map((one) => solveMeanVariance(one, problem, mix.riskAversion).weights);
  return byClass((name, column) => {
    const weights = Float64Array.from(drawn, (one) => one[column]!).sort();
    const own = mix.weights[name];
    const last = weights.length - 1;
    return {
      low: Math.min(own, downToPercent(weights[Math.floor(low * last)]!)),
      high: Math.max(own, upToPercent(weights[Math.ceil(high * last)]!)),
    };
  });
}

const downToPercent = (weight: number): number => Math.floor((weight + NOISE) * 100) / 100;
const upToPercent = (weight: number): number => Math.ceil((weight - NOISE) * 100) / 100;

const SIZE = ASSET_CLASSES.length;

/** Of `months` normal months drawn from the outlook; `root` is the Cholesky factor of its covariance. */
function redrawn({ mean }: Outlook, root: Float64Array, months: number, stream: Stream): Moments {
  const sums = new Float64Array(SIZE);
  const products = new Float64Array(SIZE * SIZE);
  for (let month = 0; month < months; month++) {
    const shock = drawShock(root, stream, month * SIZE);
    for (let i = 0; i < SIZE; i++) {
      sums[i]! += shock[i]!;
      for (let j = 0; j < SIZE; j++) products[i * SIZE + j]! += shock[i]! * shock[j]!;
    }
  }
  return {
    // Shocks are yearly ones; of a month's variance there is a twelfth, of `months` a twelfth of that mean.
    mean: mean.map((value, i) => value + (sums[i]! / months) * Math.sqrt(12)),
    covariance: products.map((product, at) => {
      const [i, j] = [Math.floor(at / SIZE), at % SIZE];
      return (product - (sums[i]! * sums[j]!) / months) / (months - 1);
    }),
  };
}

function drawShock(root: Float64Array, stream: Stream, counter: number): Float64Array {
  const shock = new Float64Array(SIZE);
  for (let j = 0; j < SIZE; j++) {
    const z = normalQuantile(uniformAt(stream, counter + j));
    for (let i = j; i < SIZE; i++) shock[i]! += root[i * SIZE + j]! * z;
  }
  return shock;
}
