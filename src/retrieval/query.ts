import { isPair } from '../language/tokens.js';
import type { Bm25, Term } from './bm25.js';
import type { TokenWeight } from './question-match.js';

/** A question taken apart once for all candidates. */
export interface Query {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly words: ReadonlySet<string>;
  /** The same words, looked up, in the order they were written. */
  readonly terms: readonly QueryTerm[];
  /** What all words weigh. */
  readonly weight: number;
  /** Null without vectors, or when no token was ever seen. */
  readonly vector: Float32Array | null;
}

export interface QueryTerm extends Term {
  /** Of neighbours; else a character, word, code or name. */
  readonly isPair: boolean;
  readonly weight: number;
}

export function takeApart(
  text: string,
  tokens: readonly string[],
  { bm25, weight }: { readonly bm25: Bm25; readonly weight: TokenWeight },
  vector: Float32Array | null,
): Query {
  const words = new Set(tokens);
  const terms = Array.from(words, (token): QueryTerm => ({
    ...bm25.term(token),
    isPair: isPair(token),
    weight: weight(token),
  }));
  return { text, tokens, words, terms, weight: weightOf(terms), vector };
}

export function weightOf(terms: readonly QueryTerm[]): number {
  let total = 0;
  for (const { weight } of terms) total += weight;
  return total;
}
