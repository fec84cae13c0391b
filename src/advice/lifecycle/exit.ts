import type { Exit, Position, Trade } from '../../terms/portfolio.js';
import type { Fee, Product } from '../../terms/product.js';
import { paceOf } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays, addMonths, daysBetween } from '../../terms/time.js';
import { cents } from './positions.js';

/** 现在卖出: whether a product that is held can be left today, and what that would take. */

/** What is left by its contract, not redeemed at a price. */
const BY_CONTRACT: readonly Product['regime'][] = ['DEPOSIT', 'GOV_BOND', 'NFRA_INSURANCE'];

export function exitOf(
  position: Position,
  product: Product,
  trades: readonly Trade[],
  today: LocalDate,
): Exit {
  const bought = stillHeld(trades.filter((one) => one.product === product.code)).map((day) => ({
    day,
    days: daysBetween(day, today),
  }));
  const tiers = tiersOn(product, today);
  const fees = new Set(bought.map(({ days }) => rateAfter(tiers, days)));
  const [only = null] = fees.size === 1 ? fees : [];
  const last = bought.at(-1);
  const openFrom =
    last && last.days < product.lockDays ? addDays(last.day, product.lockDays) : null;
  const way = wayOut(product, openFrom);
  const fee = way === 'open' ? only : null;
  return {
    product: product.code,
    way,
    regime: product.regime,
    arrival:
      product.settlementDays === null
        ? null
        : { days: product.settlementDays, arrivalFrom: paceOf(product.type).arrivalFrom },
    bought: [...bought.slice(0, 1), ...(bought.length > 1 ? bought.slice(-1) : [])],
    fee,
    paidOut: fee === null ? null : cents(position.value * (1 - fee)),
    freeFrom: tiers.find(({ rate }) => rate === 0)?.fromDays ?? null,
    openFrom,
    matures: last ? maturityOf(product, last.day) : null,
  };
}

/** A closed product is paid out when its lock ends; what can be left before has a term of its own. */
function maturityOf({ termYears, lockDays, settlementDays, regime }: Product, bought: LocalDate) {
  if (termYears !== null && regime !== 'NFRA_INSURANCE') return addMonths(bought, termYears * 12);
  return lockDays > 0 && settlementDays === null ? addDays(bought, lockDays) : null;
}

function wayOut(product: Product, openFrom: LocalDate | null): Exit['way'] {
  if (BY_CONTRACT.includes(product.regime)) return 'contract';
  if (product.type === 'reit') return 'market';
  return openFrom !== null || product.settlementDays === null ? 'held' : 'open';
}

const tiersOn = ({ fees }: Product, today: LocalDate): readonly Fee[] =>
  fees.filter(
    ({ kind, rate, effective }) =>
      kind === 'redemption' && rate !== undefined && effective <= today,
  );

/** A table without a line on leaving takes nothing. */
function rateAfter(tiers: readonly Fee[], days: number): number {
  const tier = tiers.find(
    ({ fromDays = 0, toDays = null }) => fromDays <= days && (toDays === null || days < toDays),
  );
  return tier?.rate ?? 0;
}

/** The days of the purchases that were not sold since: first in, first out, by what was paid. */
function stillHeld(trades: readonly Trade[]): readonly LocalDate[] {
  const byDay = [...trades].sort((a, b) => (a.day < b.day ? -1 : 1));
  let sold = byDay.reduce((sum, { way, amount }) => sum + (way === 'out' ? amount : 0), 0);
  return byDay.flatMap(({ way, amount, day }) => {
    if (way !== 'in') return [];
    const isGone = sold >= amount;
    sold = Math.max(0, sold - amount);
    return isGone ? [] : [day];
  });
}
