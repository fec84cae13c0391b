import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * One tree over all ledger entries. What is on record already is simply not taken in yet; nothing
 * that writes an entry has more to do than before.
 */
export const ledgerTree = (sqlite: boolean): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('ledger_entry').addColumn('leaf', 'bigint').execute();
    await db.schema
      .createIndex('ledger_entry_untaken')
      .on('ledger_entry')
      .columns(['stream', 'cseq'])
      .where(sql.ref('leaf'), 'is', null)
      .execute();
    await db.schema
      .createIndex('ledger_entry_leaf')
      .unique()
      .on('ledger_entry')
      .column('leaf')
      .where(sql.ref('leaf'), 'is not', null)
      .execute();
    await createTree(db, sqlite);
  },
});

async function createTree(db: Kysely<unknown>, sqlite: boolean): Promise<void> {
  await db.schema
    .createTable('ledger_tree')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull())
    .addColumn('heads_day', 'text')
    .execute();
  await db.schema
    .createTable('ledger_tile')
    .addColumn('level', 'integer', (c) => c.notNull())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .addColumn('hashes', sqlite ? 'blob' : 'bytea', (c) => c.notNull())
    .addPrimaryKeyConstraint('ledger_tile_pk', ['level', 'n'])
    .execute();
  await db.schema
    .createTable('ledger_head')
    .addColumn('stream', 'text', (c) => c.primaryKey())
    .addColumn('cseq', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('heads_cseq', 'bigint')
    .addColumn('heads_hash', 'text')
    .execute();
  await db.schema
    .createTable('ledger_checkpoint')
    .addColumn('size', 'bigint', (c) => c.primaryKey())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('published', 'integer', (c) => c.notNull())
    .addColumn('cosignatures', 'text', (c) => c.notNull())
    .execute();
}
