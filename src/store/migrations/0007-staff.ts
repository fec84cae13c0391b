import type { Kysely, Migration } from 'kysely';

/** Who works here: accounts, the sign-ins that hold, and where the streams of both stand. */
export const staff: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('staff')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('employee_id', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('secret_hash', 'text')
      .addColumn('secret_kind', 'text')
      .addColumn('secret_expires', 'bigint')
      .addColumn('must_change', 'integer', (c) => c.notNull())
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('failed_at', 'bigint')
      .addColumn('locked_until', 'bigint')
      .addColumn('oidc_identity', 'text', (c) => c.unique())
      .addColumn('added_at', 'bigint', (c) => c.notNull())
      .addColumn('signed_in_at', 'bigint')
      .execute();
    // Whose licences one works under is one person's alone.
    await db.schema
      .createIndex('staff_employee')
      .unique()
      .on('staff')
      .column('employee_id')
      .execute();
    await createSessionTables(db);
    await db.schema
      .createTable('stream_head')
      .addColumn('stream', 'text', (c) => c.primaryKey())
      .addColumn('next_seq', 'bigint', (c) => c.notNull())
      .addColumn('head_hash', 'text', (c) => c.notNull())
      .execute();
  },
};

async function createSessionTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staff_session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('staff_id', 'text', (c) => c.notNull())
    .addColumn('csrf', 'text', (c) => c.notNull())
    .addColumn('via', 'text', (c) => c.notNull())
    .addColumn('began_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('staff_session_staff')
    .on('staff_session')
    .column('staff_id')
    .execute();
  await db.schema
    .createTable('oidc_attempt')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('nonce', 'text', (c) => c.notNull())
    .addColumn('verifier', 'text', (c) => c.notNull())
    .addColumn('back_to', 'text', (c) => c.notNull())
    .addColumn('began_at', 'bigint', (c) => c.notNull())
    .execute();
}
