import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import hnswlib from 'hnswlib-node';
import type { Lsa, LsaOptions } from './lsa.js';
import { LSA_DEFAULTS, embed, fitLsa } from './lsa.js';
import type { Matrix } from './matrix.js';
import { rowOf } from './matrix.js';
import { indexedPassages } from './passages.js';
import type { KnowledgeRows } from './queries.js';
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

const CACHE_VERSION = 3;

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

/** Vectors for `buildIndex(rows, { vectors })`; takes under a second per 2,500 passages, once. */
export function vectorsOf(rows: KnowledgeRows, hash: string, directory?: string): Vectors {
  const { texts, basis } = indexedTexts(rows);
  return directory === undefined
    ? fitVectors(texts, LSA_DEFAULTS, basis)
    : cachedVectors(directory, hash, texts, LSA_DEFAULTS, basis);
}

export function fitVectors(
  texts: Texts,
  options: LsaOptions = LSA_DEFAULTS,
  basis: Texts = texts,
): Vectors {
  return graphOf(fitLsa(basis, options), texts);
}

/**
 * The same, kept in `directory` under the content hash of what it was fitted on. A file that is
 * missing, cut short or of another version is made again; it is a cache, never the truth.
 */
export function cachedVectors(
  directory: string,
  hash: string,
  texts: Texts,
  options: LsaOptions = LSA_DEFAULTS,
  basis: Texts = texts,
): Vectors {
  const { dimensions, seed, maxTerms } = options;
  const file = join(directory, `lsa-${hash.slice(0, 32)}-${dimensions}-${maxTerms}-${seed}.bin`);
  const kept = readCache(file);
  if (kept) return graphOf(kept, texts);
  const made = packed(fitLsa(basis, options));
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${file}.new`, serialize({ version: CACHE_VERSION, ...made }));
  renameSync(`${file}.new`, file);
  // What was kept, not what was fitted, so that the first run answers like every later one.
  return graphOf(unpacked(made), texts);
}

function graphOf(lsa: Lsa, texts: Texts): Vectors {
  const { dimensions } = lsa;
  const vectors = texts.map((text) => embed(lsa, text));
  const graph = new hnswlib.HierarchicalNSW('ip', Math.max(dimensions, 1));
  graph.initIndex(Math.max(texts.length, 1), 16, 100, 1);
  if (dimensions > 0) vectors.forEach((vector, at) => graph.addPoint(Array.from(vector), at));
  graph.setEf(200);
  return {
    embed(query) {
      const vector = embed(lsa, query);
      return vector.some((value) => value !== 0) ? vector : null;
    },
    nearest: (vector, k, admits) =>
      graph.searchKnn(Array.from(vector), Math.min(k, texts.length), admits).neighbors,
    likeness: (vector, position) => dot(vector, vectors[position] as Float32Array),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

interface Packed {
  readonly dimensions: number;
  readonly terms: readonly string[];
  readonly idf: Float32Array;
  /** The projection as one signed byte an entry: a row's largest is ±127. */
  readonly small: Int8Array;
  readonly scales: Float32Array;
}

function packed({ dimensions, weighing, projection }: Lsa): Packed {
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

function unpacked({ dimensions, terms, idf, small, scales }: Packed): Lsa {
  const values = new Float32Array(small.length);
  scales.forEach((scale, row) => {
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++) {
      values[at] = (small[at] as number) * scale;
    }
  });
  const projection: Matrix = { rows: terms.length, columns: dimensions, values };
  const columns = new Map(terms.map((term, column) => [term, column]));
  return { dimensions, weighing: { terms: columns, idf }, projection };
}

function readCache(file: string): Lsa | null {
  try {
    const kept = deserialize(readFileSync(file)) as Packed & { readonly version: number };
    return kept.version === CACHE_VERSION ? unpacked(kept) : null;
  } catch {
    return null;
  }
}
