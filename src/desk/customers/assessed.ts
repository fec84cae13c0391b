import type { RiskAssessed } from '../../conversation/events.js';
import type { Store } from '../../store/store.js';
import type { LocalDate } from '../../terms/time.js';
import { lastRiskAssessed } from './queries.js';

/** 承受能力与意愿: both sides of the latest assessment taken here; null: none was, or it does not count. */
export async function latestAssessed(store: Store, customer: string) {
  const row = await lastRiskAssessed(store, customer);
  if (!row?.body) return null;
  const { scores, boundBy, day, counts } = JSON.parse(row.body) as RiskAssessed;
  return counts ? { ...sidesOf(scores), boundBy, day: day satisfies LocalDate } : null;
}

const sidesOf = ({ capacity, willingness }: RiskAssessed['scores']) => ({
  capacity: { ...capacity },
  willingness: { ...willingness },
});
