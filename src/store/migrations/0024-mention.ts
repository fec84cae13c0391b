import type { Kysely, Migration } from 'kysely';

/** @同事: whom a note calls on, and whether they have seen it; the note's words stay in the record. */
export const mention: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('mention')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('employee_id', 'text', (c) => c.notNull())
      .addColumn('by_employee', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('seen_at', 'bigint')
      .addPrimaryKeyConstraint('mention_key', ['conversation_id', 'seq', 'employee_id'])
      .execute();
    await db.schema
      .createIndex('mention_employee')
      .on('mention')
      .columns(['employee_id', 'seen_at', 'at'])
      .execute();
  },
};
