import { seeded } from '../models/embedded/random.js';
import { tokensOf } from '../models/embedded/features.js';
import type { Utterance } from './intents.js';

const SEED = 20261125;

/** Splits utterances so that no paraphrase family is on both sides. Fold of each, 0…folds-1. */
export function foldsOf(utterances: readonly Utterance[], folds: number): readonly number[] {
  const random = seeded(SEED);
  const drawn = new Map<string, number>();
  return utterances.map(({ family }) => {
    const fold = drawn.get(family) ?? Math.floor(random() * folds);
    drawn.set(family, fold);
    return fold;
  });
}

/** Lines of one intent that share half of what tells them apart from other intents say the same thing. */
const TWINS = 0.5;

/**
 * Puts near twins of one intent into one family, whether the files mark them or not. A way of asking
 * that many intents have (「…是什么意思」) makes no twins: two words asked after are two questions.
 */
export function joinTwins(utterances: readonly Utterance[]): readonly Utterance[] {
  const parents = utterances.map((_, at) => at);
  const root = (at: number): number => (parents[at] === at ? at : root(parents[at] as number));
  const grams = weighedGrams(utterances);
  for (const [at, utterance] of utterances.entries()) {
    for (let other = 0; other < at; other += 1) {
      const earlier = utterances[other] as Utterance;
      if (earlier.label !== utterance.label || root(at) === root(other)) continue;
      const isOne = earlier.family === utterance.family;
      if (isOne || likeness(grams[at]!, grams[other]!) >= TWINS) parents[root(at)] = root(other);
    }
  }
  return utterances.map((utterance, at) => ({
    ...utterance,
    family: (utterances[root(at)] as Utterance).family,
  }));
}

type Grams = ReadonlyMap<string, number>;

/** The neighbouring signs of each line; the fewer intents have them, the more they weigh. */
function weighedGrams(utterances: readonly Utterance[]): readonly Grams[] {
  const grams = utterances.map(({ text }) => neighboursOf(text));
  const intents = new Map<string, Set<string>>();
  for (const [at, { label }] of utterances.entries()) {
    for (const gram of grams[at]!) intents.set(gram, (intents.get(gram) ?? new Set()).add(label));
  }
  const all = new Set(utterances.map(({ label }) => label)).size;
  const weight = (gram: string) => Math.log((all + 1) / (intents.get(gram)?.size ?? 1));
  return grams.map((each) => new Map([...each].map((gram) => [gram, weight(gram)])));
}

function neighboursOf(text: string): ReadonlySet<string> {
  const tokens = tokensOf(text);
  if (tokens.length < 2) return new Set(tokens);
  return new Set(tokens.slice(1).map((token, at) => `${tokens[at] as string} ${token}`));
}

/** Weighted Jaccard, 0…1. */
function likeness(one: Grams, other: Grams): number {
  let shared = 0;
  for (const [gram, weight] of one) if (other.has(gram)) shared += weight;
  return shared / (sumOf(one) + sumOf(other) - shared || 1);
}

const sumOf = (grams: Grams): number =>
  [...grams.values()].reduce((sum, weight) => sum + weight, 0);
