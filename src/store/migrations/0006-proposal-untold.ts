import type { Kysely, Migration } from 'kysely';

/** What the customer has still to be told of a proposal, and where: their latest conversation. */
export const proposalUntold: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('proposal')
      .addColumn('untold', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('proposal_untold')
      .on('proposal')
      .columns(['untold', 'drafted_at'])
      .execute();
    await db.schema
      .createIndex('conversation_customer')
      .on('conversation')
      .columns(['customer_id', 'opened_at'])
      .execute();
  },
};
