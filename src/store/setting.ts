import { sql } from 'kysely';
import type { Store, Write } from './store.js';

/** Named values of the deployment; null: never set. */
export async function readSetting({ db }: Pick<Store, 'db'>, name: string): Promise<string | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value ?? null;
}

export const writeSetting = ({ db }: Pick<Store, 'db'>, name: string, value: string): Write => ({
  query: db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((on) => on.column('name').doUpdateSet({ value: sql.ref('excluded.value') }))
    .compile(),
  rows: 1,
});

/** A conflict where it is another by now. */
export const moveSetting = (
  { db }: Pick<Store, 'db'>,
  name: string,
  from: string,
  to: string,
): Write => ({
  query: db
    .updateTable('setting')
    .set({ value: to })
    .where('name', '=', name)
    .where('value', '=', from)
    .compile(),
  rows: 1,
});
