import type { CompiledQuery } from 'kysely';
import { sql } from 'kysely';
import { allRows, firstRow, prepared } from '../../store/prepared.js';
import type { MomentRow } from '../../store/schema.js';
import { keptRow } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant, LocalDate } from '../../terms/time.js';

/** Every statement on `moment` and `product_change`, and on what moments are found from. */

const byId = prepared(({ db }, { id }: { id: string }) =>
  db.selectFrom('moment').selectAll().where('id', '=', id),
);

export const findMoment = (store: Store, id: string) => firstRow(store, byId(store, { id }));

/** Customers of one page: those after `after`, in the order of their ids. */
export const customerPage = ({ db }: Store, after: string, limit: number) =>
  db
    .selectFrom('customer')
    .select(['id', 'body'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();

export interface Page {
  readonly first: string;
  readonly last: string;
}

const pageOf = <Row>(
  build: (db: Store['db'], page: Page & { since: number }) => { compile(): CompiledQuery<Row> },
) => prepared(({ db }, given: Page & { since: number }) => build(db, given));

const holdings = pageOf((db, { first, last }) =>
  db
    .selectFrom('holding')
    .select(['customer_id', 'product_code', 'units', 'cost', 'as_of'])
    .where('customer_id', '>=', first)
    .where('customer_id', '<=', last)
    .where('units', '>', 0),
);

export const holdingsOfPage = (store: Store, page: Page) =>
  allRows(store, holdings(store, { ...page, since: 0 }));

const happenings = pageOf((db, { first, last, since }) =>
  db
    .selectFrom('customer_event')
    .selectAll()
    .where('customer_id', '>=', first)
    .where('customer_id', '<=', last)
    .where('at', '>=', since)
    .orderBy('customer_id')
    .orderBy('at'),
);

export const happeningsOfPage = (store: Store, page: Page, since: Instant) =>
  allRows(store, happenings(store, { ...page, since }));

const flows = pageOf((db, { first, last, since }) =>
  db
    .selectFrom('transaction_record')
    .selectAll()
    .where('customer_id', '>=', first)
    .where('customer_id', '<=', last)
    .where('at', '>=', since)
    .orderBy('customer_id')
    .orderBy('at'),
);

export const flowsOfPage = (store: Store, page: Page, since: Instant) =>
  allRows(store, flows(store, { ...page, since }));

const assessments = pageOf((db, { first, last }) =>
  db
    .selectFrom('assessment')
    .select(['customer_id', 'day', 'state', 'tolerance', 'nth'])
    .where('customer_id', '>=', first)
    .where('customer_id', '<=', last)
    .orderBy('customer_id')
    .orderBy('nth'),
);

export const assessmentsOfPage = (store: Store, page: Page) =>
  allRows(store, assessments(store, { ...page, since: 0 }));

const raised = pageOf((db, { first, last }) =>
  db
    .selectFrom('moment')
    .select('id')
    .where('customer_id', '>=', first)
    .where('customer_id', '<=', last),
);

export const raisedOfPage = (store: Store, page: Page) =>
  allRows(store, raised(store, { ...page, since: 0 }));

/** Exactly the predicate of the partial index `event_moment`. */
const inChat = sql<boolean>`event.kind in ('ComplaintFiled', 'FraudReported', 'HandoffRequested')`;

/** What conversations with known customers tell. */
export const chatHappenings = ({ db }: Store, since: Instant) =>
  db
    .selectFrom('event')
    .innerJoin('conversation', 'conversation.id', 'event.stream')
    .select(['conversation.customer_id', 'event.stream', 'event.seq', 'event.kind', 'event.at'])
    .where(inChat)
    .where('event.at', '>=', since)
    .where('conversation.customer_id', 'is not', null)
    .where('conversation.restricted_at', 'is', null)
    .orderBy('event.at')
    .execute();

/** Customers to whom something happened since. */
export const stirredSince = async ({ db }: Store, since: Instant): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('customer_event')
    .select('customer_id')
    .where('at', '>=', since)
    .union(db.selectFrom('transaction_record').select('customer_id').where('at', '>=', since))
    .execute();
  return rows.map(({ customer_id: id }) => id);
};

/** Prices of the last days, of every product, oldest first. */
export const pricesSince = ({ db }: Store, since: LocalDate, until: LocalDate) =>
  db
    .selectFrom('price')
    .selectAll()
    .where('date', '>=', since)
    .where('date', '<=', until)
    .orderBy('product_code')
    .orderBy('date')
    .execute();

export const productChanges = ({ db }: Store, since: LocalDate, until: LocalDate) =>
  db
    .selectFrom('product_change')
    .selectAll()
    .where('day', '>=', since)
    .where('day', '<=', until)
    .orderBy('day')
    .execute();

const BATCH = 200;

/** One statement a batch; a moment that stands already stays as it is. */
export function insertMoments({ db }: Store, rows: readonly MomentRow[]): readonly Write[] {
  const writes: Write[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    writes.push({
      query: db
        .insertInto('moment')
        .values(batch.map((row) => keptRow('moment', row)))
        .onConflict((c) => c.doNothing())
        .compile(),
    });
  }
  return writes;
}

/** Those whose last day has gone by. How many is not told by a write: `overdueMoments` counts them. */
export const lapseMoments = ({ db }: Store, today: LocalDate): Write => ({
  query: db
    .updateTable('moment')
    .set({ state: 'lapsed' })
    .where('state', 'in', ['open', 'postponed'])
    .where('until_day', '<', today)
    .compile(),
});

export const overdueMoments = async ({ db }: Store, today: LocalDate): Promise<number> => {
  const row = await db
    .selectFrom('moment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['open', 'postponed'])
    .where('until_day', '<', today)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
};

/** Puts a moment further, if it still is as it was read. */
export const moveMoment = (
  { db }: Store,
  { id, state }: Pick<MomentRow, 'id' | 'state'>,
  to: Partial<Omit<MomentRow, 'body'>>,
): Write => ({
  query: db
    .updateTable('moment')
    .set({ state, ...to })
    .where('id', '=', id)
    .where('state', '=', state)
    .compile(),
  rows: 1,
});

/** What is to be told to customers, oldest first. */
export const untoldMoments = ({ db }: Store, today: LocalDate, limit: number) =>
  db
    .selectFrom('moment')
    .innerJoin('conversation', 'conversation.customer_id', 'moment.customer_id')
    .selectAll('moment')
    .distinct()
    .where('moment.state', '=', 'open')
    .where('moment.audience', '=', 'customer')
    .where('moment.until_day', '>=', today)
    .where('moment.from_day', '<=', today)
    .where('conversation.closed_at', 'is', null)
    .orderBy('moment.from_day')
    .orderBy('moment.id')
    .limit(limit)
    .execute();

/**
 * What waits for somebody, and for whoever looks after those without an advisor: to be acted on, or,
 * once they wrote to the customer, to say what came of it.
 */
export const waitingFor = (
  { db }: Store,
  { employee, alsoUnassigned }: { employee: string; alsoUnassigned: boolean },
  today: LocalDate,
  limit: number,
) =>
  db
    .selectFrom('moment')
    .innerJoin('customer', 'customer.id', 'moment.customer_id')
    .selectAll('moment')
    .select('customer.body as customer_body')
    .where('moment.audience', 'not in', ['customer', 'system'])
    .where('moment.state', 'in', ['open', 'postponed', 'told'])
    .where('moment.from_day', '<=', today)
    .where('moment.until_day', '>=', today)
    .where((eb) =>
      alsoUnassigned
        ? eb.or([eb('moment.employee_id', '=', employee), eb('moment.employee_id', 'is', null)])
        : eb('moment.employee_id', '=', employee),
    )
    .orderBy('moment.stake', 'desc')
    .orderBy('moment.id')
    .limit(limit)
    .execute();

/** Contacts with customers since. */
export const contactsSince = ({ db }: Store, customers: readonly string[], since: Instant) =>
  db
    .selectFrom('moment')
    .select(['customer_id', 'purpose', 'contacted_at'])
    .where('customer_id', 'in', [...customers])
    .where('contacted_at', '>=', since)
    .execute();

/** What customers said they wish. */
export const wishRows = ({ db }: Store, customers: readonly string[], kinds: readonly string[]) =>
  db
    .selectFrom('customer_event')
    .selectAll()
    .where('customer_id', 'in', [...customers])
    .where('kind', 'in', [...kinds])
    .orderBy('at')
    .orderBy('id')
    .execute();

/** By number: how many were followed by something, and how many were decided at all. */
export const momentRecord = ({ db }: Store) =>
  db
    .selectFrom('moment')
    .select(['number', 'outcome'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('outcome', 'is not', null)
    .groupBy(['number', 'outcome'])
    .execute();

/** What one employee's moments since a moment came to. */
export const contactedBy = ({ db }: Store, employee: string, since: Instant) =>
  db
    .selectFrom('moment')
    .select(['customer_id', 'purpose', 'outcome', 'contacted_at'])
    .where('employee_id', '=', employee)
    .where('contacted_at', '>=', since)
    .execute();
