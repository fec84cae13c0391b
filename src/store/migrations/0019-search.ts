import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

type Db = Kysely<unknown>;

/**
 * 检索: hashes of the words of conversations, and searches that people keep. SQLite finds them by an
 * FTS5 index that holds nothing but the hashes and follows the table; PostgreSQL by GIN.
 */
export const search = (sqlite: boolean): Migration => ({
  async up(db: Db) {
    await db.schema
      .createTable('search_entry')
      .addColumn('id', sqlite ? 'integer' : 'bigint', (c) => c.primaryKey())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('tokens', 'text', (c) => c.notNull())
      .addUniqueConstraint('search_entry_place', ['conversation_id', 'seq'])
      .execute();
    await (sqlite ? followByFts5(db) : sql`${GIN}`.execute(db));
    await db.schema
      .createTable('saved_search')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('staff_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('query', 'text', (c) => c.notNull())
      .addColumn('saved_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('saved_search_staff')
      .on('saved_search')
      .columns(['staff_id', 'saved_at'])
      .execute();
    await db.schema
      .createIndex('review_item_verdict')
      .on('review_item')
      .columns(['verdict', 'conversation_id'])
      .execute();
  },
});

const GIN = sql`create index search_entry_tokens on search_entry
  using gin (string_to_array(tokens, ' '))`;

/** `secure-delete`: what leaves the table leaves the index at once, not when segments are merged. */
async function followByFts5(db: Db): Promise<void> {
  await sql`create virtual table search_words using
    fts5(tokens, content='', detail=none, columnsize=0, tokenize='ascii')`.execute(db);
  await sql`insert into search_words(search_words, rank) values ('secure-delete', 1)`.execute(db);
  await sql`create trigger search_entry_kept after insert on search_entry begin
    insert into search_words(rowid, tokens) values (new.id, new.tokens); end`.execute(db);
  await sql`create trigger search_entry_gone after delete on search_entry begin
    insert into search_words(search_words, rowid, tokens)
    values ('delete', old.id, old.tokens); end`.execute(db);
}
