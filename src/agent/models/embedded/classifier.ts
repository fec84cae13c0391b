import type { Features } from './features.js';
import { BUCKETS, featuresOf } from './features.js';

export interface Example {
  readonly label: string;
  readonly text: string;
}

export interface Ranked {
  readonly label: string;
  readonly probability: number;
}

export interface Classifier {
  readonly labels: readonly string[];
  /** All labels, most probable first; probabilities sum to 1. */
  rank(text: string): readonly Ranked[];
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly learningRate: number;
  readonly decay: number;
  readonly seed: number;
}

export const DEFAULT_TRAINING: TrainingOptions = {
  epochs: 12,
  learningRate: 6,
  decay: 1e-6,
  seed: 20261125,
};

/**
 * Multinomial logistic regression over hashed n-grams, trained by SGD; classes weigh the same
 * however many examples they have. Deterministic for one seed.
 */
export function train(
  examples: readonly Example[],
  options: TrainingOptions = DEFAULT_TRAINING,
): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const classes = labels.length;
  const weights = new Float32Array(BUCKETS * classes);
  const bias = new Float32Array(classes);
  const data = examples.map(({ label, text }) => ({
    target: labels.indexOf(label),
    features: featuresOf(text),
  }));
  const share = balance(
    data.map(({ target }) => target),
    classes,
  );
  const random = mulberry32(options.seed);
  const scores = new Float32Array(classes);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.learningRate / (1 + epoch / 3);
    shuffle(data, random);
    for (const { target, features } of data) {
      softmaxScores(weights, bias, features, classes, scores);
      step(
        weights,
        bias,
        features,
        classes,
        scores,
        target,
        rate * (share[target] ?? 1),
        options.decay,
      );
    }
  }
  return {
    labels,
    rank(text) {
      const out = new Float32Array(classes);
      softmaxScores(weights, bias, featuresOf(text), classes, out);
      return labels
        .map((label, index) => ({ label, probability: out[index] ?? 0 }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
}

/** Weight per class so that rare classes count as much, within a factor of three. */
function balance(targets: readonly number[], classes: number): Float32Array {
  const counts = new Float32Array(classes);
  for (const target of targets) counts[target] = (counts[target] ?? 0) + 1;
  const mean = targets.length / classes;
  return counts.map((count) => Math.min(3, Math.max(1 / 3, Math.sqrt(mean / count))));
}

function softmaxScores(
  weights: Float32Array,
  bias: Float32Array,
  { indices, values }: Features,
  classes: number,
  out: Float32Array,
): void {
  out.set(bias);
  for (let i = 0; i < indices.length; i += 1) {
    const base = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c += 1)
      out[c] = (out[c] as number) + (weights[base + c] as number) * value;
  }
  let max = -Infinity;
  for (const score of out) max = Math.max(max, score);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) {
    out[c] = Math.exp((out[c] as number) - max);
    sum += out[c] as number;
  }
  for (let c = 0; c < classes; c += 1) out[c] = (out[c] as number) / sum;
}

function step(
  weights: Float32Array,
  bias: Float32Array,
  { indices, values }: Features,
  classes: number,
  scores: Float32Array,
  target: number,
  rate: number,
  decay: number,
): void {
  for (let c = 0; c < classes; c += 1) {
    const error = (scores[c] as number) - (c === target ? 1 : 0);
    if (Math.abs(error) < 1e-4) continue;
    bias[c] = (bias[c] as number) - 0.1 * rate * error;
    for (let i = 0; i < indices.length; i += 1) {
      const at = (indices[i] as number) * classes + c;
      const weight = weights[at] as number;
      weights[at] = weight - rate * (error * (values[i] as number) + decay * weight);
    }
  }
}

/** Small seeded generator (Mulberry32): the same training run gives the same weights. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}
