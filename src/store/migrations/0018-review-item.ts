import type { Kysely, Migration } from 'kysely';

/** 复核: which conversations are before reviewers, and what came of it. */
export const reviewItem: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('inspection').addColumn('stratum', 'text').execute();
    await db.schema.alterTable('finding').addColumn('judged', 'text').execute();
    await db.schema
      .createTable('review_item')
      .addColumn('conversation_id', 'text', (c) => c.primaryKey())
      .addColumn('by_lot', 'integer', (c) => c.notNull())
      .addColumn('score', 'integer', (c) => c.notNull())
      .addColumn('stratum', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('holder', 'text')
      .addColumn('verdict', 'text')
      .addColumn('opened_at', 'bigint', (c) => c.notNull())
      .addColumn('settled_at', 'bigint')
      .addColumn('state', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('review_item_stage')
      .on('review_item')
      .columns(['stage', 'score'])
      .execute();
    await db.schema
      .createTable('coaching_note')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('employee_id', 'text', (c) => c.notNull())
      .addColumn('by_staff', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('coaching_note_key', ['conversation_id', 'employee_id', 'by_staff'])
      .execute();
    await db.schema
      .createIndex('coaching_note_employee')
      .on('coaching_note')
      .columns(['employee_id', 'at'])
      .execute();
  },
};
