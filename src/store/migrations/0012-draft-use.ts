import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** What became of drafts is read by day from the record itself. */
export const draftUse: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('event_draft')
      .on('event')
      .columns(['kind', 'at'])
      .where(sql.ref('kind'), '=', sql`'DraftOffered'`)
      .execute();
  },
};
