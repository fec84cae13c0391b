import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** 排队的时刻: calls for a person are found by their day, however many events there are. */
export const called: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('event_called')
      .on('event')
      .columns(['at'])
      .where(sql<boolean>`kind = 'HandoffQueued'`)
      .execute();
  },
};
