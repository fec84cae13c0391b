import type { Fact } from '../terms/fact.js';
import type { LocalDate } from '../terms/time.js';
import { daysBetween } from '../terms/time.js';
import type { PastReturn, Product } from '../terms/product.js';

/** Every figure of past returns that a reply may state. Percent with two decimals. */
export const factsOfReturns = (
  products: readonly Product[],
  returns: readonly PastReturn[],
): readonly Fact[] =>
  returns.flatMap(({ product: code, from, to, return: gain, annual }): readonly Fact[] => {
    const name = products.find((one) => one.code === code)?.name ?? code;
    const label = `${name} ${from} 至 ${to} 的区间收益`;
    return [
      { value: from, unit: 'date', label: '区间起' },
      { value: to, unit: 'date', label: '区间止' },
      lengthOf(from, to),
      { value: inPercent(gain), unit: '%', label },
      ...(annual === null
        ? []
        : [{ value: inPercent(annual), unit: '%', label: `${label}（折算每年）` } as const]),
    ];
  });

/** 「近一年」 may be said though the customer said it a while ago. */
function lengthOf(from: LocalDate, to: LocalDate): Fact {
  const months = Math.round(daysBetween(from, to) / MONTH);
  return months % 12 === 0
    ? { value: months / 12, unit: 'year', label: '区间的年数' }
    : { value: months, unit: 'month', label: '区间的月数' };
}

const MONTH = 365 / 12;

const inPercent = (ratio: number): number => Math.round(ratio * 10_000) / 100;
