import type { RankFeatures } from './rank.js';
import { RANK_FEATURES, scoreOf } from './rank.js';

/** The candidates of one question; those that are neither right nor wrong are left out. */
export type RankExample = readonly {
  readonly features: RankFeatures;
  readonly isRight: boolean;
}[];

/**
 * Softmax regression: the right candidate against all others of its question, by plain gradient
 * steps scaled to each weight's usual slope, so that the same examples give the same weights.
 * Divided by the first weight, so that the best lexical score counts 1.
 */
export function fitRank(
  examples: readonly RankExample[],
  { ridge = 0.001, steps = 300, rate = 0.04 } = {},
): RankFeatures {
  const answerable = examples.filter((one) => one.some(({ isRight }) => isRight));
  let weights = all(() => 0);
  let usual = all(() => 0);
  for (let step = 0; step < steps; step++) {
    const slope = slopeAt(weights, answerable);
    const pulled = all((name) => slope[name] / answerable.length + ridge * weights[name]);
    usual = all((name) => 0.9 * usual[name] + 0.1 * pulled[name] ** 2);
    weights = all(
      (name) => weights[name] - (rate * pulled[name]) / (Math.sqrt(usual[name]) + 0.001),
    );
  }
  return all((name) => weights[name] / weights[RANK_FEATURES[0]]);
}

type Name = keyof RankFeatures;

const all = (of: (name: Name) => number): RankFeatures =>
  Object.fromEntries(RANK_FEATURES.map((name) => [name, of(name)])) as RankFeatures;

function slopeAt(weights: RankFeatures, examples: readonly RankExample[]): Record<Name, number> {
  const slope = { ...all(() => 0) };
  for (const candidates of examples) {
    const chances = softmax(candidates.map(({ features }) => scoreOf(features, weights)));
    for (const [at, { features, isRight }] of candidates.entries()) {
      const error = (chances[at] as number) - (isRight ? 1 : 0);
      for (const name of RANK_FEATURES) slope[name] += error * features[name];
    }
  }
  return slope;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
