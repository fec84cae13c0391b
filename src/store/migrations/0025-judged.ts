import type { Kysely, Migration } from 'kysely';

/** 模型复核: up to where a conversation was read a second time, by a large model. */
export const judged: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('inspection')
      .addColumn('judged_seq', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  },
};
