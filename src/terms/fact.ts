import type { LocalDate } from './time.js';

/** Units a figure may carry; `%` means 4.5 for 4.5 %. */
export const UNITS = ['%', 'yuan', 'day', 'month', 'year', 'count', 'date'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * A figure with a birthplace (数据事实): the only kind of number a reply may state besides those
 * in a cited passage. `value` is a number, or a `YYYY-MM-DD` string for unit `date`.
 */
export interface Fact {
  readonly value: number | LocalDate;
  readonly unit: Unit;
  /** What it measures, in the customer's words, e.g. `管理费（每年）`. */
  readonly label: string;
}
