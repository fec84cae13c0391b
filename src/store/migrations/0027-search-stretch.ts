import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * 检索的时段: on PostgreSQL the index knows of every entry in which stretch of time it lies (2^30 ids are 48
 * days), so that the latest of what is common are found without fetching all of it. FTS5 has an order.
 * Without `fastupdate` there is no list of late comers that every search would go through.
 */
export const searchStretch = (sqlite: boolean): Migration => ({
  async up(db: Kysely<unknown>) {
    if (sqlite) return;
    await sql`drop index search_entry_tokens`.execute(db);
    await sql`create index search_entry_tokens on search_entry
      using gin (array_append(string_to_array(tokens, ' '), '@' || (id >> 30)::text))
      with (fastupdate = off)`.execute(db);
  },
});
