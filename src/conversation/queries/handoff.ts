import type { HandoffRow, ServiceRow } from '../../store/schema.js';
import { keptRow } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `handoff` and `service`. */

export const putHandoff = ({ db }: Store, row: HandoffRow): Write => {
  const { conversation_id: id, ...rest } = keptRow('handoff', row);
  return {
    query: db
      .insertInto('handoff')
      .values({ conversation_id: id, ...rest })
      .onConflict((c) => c.column('conversation_id').doUpdateSet(rest))
      .compile(),
  };
};

export const findHandoffRow = ({ db }: Store, id: string): Promise<HandoffRow | undefined> =>
  db.selectFrom('handoff').selectAll().where('conversation_id', '=', id).executeTakeFirst();

export const handoffRows = (
  { db }: Store,
  stages: readonly HandoffRow['stage'][],
): Promise<HandoffRow[]> =>
  db
    .selectFrom('handoff')
    .selectAll()
    .where('stage', 'in', stages)
    .orderBy('moved_at')
    .orderBy('conversation_id')
    .execute();

/** Customers whose conversation an employee has in hand. */
export const customersHeldBy = async (
  { db }: Store,
  employee: string,
): Promise<ReadonlySet<string | null>> => {
  const rows = await db
    .selectFrom('handoff')
    .select('customer_id')
    .where('stage', '=', 'held')
    .where('employee_id', '=', employee)
    .execute();
  return new Set(rows.map(({ customer_id: id }) => id));
};

export const insertService = ({ db }: Store, row: ServiceRow): Write => ({
  query: db.insertInto('service').values(row).compile(),
  rows: 1,
});

/** Ends whatever service goes on in a conversation. */
export const endServices = (
  { db }: Store,
  conversation: string,
  to: { readonly at: Instant; readonly outcome: ServiceRow['outcome'] },
): Write => ({
  query: db
    .updateTable('service')
    .set({ to_at: to.at, outcome: to.outcome })
    .where('conversation_id', '=', conversation)
    .where('to_at', 'is', null)
    .compile(),
});

export const servicesSince = ({ db }: Store, since: Instant): Promise<ServiceRow[]> =>
  db.selectFrom('service').selectAll().where('from_at', '>=', since).orderBy('from_at').execute();

/** When each employee first served a customer. */
export const firstServices = ({ db }: Store, customer: string) =>
  db
    .selectFrom('service')
    .select(({ fn }) => ['employee_id', fn.min<number>('from_at').as('from_at')])
    .where('customer_id', '=', customer)
    .groupBy('employee_id')
    .execute();
