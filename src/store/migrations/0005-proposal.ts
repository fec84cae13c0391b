import type { Kysely, Migration } from 'kysely';

/** Proposals: where each one's stream stands, and what lists of them need. */
export const proposal: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('proposal')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('drafted_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('signed_by', 'text')
      .addColumn('next_seq', 'integer', (c) => c.notNull())
      .addColumn('head_hash', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('proposal_stage')
      .on('proposal')
      .columns(['stage', 'expires_at'])
      .execute();
    await db.schema
      .createIndex('proposal_customer')
      .on('proposal')
      .columns(['customer_id', 'drafted_at'])
      .execute();
  },
};
