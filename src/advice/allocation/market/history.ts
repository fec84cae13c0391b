import { readCsv } from '../../../language/csv.js';
import { ASSET_CLASSES, byClass } from './asset-class.js';
import type { ByClass } from './asset-class.js';
import type { Month } from './month.js';
import { monthNumber } from './month.js';
import type { ClassSeries, MarketSeries } from './series.js';

/** 历史收益: simple monthly returns in yuan. */
export interface MarketHistory {
  /** The month-end each return runs to; the first is the second month of the levels. */
  readonly months: readonly Month[];
  /** Month-end from which the first return runs. */
  readonly start: Month;
  /** Null for a class without a series. */
  readonly returns: ByClass<Float64Array | null>;
}

/** Returns by class from the CSV that `series` describes, or what is wrong with the figures. */
export function parseHistory(csv: string, series: MarketSeries): MarketHistory | string {
  const rows = readCsv(csv);
  const months = rows.map(({ month }) => month ?? '');
  const gap = months.findIndex((month, at) => monthNumber(month) !== monthNumber(series.from) + at);
  if (gap >= 0) return `line ${gap + 2}: month "${months[gap]}" does not follow on`;
  if (months.at(-1) !== series.to) return `ends ${months.at(-1)}, not ${series.to}`;
  for (const { column } of series.series) {
    const bad = rows.findIndex((row) => !(Number(row[column]) > 0));
    if (bad >= 0) return `line ${bad + 2}: ${column} is no positive number`;
  }
  const column = (name: string): Float64Array =>
    Float64Array.from(rows, (row) => Number(row[name]));
  return {
    months: months.slice(1),
    start: series.from,
    returns: byClass((name) => returnsOf(series.classes[name], column)),
  };
}

function returnsOf(
  { level, times }: ClassSeries,
  column: (name: string) => Float64Array,
): Float64Array | null {
  if (level === null) return null;
  const rate = times === undefined ? null : column(times);
  const levels = column(level).map((value, at) => value * (rate?.[at] ?? 1));
  return Float64Array.from(levels.subarray(1), (value, at) => value / levels[at]! - 1);
}

/** Monthly returns of every class as T rows, a class without a series growing at `cashRate` a year. */
export function returnRows(history: MarketHistory, cashRate: number): readonly Float64Array[] {
  const flat = (1 + cashRate) ** (1 / 12) - 1;
  return history.months.map((_, at) =>
    Float64Array.from(ASSET_CLASSES, (name) => history.returns[name]?.[at] ?? flat),
  );
}
