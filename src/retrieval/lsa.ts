import type { Matrix } from './matrix.js';
import {
  gram,
  multiply,
  multiplySquare,
  multiplyTransposed,
  orthonormal,
  rowOf,
  symmetricEigen,
  zeros,
} from './matrix.js';
import type { Weighing } from './tf-idf.js';
import { fitWeighing, weighAll, weighOne } from './tf-idf.js';

export interface LsaOptions {
  readonly dimensions: number;
  readonly seed: number;
  /** The most frequent tokens that are kept; the rest say nothing about similarity. */
  readonly maxTerms: number;
}

/**
 * Few dimensions: on the shipped knowledge 32 and 64 put the right entry first for 87 %, 96 for 86 %
 * of the questions in test/retrieval/questions.tsv; with 27 law texts beside it 64 and 96 brought
 * the article that answers among the first three for 47 % of its law questions, 32 for 38 %.
 */
export const LSA_DEFAULTS: LsaOptions = { dimensions: 64, seed: 20261125, maxTerms: 60_000 };

/**
 * More columns than asked for make a random range catch the leading directions (Halko 2011). Those of
 * knowledge fade slowly, so it takes many rounds: with 2 rounds and 16 columns, another seed or one
 * question more moved the share of unanswerable questions taken between 4 and 10 %; with these it
 * stays where it is, for a second or two more of fitting. It has to grow with the knowledge.
 */
const OVERSAMPLING = 64;
const POWER_ITERATIONS = 12;

/** Latent semantic analysis (潜在语义): a linear map from token weights to a dense unit vector. */
export interface Lsa {
  readonly dimensions: number;
  readonly weighing: Weighing;
  /** One row a term. */
  readonly projection: Matrix;
}

/** Truncated SVD of the TF-IDF matrix by a seeded random range; at least two texts. */
export function fitLsa(texts: readonly (readonly string[])[], options = LSA_DEFAULTS): Lsa {
  const weighing = fitWeighing(texts, options.maxTerms);
  const matrix = weighAll(weighing, texts);
  const wanted = Math.min(options.dimensions, texts.length, matrix.width);
  const width = Math.min(wanted + OVERSAMPLING, texts.length, matrix.width);
  let range = multiply(matrix, gaussian(matrix.width, width, options.seed));
  for (let power = 0; power < POWER_ITERATIONS; power++) {
    range = multiply(matrix, multiplyTransposed(matrix, orthonormal(range)));
  }
  const small = multiplyTransposed(matrix, orthonormal(range));
  const { values, vectors } = symmetricEigen(gram(small), width);
  scaleColumns(vectors, values, width);
  return { dimensions: wanted, weighing, projection: multiplySquare(small, vectors, wanted) };
}

/** Unit vector of a text; all zeros when none of its tokens was seen. */
export function embed(
  { weighing, projection, dimensions }: Lsa,
  text: readonly string[],
): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [term, weight] of weighOne(weighing, text)) {
    const row = rowOf(projection, term);
    for (let i = 0; i < dimensions; i++) vector[i]! += weight * row[i]!;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Columns divided by their singular value; a direction without weight stays out. */
function scaleColumns(vectors: Float64Array, squared: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    const value = Math.sqrt(Math.max(squared[j]!, 0));
    const by = value > 1e-6 ? 1 / value : 0;
    for (let i = 0; i < n; i++) vectors[i * n + j]! *= by;
  }
}

function gaussian(rows: number, columns: number, seed: number): Matrix {
  const made = zeros(rows, columns);
  const next = uniform(seed);
  for (let at = 0; at < made.values.length; at++) {
    made.values[at] = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  }
  return made;
}

/** Mulberry32: numbers in (0, 1], the same for the same seed on every machine. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 1) / 4294967296;
  };
}
