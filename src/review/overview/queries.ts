import { sql } from 'kysely';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** What the overview counts: rows and indexes alone, never a sealed word. */

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since the epoch in the institution's time. */
const dayNumber = (column: string) =>
  sql<number>`cast((${sql.ref(column)} + ${sql.lit(SHANGHAI_MS)}) / ${sql.lit(DAY_MS)} as integer)`;

/** Of the index `event_counted`, whose predicate the planner knows by these very literals. */
const isCounted = sql<boolean>`kind in ('DraftBlocked', 'AdvisorBlocked', 'HandoffRequested', 'ComplaintFiled')`;

/** What is frozen is counted by nobody, as it is found by nobody. */
const isFree = (column: string) =>
  sql<boolean>`not exists (select 1 from conversation as frozen where frozen.id = ${sql.ref(column)} and frozen.restricted_at is not null)`;

export const conversationsByDay = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('conversation')
    .select(({ fn }) => [dayNumber('opened_at').as('day'), fn.countAll<number>().as('n')])
    .where('opened_at', '>=', since)
    .where('restricted_at', 'is', null)
    .groupBy(dayNumber('opened_at'))
    .execute();

/** Stopped before it was said, people asked for: events of these kinds. */
export const eventsCounted = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('event')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .where(isCounted)
    .where('at', '>=', since)
    .where(isFree('event.stream'))
    .groupBy('kind')
    .execute();

/** 投诉: what customers filed in the chat and what staff filed for them. */
export const complaintsFiled = async ({ db }: Store, since: Instant): Promise<number> => {
  const { n } = await db
    .selectFrom('customer_case')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('matter', '=', 'complaint')
    .where('opened_at', '>=', since)
    .where('restricted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
};

export const findingsByDay = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('finding')
    .select(({ fn }) => ['rule', dayNumber('said_at').as('day'), fn.countAll<number>().as('n')])
    .where('said_at', '>=', since)
    .where('stands', '=', 1)
    .where(isFree('finding.conversation_id'))
    .groupBy(['rule', dayNumber('said_at')])
    .execute();

/** How reviewers judged those of a rule's findings that stand, by day of the words. */
export const judgedByDay = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('finding')
    .select(({ fn }) => ['rule', 'judged', fn.countAll<number>().as('n')])
    .select(dayNumber('said_at').as('day'))
    .where('said_at', '>=', since)
    .where('stands', '=', 1)
    .where(isFree('finding.conversation_id'))
    .groupBy(['rule', 'judged', dayNumber('said_at')])
    .execute();

/** Those that wait for a reviewer, by stage and risk. */
export const reviewsWaiting = ({ db }: Store) =>
  db
    .selectFrom('review_item')
    .select(({ fn }) => ['stage', 'score', fn.countAll<number>().as('n')])
    .select(({ fn }) => fn.min<number>('opened_at').as('oldest'))
    .where('stage', '!=', 'settled')
    .where(isFree('review_item.conversation_id'))
    .groupBy(['stage', 'score'])
    .execute();

/** Requests that are not done, by their last day. */
export const erasuresOpen = ({ db }: Store) =>
  db
    .selectFrom('erasure')
    .select(({ fn }) => ['due_day', fn.countAll<number>().as('n')])
    .where('stage', 'in', ['open', 'proposed', 'approved'])
    .groupBy('due_day')
    .execute();

/** The end of a call for a person, whoever has spoken by then; being called once more is another call. */
const ENDS = [
  'HandoffCancelled',
  'CallbackBooked',
  'HandoffFailed',
  'PenReturned',
  'HandoffResolved',
  'HandoffQueued',
] as const;

const firstOf = (...kinds: readonly string[]) =>
  sql<
    number | null
  >`(select min(later.at) from event as later where later.stream = event.stream and later.seq > event.seq and later.kind in (${sql.join(kinds)}))`;

/** Every call for a person since then, with the instants that followed it; by the index `event_called`. */
export const callsForPeople = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('event')
    .select('event.at as asked')
    .select(firstOf('HandoffOffered', 'PenTaken').as('assigned'))
    .select(firstOf('AdvisorSaid').as('replied'))
    .select(firstOf(...ENDS).as('ended'))
    .where(sql<boolean>`kind = 'HandoffQueued'`)
    .where('event.at', '>=', since)
    .where(isFree('event.stream'))
    .execute();
