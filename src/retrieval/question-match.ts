import type { Bm25 } from './bm25.js';
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
  if (passages < ENOUGH_QUESTIONS) return (token) => bm25.idf(token);
  return (token) => {
    const count = frequency.get(token) ?? 0;
    return Math.min(bm25.idf(token), Math.log(1 + (passages - count + 0.5) / (count + 0.5)));
  };
}

/** Weighted Dice overlap with the most similar of the questions, 0..1: 1 is the same words. */
export function similarityTo(
  questions: readonly ReadonlySet<string>[],
  query: ReadonlySet<string>,
  weight: TokenWeight,
): number {
  const total = sum(query, weight);
  if (total === 0) return 0;
  const likeness = questions.map((asked) => {
    const shared = [...asked].filter((token) => query.has(token));
    return (2 * sum(shared, weight)) / (total + sum(asked, weight));
  });
  return Math.max(0, ...likeness);
}

function sum(found: Iterable<string>, weight: TokenWeight): number {
  let total = 0;
  for (const token of found) total += weight(token);
  return total;
}
