import type { CoachingNoteRow, ReviewItemRow } from '../../store/review-rows.js';
import { keptRow } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { Judged } from './events.js';

/** Every statement on `review_item` and `coaching_note`. */

export const findReviewItem = (
  { db }: Store,
  conversation: string,
): Promise<ReviewItemRow | undefined> =>
  db
    .selectFrom('review_item')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .executeTakeFirst();

export const insertReviewItem = ({ db }: Store, row: ReviewItemRow): Write => ({
  query: db
    .insertInto('review_item')
    .values(keptRow('review_item', row))
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

export const updateReviewItem = ({ db }: Store, row: ReviewItemRow): Write => {
  const { conversation_id, ...changed } = keptRow('review_item', row);
  return {
    query: db
      .updateTable('review_item')
      .set(changed)
      .where('conversation_id', '=', conversation_id)
      .compile(),
    rows: 1,
  };
};

/** Those that wait for somebody, the riskiest first; of two alike the one that waits longer. */
export const waitingItems = ({ db }: Store, limit: number) =>
  db
    .selectFrom('review_item')
    .innerJoin('conversation', 'conversation.id', 'review_item.conversation_id')
    .selectAll('review_item')
    .select(['conversation.channel', 'conversation.customer_id'])
    .where('stage', '!=', 'settled')
    .where('conversation.restricted_at', 'is', null)
    .orderBy('score', 'desc')
    .orderBy('review_item.opened_at')
    .orderBy('conversation_id')
    .limit(limit)
    .execute();

/** Those that are settled, latest first. */
export const settledItems = ({ db }: Store, limit: number) =>
  db
    .selectFrom('review_item')
    .innerJoin('conversation', 'conversation.id', 'review_item.conversation_id')
    .selectAll('review_item')
    .select(['conversation.channel', 'conversation.customer_id'])
    .where('settled_at', 'is not', null)
    .where('conversation.restricted_at', 'is', null)
    .orderBy('settled_at', 'desc')
    .orderBy('conversation_id')
    .limit(limit)
    .execute();

/** Conversations read by the inspection, by stratum, among those opened since. */
export const stratumSizes = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('inspection')
    .innerJoin('conversation', 'conversation.id', 'inspection.conversation_id')
    .select(({ fn }) => ['inspection.stratum', fn.countAll<number>().as('size')])
    .where('inspection.stratum', 'is not', null)
    .where('conversation.opened_at', '>=', since)
    .groupBy('inspection.stratum')
    .execute();

/** What came of those that the lot fell on, by stratum and verdict. */
export const settledByLot = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('review_item')
    .innerJoin('conversation', 'conversation.id', 'review_item.conversation_id')
    .select(({ fn }) => ['stratum', 'verdict', fn.countAll<number>().as('count')])
    .where('by_lot', '=', 1)
    .where('stage', '=', 'settled')
    .where('conversation.opened_at', '>=', since)
    .groupBy(['stratum', 'verdict'])
    .execute();

export const judgeFinding = ({ db }: Store, conversation: string, judged: Judged): Write => ({
  query: db
    .updateTable('finding')
    .set({ judged: judged.isRight ? 'right' : 'wrong' })
    .where('conversation_id', '=', conversation)
    .where('rule', '=', judged.rule)
    .where('seq', '=', judged.seq)
    .where('from_unit', '=', judged.start)
    .compile(),
});

/** How each rule stood before reviewers, of words said since. */
export const judgedByRule = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('finding')
    .select(({ fn }) => ['rule', 'judged', fn.countAll<number>().as('count')])
    .where('said_at', '>=', since)
    .where('stands', '=', 1)
    .groupBy(['rule', 'judged'])
    .execute();

/** A note that went out with its verdict, as all did formerly, goes out no second time. */
export const insertCoachingNote = ({ db }: Store, row: CoachingNoteRow): Write => ({
  query: db
    .insertInto('coaching_note')
    .values(keptRow('coaching_note', row))
    .onConflict((on) => on.doNothing())
    .compile(),
});

export const coachingNotesOf = ({ db }: Store, employee: string) =>
  db
    .selectFrom('coaching_note')
    .selectAll()
    .where('employee_id', '=', employee)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
