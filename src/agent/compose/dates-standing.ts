import type { Reckoning } from '../../terms/settlement.js';
import type { LocalDate } from '../../terms/time.js';
import { awaitsMoney } from '../understand/late-money.js';

export type Standing = 'coming' | 'waiting' | 'between' | 'overdue';

/** Where today stands between the days on which the money should be there. */
export function standingOf(
  { schedules, example, deal }: Reckoning,
  query: string,
  today: LocalDate,
): Standing {
  if (deal === 'buy' || example !== null) return 'coming';
  const [{ confirmed, arrival: first }] = schedules;
  const last = schedules.at(-1)?.arrival;
  // Nothing is late on the day it is confirmed, whichever product it is.
  if (!first || !last) {
    return awaitsMoney(query) && confirmed !== null && today <= confirmed ? 'waiting' : 'coming';
  }
  if (today > last) return 'overdue';
  if (!awaitsMoney(query)) return 'coming';
  return today > first ? 'between' : 'waiting';
}
