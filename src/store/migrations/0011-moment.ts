import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** Key moments: what is due for whom, what became of it, and what changed in products. */
export const moment: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('moment')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('step', 'text', (c) => c.notNull())
      .addColumn('audience', 'text', (c) => c.notNull())
      .addColumn('employee_id', 'text')
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('until_day', 'text', (c) => c.notNull())
      .addColumn('stake', 'double precision', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('barred', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('raised_on', 'text', (c) => c.notNull())
      .addColumn('again_on', 'text')
      .addColumn('contacted_at', 'bigint')
      .addColumn('outcome', 'text')
      .execute();
    await createIndexes(db);
    await db.schema
      .createTable('product_change')
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('before', 'text', (c) => c.notNull())
      .addColumn('after', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('product_change_key', ['code', 'day', 'kind'])
      .execute();
  },
};

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  const moments: readonly (readonly [string, readonly string[]])[] = [
    ['moment_customer', ['customer_id', 'contacted_at']],
    ['moment_employee', ['employee_id', 'state']],
    ['moment_state', ['state', 'audience', 'until_day']],
    ['moment_number', ['number', 'outcome']],
  ];
  for (const [name, columns] of moments) {
    await db.schema
      .createIndex(name)
      .on('moment')
      .columns([...columns])
      .execute();
  }
  await db.schema.createIndex('customer_event_at').on('customer_event').column('at').execute();
  await db.schema
    .createIndex('transaction_record_at')
    .on('transaction_record')
    .column('at')
    .execute();
  await db.schema
    .createIndex('event_moment')
    .on('event')
    .columns(['kind', 'at'])
    .where(sql.ref('kind'), 'in', sql`('ComplaintFiled', 'FraudReported', 'HandoffRequested')`)
    .execute();
}
