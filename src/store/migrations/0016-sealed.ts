import type { Kysely, Migration } from 'kysely';

/** A row says that nothing lies in clear any more. */
export const sealedOnce: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('sealed_once')
      .addColumn('table_name', 'text', (c) => c.primaryKey())
      .execute();
  },
};
