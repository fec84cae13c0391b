import type { Price } from '../../terms/portfolio.js';
import type { PastReturn, Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays, addMonths, daysBetween } from '../../terms/time.js';
import { priceOn } from './positions.js';
import type { Window } from './movement.js';
import { SHORT_MONTHS } from './movement.js';

/** 区间收益: what a product did over the windows customers ask about, where its prices reach back so far. */

/** A price this many days old still stands for the day. */
const STALE_DAYS = 10;
const YEAR_DAYS = 365;

/** The windows that are told, each once; the last is the one the master states. */
export function windowsOf({ performance }: Product, today: LocalDate): readonly Window[] {
  const newYear = `${today.slice(0, 4)}-01-01`;
  const lastYear = `${Number(today.slice(0, 4)) - 1}-01-01`;
  return [
    { from: addDays(newYear, -1), to: today },
    { from: addDays(lastYear, -1), to: addDays(newYear, -1) },
    ...[6, 12, 24, 36].map((months) => ({ from: addMonths(today, -months), to: today })),
    ...(performance ? [{ from: performance.from, to: performance.to }] : []),
  ];
}

/** Null where the window is too short to be shown as performance, or the prices do not span it. */
export function returnOver(
  product: Product,
  prices: readonly Price[],
  { from, to }: Window,
): PastReturn | null {
  if (addMonths(from, SHORT_MONTHS) > to) return null;
  const [start, end] = [from, to].map((day) => freshOn(prices, day));
  if (!start || !end || start.nav <= 0) return null;
  const gain = end.nav / start.nav - 1;
  const days = daysBetween(from, to);
  const annual = days >= YEAR_DAYS ? (1 + gain) ** (YEAR_DAYS / days) - 1 : null;
  return { product: product.code, from, to, return: gain, annual };
}

function freshOn(prices: readonly Price[], day: LocalDate): Price | null {
  const price = priceOn(prices, day);
  return price && daysBetween(price.date, day) <= STALE_DAYS ? price : null;
}
