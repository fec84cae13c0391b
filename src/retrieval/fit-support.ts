import type { SupportFeatures, SupportWeights } from './support.js';
import { SUPPORT_FEATURES, supportOf } from './support.js';

export interface SupportExample {
  readonly features: SupportFeatures;
  /** Whether the top passage answered the question. */
  readonly answered: boolean;
  /** How much it counts beside others of its class; 1 when left out. */
  readonly weight?: number;
}

/**
 * Logistic regression, both classes weighing the same in sum, with a small pull towards zero
 * (`ridge`); plain gradient steps, so the same examples give the same weights.
 */
export function fitSupport(
  examples: readonly SupportExample[],
  { ridge = 0.002, steps = 4000, rate = 0.8 } = {},
): SupportWeights {
  const shares = sharesOf(examples);
  let weights: SupportWeights = Object.fromEntries(
    ['bias', ...SUPPORT_FEATURES].map((name) => [name, 0]),
  ) as unknown as SupportWeights;
  for (let step = 0; step < steps; step++) {
    const slope = slopeAt(weights, examples, shares);
    weights = Object.fromEntries(
      Object.entries(weights).map(([name, value]) => {
        const pull = name === 'bias' ? 0 : ridge * value;
        return [name, value - rate * ((slope[name] ?? 0) + pull)];
      }),
    ) as unknown as SupportWeights;
  }
  return weights;
}

/** Each example's part of the whole, half of which is answered. */
function sharesOf(examples: readonly SupportExample[]): number[] {
  const weightOf = ({ weight = 1 }: SupportExample) => weight;
  const total = (answered: boolean) =>
    examples
      .filter((example) => example.answered === answered)
      .reduce((sum, example) => sum + weightOf(example), 0);
  const totals = { answered: total(true), not: total(false) };
  return examples.map(
    (example) => (0.5 * weightOf(example)) / (example.answered ? totals.answered : totals.not),
  );
}

function slopeAt(
  weights: SupportWeights,
  examples: readonly SupportExample[],
  shares: readonly number[],
): Record<string, number> {
  const slope: Record<string, number> = { bias: 0 };
  for (const [at, { features, answered }] of examples.entries()) {
    const error = (supportOf(features, weights) - Number(answered)) * (shares[at] as number);
    slope['bias'] = (slope['bias'] ?? 0) + error;
    for (const name of SUPPORT_FEATURES) slope[name] = (slope[name] ?? 0) + error * features[name];
  }
  return slope;
}

/** The lowest threshold that at most `allowed` (a ratio) of these supports reach. */
export function thresholdFor(supports: readonly number[], allowed: number): number {
  const sorted = [...supports].sort((a, b) => b - a);
  const over = sorted[Math.floor(sorted.length * allowed)] ?? 0;
  return over + 1e-6;
}
