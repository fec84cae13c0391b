import type { Kysely, Migration } from 'kysely';

/** Requests to erase and terms that have run out; what is frozen is out of every ordinary reach. */
export const erasure: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['conversation', 'proposal']) {
      await db.schema.alterTable(table).addColumn('restricted_at', 'bigint').execute();
    }
    await db.schema
      .createTable('erasure')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('customer_id', 'text')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('opened_at', 'bigint', (c) => c.notNull())
      .addColumn('due_day', 'text', (c) => c.notNull())
      .addColumn('proposed_by', 'text')
      .addColumn('decided_by', 'text')
      .addColumn('next_seq', 'integer', (c) => c.notNull())
      .addColumn('head_hash', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('erasure_stage')
      .on('erasure')
      .columns(['stage', 'due_day'])
      .execute();
    await db.schema
      .createIndex('conversation_customer')
      .ifNotExists()
      .on('conversation')
      .columns(['customer_id'])
      .execute();
  },
};
