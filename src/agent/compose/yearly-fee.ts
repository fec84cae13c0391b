import type { NumberRange } from '../../language/spoken-number.js';
import type { Fact } from '../../terms/fact.js';
import type { Fee, FeeKind, Product } from '../../terms/product.js';
import { feeLabel } from '../../wording/fee-table.js';
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

/** Whole years are said as such. */
export const heldTime = (days: number): string =>
  days === YEAR ? '放一年' : days % YEAR === 0 ? `放 ${days / YEAR} 年` : `放 ${days} 天`;

export const timeFacts = (days: number): readonly Fact[] =>
  days % YEAR === 0
    ? [{ value: days / YEAR, unit: 'year', label: '您说的持有时间' }]
    : [{ value: days, unit: 'day', label: '您说的持有时间' }];
