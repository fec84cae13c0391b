import type { Fee, Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { feesOn } from './fee-table.js';

/** 持有成本: what buying, holding and selling take of the money, read off the product master. */

const YEAR = 365;
/** So long a holding is looked at for the day on which two classes cost the same. */
const HORIZON = 10 * YEAR;

/**
 * A ratio of the money put in, over `days` of holding. Management and custody are left out: they are the
 * same in every class of a fund.
 */
export function holdingCost(
  product: Product,
  days: number,
  amount: number,
  today: LocalDate,
): number {
  const fees = feesOn(product, today);
  const entry = fees.find((fee) => fee.kind === 'purchase' && covers(amount, fee));
  const exit = fees.find((fee) => fee.kind === 'redemption' && isHeld(days, fee));
  const service = fees.filter(({ kind }) => kind === 'sales_service');
  return (
    (entry ? (entry.rate ?? (entry.amount ?? 0) / amount) : 0) +
    (exit?.rate ?? 0) +
    service.reduce((sum, fee) => sum + ((fee.rate ?? 0) * daysWithin(days, fee)) / YEAR, 0)
  );
}

/** The same in yuan, where the fee to enter is taken out of the money put in. */
export function holdingCostIn(
  product: Product,
  days: number,
  amount: number,
  today: LocalDate,
): number {
  const rate =
    feesOn(product, today).find((fee) => fee.kind === 'purchase' && covers(amount, fee))?.rate ?? 0;
  const share = holdingCost(product, days, amount, today) - rate;
  return Math.round((share * amount + feeTakenFrom(amount, rate)) * 100) / 100;
}

/** 外扣法: the fee is what remains of the money after the net sum times (1 + rate), in yuan. */
export const feeTakenFrom = (amount: number, rate: number): number => amount - amount / (1 + rate);

/** Whether a line of the table holds for this sum. */
export const covers = (amount: number, { fromAmount = 0, toAmount = null }: Fee): boolean =>
  amount >= fromAmount && (toAmount === null || amount < toAmount);

const isHeld = (days: number, { fromDays = 0, toDays = null }: Fee): boolean =>
  days >= fromDays && (toDays === null || days < toDays);

/** How many of the days a fee that is taken by the day falls on. */
export const daysWithin = (days: number, { fromDays = 0, toDays = null }: Fee): number =>
  Math.max(0, Math.min(days, toDays ?? days) - fromDays);

export interface BreakEven {
  /** The class that costs less at first. */
  readonly first: 'A' | 'C';
  /** Day of holding from which the other costs less for good; null: it never does. */
  readonly from: number | null;
}

/** Null where both cost the same, or where they also differ in what is charged alike elsewhere. */
export function breakEven(
  a: Product,
  c: Product,
  amount: number,
  today: LocalDate,
): BreakEven | null {
  if (running(a, today) !== running(c, today)) return null;
  const difference = (days: number) =>
    holdingCost(a, days, amount, today) - holdingCost(c, days, amount, today);
  const first = difference(1);
  if (Math.abs(first) < 1e-9) return null;
  const sign = Math.sign(first);
  let last = HORIZON;
  while (last > 0 && difference(last) * sign <= 1e-9) last -= 1;
  return { first: sign > 0 ? 'C' : 'A', from: last === HORIZON ? null : last + 1 };
}

const running = (product: Product, today: LocalDate): number =>
  feesOn(product, today)
    .filter(({ kind }) => kind === 'management' || kind === 'custody')
    .reduce((sum, { rate = 0 }) => sum + rate, 0);
