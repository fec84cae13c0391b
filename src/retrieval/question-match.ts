import type { Bm25 } from './bm25.js';
import type { Reading } from './words.js';
import { wordsOf } from './words.js';

/** Below this many passages with remembered questions, their frequencies say little. */
const ENOUGH_QUESTIONS = 20;

/** Token → how much it tells about what is asked; filler (怎么, 吗, 什么) weighs little. */
export type TokenWeight = (token: string) => number;

/** In how many passages' remembered questions each token stands. */
export interface AskedTokens {
  readonly passages: number;
  readonly frequency: ReadonlyMap<string, number>;
}

export function countAsked(questions: readonly (readonly string[])[]): AskedTokens {
  const frequency = new Map<string, number>();
  const asked = questions.filter((asks) => asks.length > 0);
  for (const asks of asked) {
    for (const token of new Set(asks.flatMap(wordsOf))) {
      frequency.set(token, (frequency.get(token) ?? 0) + 1);
    }
  }
  return { passages: asked.length, frequency };
}

/**
 * A token is filler when it is common among passages or among what customers ask: law articles
 * hardly ever say 怎么, questions nearly always do, so the lower of the two rarities counts.
 */
export function tokenWeights(bm25: Bm25, { passages, frequency }: AskedTokens): TokenWeight {
  if (passages < ENOUGH_QUESTIONS) return (token) => bm25.term(token).idf;
  return (token) => {
    const count = frequency.get(token) ?? 0;
    return Math.min(bm25.term(token).idf, Math.log(1 + (passages - count + 0.5) / (count + 0.5)));
  };
}

/** The different words of a text and what each weighs, in the order they were written. */
export interface WeighedWords {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
}

export function weighWords(words: ReadonlySet<string>, weight: TokenWeight): WeighedWords {
  const weights = Array.from(words, weight);
  return { words: [...words], weights, total: weights.reduce((sum, one) => sum + one, 0) };
}

/** What the passage at a position is remembered for. */
export type RememberedQuestions = (position: number) => readonly WeighedWords[];

/** Taken apart when first asked for: a corpus of laws has far more titles than anybody finds. */
export function remembered(
  questions: readonly (readonly string[])[],
  read: Reading,
  weight: TokenWeight,
): RememberedQuestions {
  const kept = new Map<number, readonly WeighedWords[]>();
  return (position) => {
    const known = kept.get(position);
    if (known) return known;
    const made = (questions[position] ?? []).map((one) => weighWords(new Set(read(one)), weight));
    kept.set(position, made);
    return made;
  };
}

/**
 * Weighted Dice overlap with the most similar of the questions, 0..1: 1 is the same words.
 * `total`: what all words of the query weigh.
 */
export function similarityTo(
  questions: readonly WeighedWords[],
  query: ReadonlySet<string>,
  total: number,
): number {
  if (total === 0) return 0;
  let most = 0;
  for (const asked of questions) {
    most = Math.max(most, (2 * sharedWeight(asked, query)) / (total + asked.total));
  }
  return most;
}

function sharedWeight({ words, weights }: WeighedWords, query: ReadonlySet<string>): number {
  let shared = 0;
  for (let at = 0; at < words.length; at++) {
    if (query.has(words[at] as string)) shared += weights[at] as number;
  }
  return shared;
}
