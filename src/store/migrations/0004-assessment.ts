import type { Kysely, Migration } from 'kysely';

/** Fillings of the risk questionnaire: how often somebody took it, over all conversations. */
export const assessment: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('assessment')
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('nth', 'integer', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('turn_id', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('tolerance', 'integer')
      .addColumn('lowest_category', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('assessment_pk', ['customer_id', 'nth'])
      .execute();
  },
};
