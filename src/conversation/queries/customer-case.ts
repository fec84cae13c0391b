import { sql } from 'kysely';
import type { CustomerCaseRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant, LocalDate } from '../../terms/time.js';

/** Every statement on `customer_case` and `deleted_tag`, and on what customers wish. */

/** Asked once more for the same cause, it is the same case. */
export const insertCase = ({ db }: Store, row: CustomerCaseRow): Write => ({
  query: db
    .insertInto('customer_case')
    .values(row)
    .onConflict((on) => on.doNothing())
    .compile(),
  rows: 1,
});

/** Moves a case on, if it still stands where the caller read it. */
export const moveCase = ({ db }: Store, from: CustomerCaseRow, to: CustomerCaseRow): Write => ({
  query: db
    .updateTable('customer_case')
    .set(to)
    .where('id', '=', from.id)
    .where('next_seq', '=', from.next_seq)
    .compile(),
  rows: 1,
});

/** What is frozen is found by nobody on an ordinary way. */
const cases = ({ db }: Store) =>
  db.selectFrom('customer_case').selectAll().where('restricted_at', 'is', null);

export const findCase = (store: Store, id: string): Promise<CustomerCaseRow | undefined> =>
  cases(store).where('id', '=', id).executeTakeFirst();

export const caseOfErasure = (store: Store, id: string): Promise<CustomerCaseRow | undefined> =>
  cases(store).where('erasure_id', '=', id).executeTakeFirst();

export interface CaseFilter {
  readonly of: 'complaints' | 'rights';
  readonly stages: readonly CustomerCaseRow['stage'][];
  readonly owner?: string | undefined;
  readonly limit: number;
}

/** The one that is due first comes first. */
export const caseRows = (
  store: Store,
  { of, stages, owner, limit }: CaseFilter,
): Promise<CustomerCaseRow[]> =>
  cases(store)
    .where('matter', of === 'complaints' ? '=' : '!=', 'complaint')
    .where('stage', 'in', [...stages])
    .$if(owner !== undefined, (query) => query.where('owner', '=', owner!))
    .orderBy('due_day')
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute();

export const untoldCases = (store: Store, after: string, limit: number) =>
  cases(store).where('untold', '=', 1).where('id', '>', after).orderBy('id').limit(limit).execute();

/** Whose day went by without an alert; an extension or a review gives another day. */
export const runOverCases = (store: Store, today: LocalDate, limit: number) =>
  cases(store)
    .where('stage', '!=', 'closed')
    .where('due_day', '<', today)
    .where('overdue', '=', 0)
    .orderBy('due_day')
    .limit(limit)
    .execute();

/** How complaints filed in a conversation stand, in the order in which they were. */
export const complaintsOf = ({ db }: Store, conversation: string) =>
  db
    .selectFrom('customer_case')
    .select(['cause', 'due_day', 'told_day'])
    .where('conversation_id', '=', conversation)
    .where('matter', '=', 'complaint')
    .execute();

export interface CaseFigures {
  readonly open: number;
  readonly overdue: number;
}

/** How many are open, and how many of them past their day. */
export async function caseFigures(
  { db }: Store,
  today: LocalDate,
): Promise<{ readonly complaints: CaseFigures; readonly rights: CaseFigures }> {
  const isComplaint = sql<number>`case when matter = 'complaint' then 1 else 0 end`;
  const isLate = sql`case when due_day < ${today} then 1 else 0 end`;
  const rows = await db
    .selectFrom('customer_case')
    .select([isComplaint.as('complaints'), sql<number>`count(*)`.as('open')])
    .select(sql<number>`sum(${isLate})`.as('overdue'))
    .where('stage', '!=', 'closed')
    .where('restricted_at', 'is', null)
    .groupBy('complaints')
    .execute();
  const of = (complaints: number): CaseFigures => {
    const row = rows.find((one) => Number(one.complaints) === complaints);
    return { open: Number(row?.open ?? 0), overdue: Number(row?.overdue ?? 0) };
  };
  return { complaints: of(1), rights: of(0) };
}

/** Exactly the predicate of the partial index `event_case`. */
const opensCase = sql<boolean>`event.kind in ('ComplaintFiled', 'PrivacyRequested')`;

/** Conversations in which more was asked for than there are cases, by id, after `after`. */
export const withoutCase = ({ db }: Store, after: string, limit: number) =>
  db
    .selectFrom('event')
    .innerJoin('conversation', 'conversation.id', 'event.stream')
    .select(['conversation.id', 'conversation.customer_id'])
    .where(opensCase)
    .where('conversation.id', '>', after)
    .where('event.body', 'is not', null)
    .where('conversation.restricted_at', 'is', null)
    .groupBy(['conversation.id', 'conversation.customer_id'])
    .having(
      ({ fn }) => fn.countAll<number>(),
      '>',
      ({ fn, selectFrom }) =>
        selectFrom('customer_case')
          .select(fn.countAll<number>().as('cases'))
          .whereRef('customer_case.conversation_id', '=', 'conversation.id'),
    )
    .orderBy('conversation.id')
    .limit(limit)
    .execute();

/** Who of ours had the pen in a conversation. */
export const servedBy = async ({ db }: Store, conversation: string) => {
  const rows = await db
    .selectFrom('service')
    .select('employee_id')
    .distinct()
    .where('conversation_id', '=', conversation)
    .execute();
  return rows.map(({ employee_id: id }) => id);
};

/** What a customer wishes from an instant on; the last word counts, and the same word is said once. */
export const insertWish = (
  { db }: Store,
  wish: { readonly id: string; readonly customer: string; readonly kind: string },
  at: Instant,
): Write => ({
  query: db
    .insertInto('customer_event')
    .values({ id: wish.id, customer_id: wish.customer, kind: wish.kind, at, body: '{}' })
    .onConflict((on) => on.doNothing())
    .compile(),
});

export const insertDeletedTags = (
  { db }: Store,
  customer: string,
  tags: readonly string[],
  at: Instant,
): readonly Write[] =>
  tags.map((tag) => ({
    query: db
      .insertInto('deleted_tag')
      .values({ customer_id: customer, tag, deleted_at: at })
      .onConflict((on) => on.doNothing())
      .compile(),
  }));
