import type { SparseRows } from './matrix.js';

/** Which tokens count, and how much each. */
export interface Weighing {
  /** Column of each kept token. */
  readonly terms: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** Keeps tokens of at least two texts, the most frequent `maxTerms` of them. */
export function fitWeighing(texts: readonly (readonly string[])[], maxTerms: number): Weighing {
  const frequency = new Map<string, number>();
  for (const text of texts) {
    for (const token of new Set(text)) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  }
  const kept = [...frequency].filter(([, count]) => count >= 2);
  // Ties by the token itself, so that the same texts give the same columns in any order.
  kept.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  kept.length = Math.min(kept.length, maxTerms);
  return {
    terms: new Map(kept.map(([token], column) => [token, column])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((texts.length + 1) / (count + 0.5))),
  };
}

/** (column, weight) pairs: (1 + ln tf) × idf, scaled to unit length. */
export function weighOne({ terms, idf }: Weighing, text: readonly string[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const token of text) {
    const column = terms.get(token);
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const weighed = [...counts].map(([column, count]): [number, number] => [
    column,
    (1 + Math.log(count)) * (idf[column] as number),
  ]);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weighed.map(([column, weight]) => [column, weight / length]);
}

export function weighAll(weighing: Weighing, texts: readonly (readonly string[])[]): SparseRows {
  const rows = texts.map((text) => weighOne(weighing, text));
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const starts = new Uint32Array(rows.length + 1);
  const columns = new Uint32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  for (const [index, row] of rows.entries()) {
    for (const [column, weight] of row) {
      columns[at] = column;
      values[at] = weight;
      at += 1;
    }
    starts[index + 1] = at;
  }
  return { width: weighing.terms.size, starts, columns, values };
}
