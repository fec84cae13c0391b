import hnswlib from 'hnswlib-node';
import type { Lsa, LsaOptions } from './lsa.js';
import { LSA_DEFAULTS, embed, fitLsa } from './lsa.js';
import type { Matrix } from './matrix.js';
import { rowOf, zeros } from './matrix.js';
import { indexedPassages } from './passages.js';
import type { KnowledgeRows } from './queries.js';
import { topPositions } from './ranking.js';
import { wordsOf } from './words.js';

/** Dense likeness of a query to the passages, which are known by position. */
export interface Vectors {
  /** Null when none of the query's tokens was ever seen. */
  embed(query: readonly string[]): Float32Array | null;
  /** Nearest first; only positions that `admits` lets through are counted. */
  nearest(vector: Float32Array, k: number, admits: (position: number) => boolean): number[];
  /** Cosine, −1..1. */
  likeness(vector: Float32Array, position: number): number;
}

/** Tokens of each passage, by position. */
export type Texts = readonly (readonly string[])[];

/** Below this many passages of the house's own, law text and product cards teach the language too. */
const ENOUGH = 100;

/** What is embedded of each passage, questions included, and what the map is fitted on. */
function indexedTexts(rows: KnowledgeRows): { readonly texts: Texts; readonly basis: Texts } {
  const indexed = indexedPassages(rows).map(({ passage, fields }) => ({
    isHouse: passage.kind !== 'law' && passage.kind !== 'product',
    text: wordsOf([fields.heading, fields.text, ...fields.asks].join('\n')),
  }));
  const texts = indexed.map(({ text }) => text);
  // Thousands of articles would bend the map to the law's language, which no customer speaks, and
  // forty cards of one pattern to what tells product from product.
  const house = indexed.filter(({ isHouse }) => isHouse).map(({ text }) => text);
  return { texts, basis: house.length < ENOUGH ? texts : house };
}

/** What fitting leaves: plain data that can be kept, for these rows in this order. */
export interface FittedVectors {
  readonly dimensions: number;
  readonly terms: readonly string[];
  readonly idf: Float32Array;
  /** The projection as one signed byte an entry: a row's largest is ±127. */
  readonly small: Int8Array;
  readonly scales: Float32Array;
  /** One row a passage. */
  readonly passages: Float32Array;
}

/** Returns what was kept for these rows, else makes it and keeps it. */
export type KeepVectors = (rows: KnowledgeRows, make: () => FittedVectors) => FittedVectors;

/** Vectors for `buildIndex(rows, { vectors })`; fitting takes under a second per 2,500 passages. */
export const vectorsOf = (rows: KnowledgeRows, keep: KeepVectors = (_, make) => make()): Vectors =>
  fitted(
    keep(rows, () => {
      const { texts, basis } = indexedTexts(rows);
      return fit(texts, LSA_DEFAULTS, basis);
    }),
  );

export const fitVectors = (
  texts: Texts,
  options: LsaOptions = LSA_DEFAULTS,
  basis: Texts = texts,
): Vectors => fitted(fit(texts, options, basis));

/** Passages are embedded by the packed map, as every query will be. */
function fit(texts: Texts, options: LsaOptions, basis: Texts): FittedVectors {
  const map = packed(fitLsa(basis, options));
  const lsa = unpacked(map);
  const passages = new Float32Array(texts.length * map.dimensions);
  for (const [at, text] of texts.entries()) passages.set(embed(lsa, text), at * map.dimensions);
  return { ...map, passages };
}

/** Up to here it is quicker to look at every passage than to follow a graph, and exact. */
const FEW = 4_000;

function fitted(kept: FittedVectors): Vectors {
  const lsa = unpacked(kept);
  const { dimensions, passages } = kept;
  const size = dimensions === 0 ? 0 : passages.length / dimensions;
  return {
    embed(query) {
      const vector = embed(lsa, query);
      return vector.some((value) => value !== 0) ? vector : null;
    },
    nearest: size <= FEW ? scanOf(kept, size) : graphOf(kept, size),
    likeness: (vector, position) => likenessAt(kept, vector, position),
  };
}

const scanOf =
  (kept: FittedVectors, size: number): Vectors['nearest'] =>
  (vector, k, admits) => {
    const scores = new Float32Array(size);
    // Over 0 also for what is unlike, because only such positions are counted.
    for (let at = 0; at < size; at++) scores[at] = 2 + likenessAt(kept, vector, at);
    return topPositions(scores, k, admits).map(({ position }) => position);
  };

function graphOf({ dimensions, passages }: FittedVectors, size: number): Vectors['nearest'] {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex(size, 16, 100, 1);
  for (let at = 0; at < size; at++) {
    graph.addPoint(Array.from(passages.subarray(at * dimensions, (at + 1) * dimensions)), at);
  }
  graph.setEf(200);
  return (vector, k, admits) =>
    graph.searchKnn(Array.from(vector), Math.min(k, size), admits).neighbors;
}

function likenessAt(
  { dimensions, passages }: FittedVectors,
  vector: Float32Array,
  position: number,
): number {
  const base = position * dimensions;
  let sum = 0;
  for (let i = 0; i < dimensions; i++)
    sum += (vector[i] as number) * (passages[base + i] as number);
  return sum;
}

type PackedMap = Omit<FittedVectors, 'passages'>;

function packed({ dimensions, weighing, projection }: Lsa): PackedMap {
  const small = new Int8Array(projection.values.length);
  const scales = new Float32Array(projection.rows);
  for (let row = 0; row < projection.rows; row++) {
    const values = rowOf(projection, row);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    scales[row] = scale;
    for (const [i, value] of values.entries()) {
      small[row * projection.columns + i] = scale === 0 ? 0 : Math.round(value / scale);
    }
  }
  return { dimensions, terms: [...weighing.terms.keys()], idf: weighing.idf, small, scales };
}

function unpacked({ dimensions, terms, idf, small, scales }: PackedMap): Lsa {
  const projection: Matrix = zeros(terms.length, dimensions);
  for (let row = 0, at = 0; row < terms.length; row++) {
    const scale = scales[row] as number;
    for (const end = at + dimensions; at < end; at++) {
      projection.values[at] = (small[at] as number) * scale;
    }
  }
  const columns = new Map(terms.map((term, column) => [term, column]));
  return { dimensions, weighing: { terms: columns, idf }, projection };
}
