import type { Fee, FeeKind, Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';

const YEAR = 365;
const YEARLY: readonly FeeKind[] = ['management', 'custody', 'sales_service', 'advisory'];

/** All yearly fees together as the master lists them, on the average of `days` of holding; ratio a year. */
export const yearlyFee = (product: Product, days: number, today: LocalDate): number =>
  days === 0 ? 0 : (feesHeld(inForce(product, today), days) * YEAR) / days;

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
  return entered + (exit?.rate ?? 0) + feesHeld(fees, days);
}

const feesHeld = (fees: readonly Fee[], days: number): number =>
  fees
    .filter(({ kind }) => YEARLY.includes(kind))
    .reduce((sum, fee) => sum + ((fee.rate ?? 0) * daysCharged(fee, days)) / YEAR, 0);

/** A service fee may end after a year, which is what makes a C class the cheaper one for longer, too. */
const daysCharged = ({ fromDays = 0, toDays = null }: Fee, days: number): number =>
  Math.max(0, Math.min(days, toDays ?? days) - fromDays);

const inForce = ({ fees }: Product, today: LocalDate): readonly Fee[] =>
  fees.filter(({ effective }) => effective <= today);
