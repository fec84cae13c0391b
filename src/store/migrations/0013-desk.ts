import type { Kysely, Migration } from 'kysely';

/** The advisor's desk: who is on a break, and whose customers were opened for somebody else. */
export const desk: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('staff').addColumn('break_since', 'bigint').execute();
    await db.schema
      .createTable('unsealing')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('staff_id', 'text', (c) => c.notNull())
      .addColumn('employee_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('asked_at', 'bigint', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .addColumn('ends_at', 'bigint')
      .execute();
    await db.schema
      .createIndex('unsealing_customer')
      .on('unsealing')
      .columns(['customer_id', 'state'])
      .execute();
    await db.schema
      .createIndex('unsealing_asked')
      .on('unsealing')
      .columns(['state', 'asked_at'])
      .execute();
  },
};
