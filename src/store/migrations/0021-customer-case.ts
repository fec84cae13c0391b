import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** 投诉与权利请求的办理: cases with their clocks, and tags that were taken away. */
export const customerCase: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('customer_case')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('matter', 'text', (c) => c.notNull())
      .addColumn('customer_id', 'text')
      .addColumn('conversation_id', 'text')
      .addColumn('cause', 'text', (c) => c.notNull().unique())
      .addColumn('erasure_id', 'text')
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('owner', 'text')
      .addColumn('opened_at', 'bigint', (c) => c.notNull())
      .addColumn('due_day', 'text', (c) => c.notNull())
      .addColumn('told_day', 'text')
      .addColumn('outcome', 'text')
      .addColumn('untold', 'integer', (c) => c.notNull())
      .addColumn('overdue', 'integer', (c) => c.notNull())
      .addColumn('escalated', 'integer', (c) => c.notNull())
      .addColumn('next_seq', 'integer', (c) => c.notNull())
      .addColumn('head_hash', 'text', (c) => c.notNull())
      .addColumn('restricted_at', 'bigint')
      .execute();
    const index = (name: string, ...columns: string[]) =>
      db.schema.createIndex(`customer_case_${name}`).on('customer_case').columns(columns).execute();
    await index('due', 'stage', 'due_day');
    await index('customer', 'customer_id');
    await index('conversation', 'conversation_id');
    await index('untold', 'untold');
    await index('erasure', 'erasure_id');
    await db.schema
      .createTable('deleted_tag')
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('tag', 'text', (c) => c.notNull())
      .addColumn('deleted_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('deleted_tag_key', ['customer_id', 'tag'])
      .execute();
    // What was asked before there were cases is found by it, once and for all.
    await db.schema
      .createIndex('event_case')
      .on('event')
      .columns(['at'])
      .where(sql.ref('kind'), 'in', sql`('ComplaintFiled', 'PrivacyRequested')`)
      .execute();
  },
};
