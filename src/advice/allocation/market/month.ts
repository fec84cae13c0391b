import type { LocalDate } from '../../../terms/time.js';

/** A calendar month, `YYYY-MM`; as a level it means the month's last trading day. */
export type Month = string;

/** Months since year 0, to count with. */
export const monthNumber = (month: Month): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The day a month ends on. */
export const lastDayOf = (month: Month): LocalDate =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);

/** `2008年1月`. */
export const monthInWords = (month: Month): string =>
  `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
