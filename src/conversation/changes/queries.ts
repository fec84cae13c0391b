import type { Store, Write } from '../../store/store.js';
import type { ChangeRow } from '../../store/version-rows.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `change_proposal`. */

type Reads = Pick<Store, 'db'>;

export const findChange = ({ db }: Reads, id: string): Promise<ChangeRow | undefined> =>
  db.selectFrom('change_proposal').selectAll().where('id', '=', id).executeTakeFirst();

export const changeRows = (
  { db }: Reads,
  stages: readonly ChangeRow['stage'][],
  limit: number,
): Promise<ChangeRow[]> =>
  db
    .selectFrom('change_proposal')
    .selectAll()
    .where('stage', 'in', stages)
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** How many proposals nobody has decided on yet. */
export async function countProposed({ db }: Reads): Promise<number> {
  const { n } = await db
    .selectFrom('change_proposal')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('stage', '=', 'proposed')
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Approved, and their day has come; in the order in which they were to take effect. */
export const dueChanges = ({ db }: Reads, now: Instant): Promise<ChangeRow[]> =>
  db
    .selectFrom('change_proposal')
    .selectAll()
    .where('stage', '=', 'approved')
    .where('effective_at', '<=', now)
    .orderBy('effective_at')
    .orderBy('proposed_at')
    .execute();

export const insertChange = ({ db }: Reads, row: ChangeRow): Write => ({
  query: db.insertInto('change_proposal').values(row).compile(),
  rows: 1,
});

/** A conflict where it has moved on meanwhile. */
export const moveChange = ({ db }: Reads, from: ChangeRow['stage'], to: ChangeRow): Write => ({
  query: db
    .updateTable('change_proposal')
    .set(to)
    .where('id', '=', to.id)
    .where('stage', '=', from)
    .compile(),
  rows: 1,
});
