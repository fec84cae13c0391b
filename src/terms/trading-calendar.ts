import type { LocalDate } from './time.js';
import { addDays } from './time.js';

/** 休市: days in a row on which the exchanges are closed, both ends included. */
export interface Closure {
  /** As the notice names it: 元旦, 国庆节. */
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * 交易日历: what is known of trading days from `from` to `to`, both included. Weekends are closed always,
 * make-up working days among them too.
 */
export interface TradingCalendar {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly closures: readonly Closure[];
  /** `HH:MM`: what is submitted from then on counts for the next trading day. */
  readonly cutOff: string;
  /** The notices it was read from, in words. */
  readonly source: string;
  /** Names the tables and their versions, for the record. */
  readonly version: string;
}

/** Null: the calendar does not reach so far. A weekend is known to be closed in any year. */
export function isTradingDay(
  { from, to, closures }: TradingCalendar,
  date: LocalDate,
): boolean | null {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (date < from || date > to) return null;
  return !closures.some((closure) => closure.from <= date && date <= closure.to);
}

/** The first trading day on or after a day; null: beyond the calendar. */
export const tradingDayFrom = (calendar: TradingCalendar, date: LocalDate): LocalDate | null =>
  nearest(calendar, date, 1);

/** The last trading day before a day; null: beyond the calendar. */
export const tradingDayBefore = (calendar: TradingCalendar, date: LocalDate): LocalDate | null =>
  nearest(calendar, addDays(date, -1), -1);

/** The `count`-th trading day after a day, 0 the day itself; null: beyond the calendar. */
export function tradingDaysAfter(
  calendar: TradingCalendar,
  date: LocalDate,
  count: number,
): LocalDate | null {
  let day: LocalDate | null = date;
  for (let left = count; left > 0 && day !== null; left -= 1) {
    day = tradingDayFrom(calendar, addDays(day, 1));
  }
  return day;
}

function nearest(calendar: TradingCalendar, from: LocalDate, step: 1 | -1): LocalDate | null {
  let date = from;
  let isOpen = isTradingDay(calendar, date);
  while (isOpen === false) {
    date = addDays(date, step);
    isOpen = isTradingDay(calendar, date);
  }
  return isOpen === null ? null : date;
}
