import type { LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';

/** 客户生命周期: how far somebody has come with the house, from what they hold and when they last dealt. */
export type CustomerStage = 'prospect' | 'new' | 'active' | 'quiet' | 'dormant' | 'left';

export interface Dealt {
  /** Yuan held today. */
  readonly value: number;
  /** Days of their first and last deal; null: there was none. */
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
}

/** House: so long somebody is new, is not yet quiet, and is not yet asleep (睡眠户: key moment 32). */
const NEW_DAYS = 90;
const QUIET_DAYS = 90;
const DORMANT_DAYS = 180;

export function customerStage({ value, first, last }: Dealt, today: LocalDate): CustomerStage {
  const isWithin = (day: LocalDate | null, days: number): boolean =>
    day !== null && day >= addDays(today, -days);
  if (value === 0) return last === null ? 'prospect' : 'left';
  if (isWithin(first, NEW_DAYS)) return 'new';
  if (isWithin(last, QUIET_DAYS)) return 'active';
  return isWithin(last, DORMANT_DAYS) ? 'quiet' : 'dormant';
}
