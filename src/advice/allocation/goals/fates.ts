import type { Stream } from '../random.js';
import { bitsAt, bitsOf, streamOf } from '../random.js';
import type { GrowthTable } from './growth-table.js';
import { LOGNORMAL_ENTRIES } from './growth-table.js';

/**
 * 情景: what the market does to each path in each month. Path and month alone decide, so that plans of
 * any length and number of paths are compared on the same fates.
 */
export interface Fates {
  /** Writes the growth factors of paths `first` … in `month` (1 = the first). `first` is even. */
  fill(month: number, first: number, factors: Float64Array): void;
  /**
   * What the paths have after the months: month by month each value times its factor, with the month's
   * flow at its end.
   */
  live(months: Months, first: number, values: Float64Array, flows: Float64Array): void;
}

/** From one month to another, both among them; flows are counted from the first month of the plan. */
export interface Months {
  readonly from: number;
  readonly to: number;
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
  return {
    fill(month, first, factors) {
      fillIndependent(tableOf(month), stream, (month << PATH_BITS) | (first >> 1), factors);
    },
    live(months, first, values, flows) {
      for (let { from } = months; from <= months.to;) {
        const table = tableOf(from);
        let to = from;
        while (to < months.to && tableOf(to + 1) === table) to++;
        liveIndependent(table, stream, { from, to }, first, values, flows);
        from = to + 1;
      }
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
  const { first: firstKey, second: secondKey } = stream;
  for (let at = 0; at < factors.length; at += 2) {
    const bits = bitsOf(firstKey, secondKey, counter + (at >> 1));
    factors[at] = table[bits & MASK]!;
    factors[at + 1] = table[(bits >>> 16) & MASK]!;
  }
}

/**
 * The same draws put to use at once, four paths through all the months: 36 million of them stand behind
 * one plan of thirty years, and while one path waits for its product the others go on.
 */
function liveIndependent(
  table: GrowthTable,
  stream: Stream,
  months: Months,
  first: number,
  values: Float64Array,
  flows: Float64Array,
): void {
  const { first: firstKey, second: secondKey } = stream;
  const { from, to } = months;
  const fours = values.length & ~3;
  for (let at = 0; at < fours; at += 4) {
    const path = (first + at) >> 1;
    let a = values[at]!;
    let b = values[at + 1]!;
    let c = values[at + 2]!;
    let d = values[at + 3]!;
    for (let month = from; month <= to; month++) {
      const counter = month << PATH_BITS;
      const bits = bitsOf(firstKey, secondKey, counter | path);
      const others = bitsOf(firstKey, secondKey, counter | (path + 1));
      const flow = flows[month - 1]!;
      a = a * table[bits & MASK]! + flow;
      b = b * table[(bits >>> 16) & MASK]! + flow;
      c = c * table[others & MASK]! + flow;
      d = d * table[(others >>> 16) & MASK]! + flow;
    }
    values[at] = a;
    values[at + 1] = b;
    values[at + 2] = c;
    values[at + 3] = d;
  }
  if (fours < values.length) {
    livePair(table, stream, months, first + fours, values.subarray(fours), flows);
  }
}

/** The last two paths of a number that is no multiple of four. */
function livePair(
  table: GrowthTable,
  stream: Stream,
  { from, to }: Months,
  first: number,
  pair: Float64Array,
  flows: Float64Array,
): void {
  for (let month = from; month <= to; month++) {
    const bits = bitsAt(stream, (month << PATH_BITS) | (first >> 1));
    pair[0] = pair[0]! * table[bits & MASK]! + flows[month - 1]!;
    pair[1] = pair[1]! * table[(bits >>> 16) & MASK]! + flows[month - 1]!;
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
    live({ from, to }, first, values, flows) {
      const factors = new Float64Array(values.length);
      for (let month = from; month <= to; month++) {
        fates.fill(month, first, factors);
        grow(values, factors, flows[month - 1]!);
      }
    },
  };
  return fates;
}
