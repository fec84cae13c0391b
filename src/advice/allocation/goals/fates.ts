import type { Stream } from '../random.js';
import { bitsAt, streamOf } from '../random.js';
import type { GrowthTable } from './growth-table.js';
import { LOGNORMAL_ENTRIES } from './growth-table.js';

/**
 * 情景: what the market does to each path in each month. Path and month alone decide, so that plans of
 * any length and number of paths are compared on the same fates.
 */
export interface Fates {
  /** Writes the growth factors of paths `first` … in `month` (1 = the first). `first` is even. */
  fill(month: number, first: number, factors: Float64Array): void;
  /** What the paths have after the month: each value times its factor, with the flow at its end. */
  grow(month: number, first: number, values: Float64Array, flow: number): void;
}

export function grow(values: Float64Array, factors: Float64Array, flow: number): void {
  for (let at = 0; at < values.length; at++) values[at] = values[at]! * factors[at]! + flow;
}

/** The table that holds in a month: one for a constant mix, several along a glide path. */
export type TableOf = (month: number) => GrowthTable;

/** Paths fit twenty bits of the counter, months the other twelve. */
const PATH_BITS = 20;
const MASK = LOGNORMAL_ENTRIES - 1;

/** Independent months, of tables with `LOGNORMAL_ENTRIES` entries. */
export function independentFates(tableOf: TableOf, seed: number): Fates {
  const stream = streamOf(seed, 1);
  const counterOf = (month: number, first: number): number => (month << PATH_BITS) | (first >> 1);
  return {
    fill(month, first, factors) {
      fillIndependent(tableOf(month), stream, counterOf(month, first), factors);
    },
    grow(month, first, values, flow) {
      growIndependent(tableOf(month), stream, counterOf(month, first), values, flow);
    },
  };
}

/** One draw of 32 bits serves two paths. */
function fillIndependent(
  table: GrowthTable,
  stream: Stream,
  counter: number,
  factors: Float64Array,
): void {
  for (let at = 0; at < factors.length; at += 2) {
    const bits = bitsAt(stream, counter + (at >> 1));
    factors[at] = table[bits & MASK]!;
    factors[at + 1] = table[(bits >>> 16) & MASK]!;
  }
}

/** The same draws put to use at once: 36 million of them stand behind one plan of thirty years. */
function growIndependent(
  table: GrowthTable,
  stream: Stream,
  counter: number,
  values: Float64Array,
  flow: number,
): void {
  for (let at = 0; at < values.length; at += 2) {
    const bits = bitsAt(stream, counter + (at >> 1));
    values[at] = values[at]! * table[bits & MASK]! + flow;
    values[at + 1] = values[at + 1]! * table[(bits >>> 16) & MASK]! + flow;
  }
}

/** Months of the history that stay together: a crash comes with what came before and after it. */
const BLOCK_MONTHS = 12;

/** 区块自助法: blocks of a year drawn from the history, which is closed to a ring (Politis & Romano 1992). */
export function historyFates(tableOf: TableOf, seed: number): Fates {
  const stream = streamOf(seed, 2);
  const fates: Fates = {
    fill(month, first, factors) {
      const table = tableOf(month);
      const block = Math.floor((month - 1) / BLOCK_MONTHS);
      const within = (month - 1) % BLOCK_MONTHS;
      const counter = (block << PATH_BITS) | first;
      const toEntry = table.length / 4294967296;
      for (let at = 0; at < factors.length; at++) {
        const start = ((bitsAt(stream, counter + at) >>> 0) * toEntry) | 0;
        factors[at] = table[(start + within) % table.length]!;
      }
    },
    grow(month, first, values, flow) {
      const factors = new Float64Array(values.length);
      fates.fill(month, first, factors);
      grow(values, factors, flow);
    },
  };
  return fates;
}
