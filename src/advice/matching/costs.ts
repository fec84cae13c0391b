import type { Fee, FeeKind, Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';

const YEAR = 365;
const YEARLY: readonly FeeKind[] = ['management', 'custody', 'sales_service', 'advisory'];

/** All yearly fees together as the master lists them, ratio. */
export const yearlyFee = (product: Product, today: LocalDate): number =>
  inForce(product, today)
    .filter(({ kind }) => YEARLY.includes(kind))
    .reduce((sum, { rate = 0 }) => sum + rate, 0);

/** 持有成本: entering with `amount` yuan, holding `days`, leaving; part of the money, simple. */
export function costOver(product: Product, days: number, amount: number, today: LocalDate): number {
  const fees = inForce(product, today);
  const entry = fees.find(
    ({ kind, fromAmount = 0, toAmount = null }) =>
      (kind === 'purchase' || kind === 'subscription') &&
      amount >= fromAmount &&
      (toAmount === null || amount < toAmount),
  );
  const exit = fees.find(
    ({ kind, fromDays = 0, toDays = null }) =>
      kind === 'redemption' && days >= fromDays && (toDays === null || days < toDays),
  );
  const entered = entry ? (entry.rate ?? (entry.amount ?? 0) / amount) : 0;
  return entered + (exit?.rate ?? 0) + (yearlyFee(product, today) * days) / YEAR;
}

const inForce = ({ fees }: Product, today: LocalDate): readonly Fee[] =>
  fees.filter(({ effective }) => effective <= today);
