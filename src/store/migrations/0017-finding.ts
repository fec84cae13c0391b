import type { Kysely, Migration } from 'kysely';

/** 质检: which conversations are to be read when, and what was found in them. */
export const finding: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('inspection')
      .addColumn('conversation_id', 'text', (c) => c.primaryKey())
      .addColumn('due_at', 'bigint')
      .addColumn('through_seq', 'integer', (c) => c.notNull())
      .addColumn('version', 'text')
      .execute();
    await db.schema
      .createIndex('inspection_due')
      .on('inspection')
      .column('due_at')
      .where('due_at', 'is not', null)
      .execute();
    await db.schema
      .createTable('finding')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('rule', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('from_unit', 'integer', (c) => c.notNull())
      .addColumn('to_unit', 'integer', (c) => c.notNull())
      .addColumn('severity', 'text', (c) => c.notNull())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('said_at', 'bigint', (c) => c.notNull())
      .addColumn('employee_id', 'text')
      .addColumn('guard_then', 'text', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('found_at', 'bigint', (c) => c.notNull())
      .addColumn('stands', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('finding_key', ['conversation_id', 'rule', 'seq', 'from_unit'])
      .execute();
    await db.schema
      .createIndex('finding_rule')
      .on('finding')
      .columns(['rule', 'said_at'])
      .execute();
    await db.schema.createIndex('finding_said').on('finding').column('said_at').execute();
  },
};
