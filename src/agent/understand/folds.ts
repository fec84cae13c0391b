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

/** Lines of one intent that share half of their neighbouring signs say the same thing. */
const TWINS = 0.5;

/** Puts near twins of one intent into one family, whether the files mark them or not. */
export function joinTwins(utterances: readonly Utterance[]): readonly Utterance[] {
  const parents = utterances.map((_, at) => at);
  const root = (at: number): number => (parents[at] === at ? at : root(parents[at] as number));
  const grams = utterances.map(({ text }) => neighboursOf(text));
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

function neighboursOf(text: string): ReadonlySet<string> {
  const tokens = tokensOf(text);
  if (tokens.length < 2) return new Set(tokens);
  return new Set(tokens.slice(1).map((token, at) => `${tokens[at] as string} ${token}`));
}

/** Jaccard, 0…1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of one) if (other.has(gram)) shared += 1;
  return shared / (one.size + other.size - shared || 1);
}
