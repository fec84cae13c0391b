import type { Grams } from './features.js';
import { gramsOf } from './features.js';
import type { Senses } from './senses.js';
import { NO_SENSES, sensesOf } from './senses.js';

/** Sparse features of one sentence: column numbers with weights of unit length; may be empty. */
export interface Features {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** The grams that count, and how much each. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  readonly letters: ReadonlyMap<string, number>;
  readonly meanings: ReadonlyMap<string, number>;
  /** The words whose meaning is known. */
  readonly senses: Senses;
  /** Inverse document frequency by column. */
  readonly idf: Float32Array;
}

/** Rarer grams teach little but their own sentences by heart, and would be two fifths of a model. */
const MIN_SENTENCES = 3;

export function fitVocabulary(
  texts: readonly string[],
  senses: Senses = NO_SENSES,
): {
  readonly vocabulary: Vocabulary;
  readonly rows: readonly Features[];
} {
  const signs = texts.map((text) => signsOf(text, senses));
  const idf: number[] = [];
  const words = columnsOf(
    signs.map((each) => each.words),
    idf,
  );
  const letters = columnsOf(
    signs.map((each) => each.letters),
    idf,
  );
  const meanings = columnsOf(
    signs.map((each) => each.meanings),
    idf,
  );
  const vocabulary = { words, letters, meanings, senses, idf: Float32Array.from(idf) };
  return { vocabulary, rows: signs.map((each) => weigh(vocabulary, each)) };
}

export const featuresOf = (vocabulary: Vocabulary, text: string): Features =>
  weigh(vocabulary, signsOf(text, vocabulary.senses));

/** How a sentence is worded, and what its words stand for. */
interface Signs extends Grams {
  readonly meanings: readonly string[];
}

const signsOf = (text: string, senses: Senses): Signs => ({
  ...gramsOf(text),
  meanings: sensesOf(text, senses),
});

function columnsOf(sentences: readonly (readonly string[])[], idf: number[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const sentence of sentences) {
    for (const gram of new Set(sentence)) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  }
  const columns = new Map<string, number>();
  for (const [gram, count] of frequency) {
    if (count < MIN_SENTENCES) continue;
    columns.set(gram, idf.length);
    idf.push(Math.log((sentences.length + 1) / (count + 1)) + 1);
  }
  return columns;
}

/** What words stand for tells less than the words: a list of them is never whole nor quite right. */
const MEANING_WEIGHT = 0.5;

/** (1 + ln tf) × idf; words and letters weigh the same together, the whole is of unit length. */
function weigh(vocabulary: Vocabulary, { words, letters, meanings }: Signs): Features {
  const entries = [
    ...unit(weights(vocabulary.words, vocabulary.idf, words)),
    ...unit(weights(vocabulary.letters, vocabulary.idf, letters)),
    ...unit(weights(vocabulary.meanings, vocabulary.idf, meanings)).map(
      ([column, weight]): Entry => [column, MEANING_WEIGHT * weight],
    ),
  ];
  const all = unit(entries);
  return {
    columns: Uint32Array.from(all, ([column]) => column),
    values: Float32Array.from(all, ([, weight]) => weight),
  };
}

type Entry = readonly [column: number, weight: number];

function weights(
  columns: ReadonlyMap<string, number>,
  idf: Float32Array,
  grams: readonly string[],
): Entry[] {
  const counts = new Map<number, number>();
  for (const gram of grams) {
    const column = columns.get(gram);
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].map(([column, count]) => [
    column,
    (1 + Math.log(count)) * (idf[column] as number),
  ]);
}

function unit(entries: readonly Entry[]): Entry[] {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return entries.map(([column, weight]) => [column, weight / length]);
}
