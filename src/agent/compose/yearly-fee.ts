import type { NumberRange } from '../../language/spoken-number.js';
import type { Fact } from '../../terms/fact.js';
import type { PlannedProduct } from '../../terms/plan.js';
import type { Fee, FeeKind, Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLabel, feesOn } from '../../wording/fee-table.js';
import { exactYuan, percent, yuan } from '../../wording/figures.js';
import { daysWithin } from '../../wording/holding-cost.js';
import type { Reckoned } from './reckoning.js';

/** 一年多少钱: what is taken by the day, in yuan of the sum and over the time the customer named. */

const YEAR = 365;
const BY_THE_DAY: readonly FeeKind[] = ['management', 'custody', 'sales_service', 'advisory'];

/** Null: none of these fees is taken by the day. `days` null: a year. */
export function yearlyPart(
  product: Product,
  fees: readonly Fee[],
  days: NumberRange | null,
  amount: number,
): Reckoned | null {
  const held = days && days.from === days.to ? days.from : YEAR;
  const lines = fees.filter(({ kind, rate }) => BY_THE_DAY.includes(kind) && rate);
  const taken = lines.map((fee) => {
    const share = ((fee.rate ?? 0) * daysWithin(held, fee)) / YEAR;
    return Math.round(amount * share * 100) / 100;
  });
  if (lines.length === 0) return null;
  const each = lines.map(
    (fee, at) =>
      `${feeLabel(fee.kind, product)}每年 ${percent(fee.rate ?? 0)}，大约 **${exactYuan(taken[at] ?? 0)}**`,
  );
  return {
    text: `：按 ${yuan(amount)}${heldTime(held)}算，${each.join('；')}。按天计提，会跟着市值变。`,
    facts: [
      { value: amount, unit: 'yuan', label: '您说的金额' },
      ...taken.map((value) => ({ value, unit: 'yuan' as const, label: '按天收的费用' })),
      ...timeFacts(held),
    ],
  };
}

/** What all products of a plan take by the day in the first year, in yuan. */
export function yearlyTotal(
  placed: readonly PlannedProduct[],
  products: readonly Product[],
  today: LocalDate,
): { readonly text: string; readonly fact: Fact } {
  const taken = placed.flatMap(({ code, amount }) => {
    const product = products.find((one) => one.code === code);
    const lines = product ? feesOn(product, today) : [];
    return lines
      .filter(({ kind }) => BY_THE_DAY.includes(kind))
      .map((fee) => (amount * (fee.rate ?? 0) * daysWithin(YEAR, fee)) / YEAR);
  });
  const value = Math.round(taken.reduce((sum, one) => sum + one, 0));
  return { text: yuan(value), fact: { value, unit: 'yuan', label: '一年按天收的费用合计' } };
}

/** Whole years are said as such. */
export const heldTime = (days: number): string =>
  days === YEAR ? '放一年' : days % YEAR === 0 ? `放 ${days / YEAR} 年` : `放 ${days} 天`;

export const timeFacts = (days: number): readonly Fact[] =>
  days % YEAR === 0
    ? [{ value: days / YEAR, unit: 'year', label: '您说的持有时间' }]
    : [{ value: days, unit: 'day', label: '您说的持有时间' }];
