import type { Kysely, Migration } from 'kysely';

/** Writes that were asked for under a key of the caller's, and what was answered. */
export const idempotency: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('idempotency')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('body_hash', 'text', (c) => c.notNull())
      .addColumn('began_at', 'bigint', (c) => c.notNull())
      .addColumn('status', 'integer')
      .addColumn('answer', 'text')
      .execute();
  },
};
