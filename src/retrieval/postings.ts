import type { Bm25Options, Fields } from './bm25.js';

/**
 * Postings in three typed arrays: passages and impacts (the finished score one occurrence gives)
 * by term, and where each term starts. Within a term passages ascend.
 */
export interface Postings {
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  readonly impacts: Float32Array;
}

/** Numbers every token met in `terms` and lays the postings out term by term. */
export function buildPostings(
  passages: readonly Fields[],
  options: Bm25Options,
  terms: Map<string, number>,
): Postings {
  const counted = countTerms(passages, options, terms);
  return arrange(counted, terms.size, passages.length, options);
}

/** Rarity of a term that stands in `frequency` of `size` passages; > 0. */
export const rarity = (size: number, frequency: number): number =>
  Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));

interface Counted {
  /** One entry a (passage, term) pair, in passage order. */
  readonly term: Uint32Array;
  readonly weight: Float32Array;
  /** Where each passage's entries start; `size + 1` long. */
  readonly starts: Uint32Array;
  /** Weighted length of each passage, in tokens. */
  readonly lengths: Float32Array;
}

function countTerms(
  passages: readonly Fields[],
  { weights, read }: Bm25Options,
  terms: Map<string, number>,
): Counted {
  const term = new GrowingArray(Uint32Array);
  const weight = new GrowingArray(Float32Array);
  const starts = new Uint32Array(passages.length + 1);
  const lengths = new Float32Array(passages.length);
  for (const [index, { text, heading, asks }] of passages.entries()) {
    const here = new Map<number, number>();
    const count = (found: readonly string[], by: number) => {
      if (by === 0) return;
      for (const token of found) addTo(here, numberOf(terms, token), by);
      lengths[index] = (lengths[index] as number) + found.length * by;
    };
    count(read(text), weights.text);
    count(read(heading), weights.heading);
    for (const ask of asks) count(read(ask), weights.asks);
    for (const [key, value] of here) {
      term.push(key);
      weight.push(value);
    }
    starts[index + 1] = term.length;
  }
  return { term: term.taken(), weight: weight.taken(), starts, lengths };
}

function arrange(counted: Counted, terms: number, size: number, options: Bm25Options): Postings {
  const { k1, b } = options;
  const total = counted.lengths.reduce((sum, length) => sum + length, 0);
  const average = total / Math.max(size, 1) || 1;
  const starts = startsOf(counted.term, terms);
  const next = starts.slice();
  const passages = new Uint32Array(counted.term.length);
  const impacts = new Float32Array(counted.term.length);
  for (let passage = 0; passage < size; passage++) {
    const saturation = k1 * (1 - b + (b * (counted.lengths[passage] as number)) / average);
    const end = counted.starts[passage + 1] as number;
    for (let at = counted.starts[passage] as number; at < end; at++) {
      const term = counted.term[at] as number;
      const frequency = (starts[term + 1] as number) - (starts[term] as number);
      const weight = counted.weight[at] as number;
      const slot = next[term] as number;
      next[term] = slot + 1;
      passages[slot] = passage;
      impacts[slot] = (rarity(size, frequency) * weight * (k1 + 1)) / (weight + saturation);
    }
  }
  return { starts, passages, impacts };
}

function startsOf(term: Uint32Array, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const one of term) starts[one + 1] = (starts[one + 1] as number) + 1;
  for (let one = 0; one < terms; one++) {
    starts[one + 1] = (starts[one + 1] as number) + (starts[one] as number);
  }
  return starts;
}

function numberOf(terms: Map<string, number>, token: string): number {
  const known = terms.get(token);
  if (known !== undefined) return known;
  terms.set(token, terms.size);
  return terms.size - 1;
}

const addTo = (counts: Map<number, number>, key: number, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/** A typed array that doubles: millions of entries as plain numbers would cost ten times as much. */
class GrowingArray<Kind extends Uint32Array | Float32Array> {
  length = 0;
  private values: Kind;

  constructor(kind: new (length: number) => Kind) {
    this.values = new kind(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new (this.values.constructor as new (length: number) => Kind)(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  taken(): Kind {
    return this.values.slice(0, this.length) as Kind;
  }
}
