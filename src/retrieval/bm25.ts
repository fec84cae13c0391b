import { isPair, tokens } from '../language/tokens.js';
import type { Postings } from './postings.js';
import { buildPostings, rarity } from './postings.js';
import type { Reading } from './words.js';
import { isName, wordsOf } from './words.js';

/** What is indexed of one passage. */
export interface Fields {
  readonly text: string;
  /** Title, article and the headings above it. */
  readonly heading: string;
  /** Remembered questions. */
  readonly asks: readonly string[];
}

export interface Bm25Options {
  readonly k1: number;
  readonly b: number;
  /** How much one occurrence counts in each field. */
  readonly weights: { readonly text: number; readonly heading: number; readonly asks: number };
  /** How much a pair of neighbours counts beside the characters it is made of. */
  readonly pairs: number;
  /** How much the name of an everyday word counts. */
  readonly names: number;
  /** How texts and queries are read. */
  readonly read: Reading;
}

/** k1 and b gave nothing when tuned on held-out law questions; nor did a heading over 1. */
export const BM25_DEFAULTS: Bm25Options = {
  k1: 1.2,
  b: 0.75,
  weights: { text: 1, heading: 1, asks: 0.5 },
  pairs: 1,
  names: 0,
  read: tokens,
};

/**
 * For the house's own knowledge, from remembered questions held out of it and questions in quite
 * other words: its entries are short and asked for in words that are not theirs.
 */
export const KNOWLEDGE_BM25: Bm25Options = {
  ...BM25_DEFAULTS,
  weights: { text: 1, heading: 1, asks: 0.5 },
  pairs: 0.5,
  names: 1.5,
  read: wordsOf,
};

/** Okapi BM25 over a fixed list of passages, which it knows by position. */
export interface Bm25 {
  readonly size: number;
  /** Adds up every passage's score into a fresh array of `size` numbers. */
  scores(query: readonly string[]): Float32Array;
  term(token: string): Term;
}

/** A token as the index knows it: look it up once, ask about many passages. */
export interface Term {
  /** Rarity, > 0; a token nobody wrote is the rarest. */
  readonly idf: number;
  /** Whether any passage has it. */
  readonly isKnown: boolean;
  isIn(passage: number): boolean;
}

/** Source of the formula: Robertson & Zaragoza 2009, with the fields' occurrences added up first. */
export function buildBm25(passages: readonly Fields[], options = BM25_DEFAULTS): Bm25 {
  const terms = new Map<string, number>();
  const postings = buildPostings(passages, options, terms);
  const size = passages.length;
  const range = (token: string): readonly [number, number] => {
    const term = terms.get(token);
    if (term === undefined) return [0, 0];
    return [postings.starts[term] as number, postings.starts[term + 1] as number];
  };
  return {
    size,
    scores: (query) => addUp(query, range, postings, size, options),
    term(token) {
      const [start, end] = range(token);
      return {
        idf: rarity(size, end - start),
        isKnown: terms.has(token),
        isIn: (passage) => isAmong(postings.passages, start, end, passage),
      };
    },
  };
}

function addUp(
  query: readonly string[],
  range: (token: string) => readonly [number, number],
  { passages, impacts }: Postings,
  size: number,
  { pairs, names }: Bm25Options,
): Float32Array {
  const scores = new Float32Array(size);
  for (const token of query) {
    const [start, end] = range(token);
    const by = isName(token) ? names : isPair(token) ? pairs : 1;
    for (let at = start; at < end; at++) {
      const passage = passages[at] as number;
      scores[passage] = (scores[passage] as number) + by * (impacts[at] as number);
    }
  }
  return scores;
}

function isAmong(sorted: Uint32Array, start: number, end: number, wanted: number): boolean {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < end && sorted[low] === wanted;
}
