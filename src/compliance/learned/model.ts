import type { Finding } from '../../terms/finding.js';
import type { Utterance } from '../utterance.js';
import { utteranceOf } from '../utterance.js';
import { BUCKETS, featuresOf } from './features.js';
import type { Stretch } from './features.js';
import type { LabelledLine } from './lines.js';

/** What the model makes of one stretch. */
export interface Opinion {
  /** The likeliest rule broken. */
  readonly rule: string;
  /** That any rule is broken. */
  readonly probability: number;
  readonly severity: Finding['severity'];
}

/** 语感: a model of own lines; pure, the same lines give the same weights. */
export interface LearnedModel {
  judge(utterance: Utterance, stretch: Stretch): Opinion;
}

const EPOCHS = 12;
/** Share of the features a step does not see, so that none is leaned on alone. */
const HIDDEN = 0.15;
const RATE = 4;
const DECAY = 2e-5;

/**
 * Multinomial logistic regression: class 0 is 无碍, the others are rules; beside it a logistic
 * regression of hard against soft over the lines that break a rule. SGD in a fixed shuffled order.
 */
export function fitModel(lines: readonly LabelledLine[]): LearnedWeights {
  const rules = [...new Set(lines.flatMap(({ rule }) => (rule ? [rule] : [])))].sort();
  const data = lines.map((line) => {
    const utterance = utteranceOf(line.text, {
      speaker: line.speaker,
      allowedHosts: [],
      ...(line.product && { product: line.product }),
    });
    return {
      features: featuresOf(utterance, { start: 0, end: utterance.folded.text.length }),
      target: line.rule === null ? 0 : rules.indexOf(line.rule) + 1,
      soft: line.severity === 'soft' ? 1 : 0,
    };
  });
  const kinds = fit(
    data.map(({ features, target }) => ({ features, target })),
    rules.length + 1,
  );
  const softness = fit(
    data.flatMap(({ features, target, soft }) => (target > 0 ? [{ features, target: soft }] : [])),
    2,
  );
  return { rules, kinds, softness };
}

/** What fitted weights make of words. */
export function modelOf({ rules, kinds, softness }: LearnedWeights): LearnedModel {
  return {
    judge(utterance, stretch) {
      const features = featuresOf(utterance, stretch);
      const scores = probabilities(kinds, features);
      let best = 1;
      for (let c = 2; c < scores.length; c += 1) if (scores[c]! > scores[best]!) best = c;
      return {
        rule: rules[best - 1]!,
        probability: 1 - scores[0]!,
        severity: probabilities(softness, features)[1]! > 0.5 ? 'soft' : 'hard',
      };
    },
  };
}

/** A fitted model as plain data. */
export interface LearnedWeights {
  readonly rules: readonly string[];
  readonly kinds: Weights;
  readonly softness: Weights;
}

export interface Weights {
  readonly classes: number;
  readonly of: Float32Array;
  readonly bias: Float32Array;
}

interface Case {
  readonly features: Uint32Array;
  readonly target: number;
}

function fit(cases: readonly Case[], classes: number): Weights {
  const weights = {
    classes,
    of: new Float32Array(BUCKETS * classes),
    bias: new Float32Array(classes),
  };
  const order = shuffled(cases);
  const random = fixedRandom();
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + epoch / 3);
    for (const { features, target } of order) {
      step(weights, { features: features.filter(() => random() >= HIDDEN), target }, rate);
    }
  }
  return weights;
}

function step({ of, bias, classes }: Weights, { features, target }: Case, rate: number): void {
  // Dropout may hide a short line whole: nothing is learned from nothing, least of all NaN.
  if (features.length === 0) return;
  const scores = probabilities({ of, bias, classes }, features);
  const value = 1 / Math.sqrt(features.length);
  for (let c = 0; c < classes; c += 1) {
    const error = scores[c]! - (c === target ? 1 : 0);
    if (Math.abs(error) < 4e-3) continue;
    bias[c] = bias[c]! - 0.05 * rate * error;
    for (const feature of features) {
      const at = feature * classes + c;
      of[at] = of[at]! * (1 - rate * DECAY) - rate * error * value;
    }
  }
}

function probabilities({ of, bias, classes }: Weights, features: Uint32Array): Float32Array {
  const scores = new Float32Array(classes);
  for (const feature of features) {
    const base = feature * classes;
    for (let c = 0; c < classes; c += 1) scores[c] = scores[c]! + of[base + c]!;
  }
  const value = 1 / Math.sqrt(features.length);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) {
    scores[c] = Math.exp(scores[c]! * value + bias[c]!);
    sum += scores[c]!;
  }
  for (let c = 0; c < classes; c += 1) scores[c] = scores[c]! / sum;
  return scores;
}

/** The same numbers in [0, 1) every time: a linear congruential generator. */
function fixedRandom(): () => number {
  let state = 20261125;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A fixed order that mixes the rules: by a multiplicative hash of the position. */
function shuffled(cases: readonly Case[]): readonly Case[] {
  return cases
    .map((one, i) => ({ one, key: Math.imul(i + 1, 0x9e3779b1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
