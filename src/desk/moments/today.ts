import type { z } from 'zod';
import { TERMINAL } from '../../conversation/ask.js';
import { OUTCOMES } from '../../conversation/moments/events.js';
import type { TodayMoment } from '../../conversation/moments/today.js';
import { todayFor } from '../../conversation/moments/today.js';
import { latestConversation } from '../../conversation/queries/conversation.js';
import { contactedBy } from '../../conversation/queries/moment.js';
import { ageOn } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { readInstant, toLocalDate } from '../../terms/time.js';
import { masked } from '../queue-lines.js';
import type { MomentShown, Tally, Today } from './moment-shapes.js';

export interface Asking {
  readonly employee: string;
  /** A supervisor looks after what is nobody’s. */
  readonly alsoUnassigned: boolean;
}

const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;
const WEEK_DAYS = 7;

export async function todayShown(
  store: Store,
  who: Asking,
  now: Instant,
): Promise<z.input<typeof Today>> {
  const moments = await todayFor(store, who, now);
  const customers = new Set(moments.map(({ customer }) => customer));
  const talks = new Map(
    await Promise.all(
      [...customers].map(async (id) => {
        const latest = await latestConversation(store, id, [TERMINAL]);
        return [id, latest?.id ?? null] as const;
      }),
    ),
  );
  return {
    day: toLocalDate(now),
    moments: moments.map((one) => momentShown(one, talks.get(one.customer) ?? null, now)),
    tally: { ...(await tallyOf(store, who.employee, now)), customers: customers.size },
  };
}

function momentShown(
  { profile, facts, channels, ...one }: TodayMoment,
  conversation: string | null,
  now: Instant,
): z.input<typeof MomentShown> {
  return {
    ...one,
    masked: masked(profile.name),
    age: ageOn(profile.born, toLocalDate(now)),
    tolerance: profile.tolerance,
    conversation,
    facts: facts.map(({ label, value, unit }) => ({ label, value, unit })),
    channels: [...channels],
  };
}

const KNOWN: readonly string[] = OUTCOMES;

async function tallyOf(
  store: Store,
  employee: string,
  now: Instant,
): Promise<Omit<z.input<typeof Tally>, 'customers'>> {
  const rows = await contactedBy(store, employee, now - MONTH_DAYS * DAY_MS);
  const decided = rows.filter(({ outcome }) => outcome !== null && KNOWN.includes(outcome));
  const morning = readInstant(toLocalDate(now)) ?? now;
  const week = rows.filter(
    ({ purpose, contacted_at: at }) =>
      purpose === 'marketing' && Number(at) >= now - WEEK_DAYS * DAY_MS,
  );
  return {
    doneToday: decided.filter(({ contacted_at: at }) => Number(at) >= morning).length,
    acted: decided.filter(({ outcome }) => outcome === 'acted').length,
    decided: decided.length,
    marketing: new Set(week.map(({ customer_id: id }) => id)).size,
  };
}
