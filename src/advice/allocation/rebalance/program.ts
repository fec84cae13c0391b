import type { Program } from '../solver.js';

/** Column and coefficient. */
export type Term = readonly [column: number, coefficient: number];

/** A program written down column by column and row by row. */
export interface ProgramDraft {
  /** The new column's position; bounds are 0 and `upper`. */
  column(cost: number, upper?: number, integer?: boolean): number;
  row(terms: readonly Term[], lower: number, upper: number): void;
  finish(): Program;
}

export function draftProgram(): ProgramDraft {
  const columns: { cost: number; upper: number; integer: boolean }[] = [];
  const rows: { terms: readonly Term[]; lower: number; upper: number }[] = [];
  return {
    column(cost, upper = Infinity, integer = false) {
      return columns.push({ cost, upper, integer }) - 1;
    },
    row(terms, lower, upper) {
      rows.push({ terms, lower, upper });
    },
    finish() {
      const starts = rows.reduce<number[]>(
        (ends, { terms }) => [...ends, ends.at(-1)! + terms.length],
        [0],
      );
      return {
        cost: Float64Array.from(columns, ({ cost }) => cost),
        lower: new Float64Array(columns.length),
        upper: Float64Array.from(columns, ({ upper }) => upper),
        rowLower: Float64Array.from(rows, ({ lower }) => lower),
        rowUpper: Float64Array.from(rows, ({ upper }) => upper),
        rows: {
          starts: Int32Array.from(starts),
          indices: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([column]) => column))),
          values: Float64Array.from(rows.flatMap(({ terms }) => terms.map(([, value]) => value))),
        },
        integer: Int32Array.from(columns, ({ integer }) => Number(integer)),
      };
    },
  };
}
