import type { UnsealingRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `unsealing`. */

export const findUnsealing = ({ db }: Store, id: string): Promise<UnsealingRow | undefined> =>
  db.selectFrom('unsealing').selectAll().where('id', '=', id).executeTakeFirst();

/** The latest first. */
export const unsealingsSince = ({ db }: Store, since: Instant): Promise<UnsealingRow[]> =>
  db
    .selectFrom('unsealing')
    .selectAll()
    .where('asked_at', '>=', since)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute();

/** Whether a customer stands open for an employee now. */
export async function isUnsealed(
  { db }: Store,
  customer: string,
  employee: string,
  now: Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom('unsealing')
    .select('id')
    .where('customer_id', '=', customer)
    .where('employee_id', '=', employee)
    .where('state', '=', 'granted')
    .where('ends_at', '>', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const insertUnsealing = ({ db }: Store, row: UnsealingRow): Write => ({
  query: db.insertInto('unsealing').values(row).compile(),
  rows: 1,
});

/** If nobody decided meanwhile. */
export const decideUnsealing = (
  { db }: Store,
  id: string,
  to: Pick<UnsealingRow, 'state' | 'decided_by' | 'decided_at' | 'ends_at'>,
): Write => ({
  query: db
    .updateTable('unsealing')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .compile(),
  rows: 1,
});
