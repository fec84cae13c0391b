import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** What the compliance door counts by day, out of indexes and without opening a sealed word. */
export const reviewCounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('conversation_opened')
      .on('conversation')
      .columns(['opened_at', 'id'])
      .execute();
    await db.schema
      .createIndex('event_counted')
      .on('event')
      .columns(['kind', 'at'])
      .where(
        sql<boolean>`kind in ('DraftBlocked', 'AdvisorBlocked', 'HandoffRequested', 'ComplaintFiled')`,
      )
      .execute();
    await db.schema
      .createIndex('review_item_settled')
      .on('review_item')
      .column('settled_at')
      .execute();
  },
};
