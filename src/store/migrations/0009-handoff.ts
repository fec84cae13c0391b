import type { Kysely, Migration } from 'kysely';

/** Who waits for a person or is with one, and whom each person has served: projections of events. */
export const handoff: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('handoff')
      .addColumn('conversation_id', 'text', (c) => c.primaryKey())
      .addColumn('customer_id', 'text')
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('employee_id', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('moved_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('handoff_stage').on('handoff').columns(['stage']).execute();
    await db.schema
      .createTable('service')
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('epoch', 'bigint', (c) => c.notNull())
      .addColumn('customer_id', 'text')
      .addColumn('employee_id', 'text', (c) => c.notNull())
      .addColumn('from_at', 'bigint', (c) => c.notNull())
      .addColumn('to_at', 'bigint')
      .addColumn('outcome', 'text')
      .addPrimaryKeyConstraint('service_pk', ['conversation_id', 'epoch'])
      .execute();
    await db.schema.createIndex('service_from').on('service').columns(['from_at']).execute();
  },
};
