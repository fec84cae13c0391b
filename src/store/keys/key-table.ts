import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Commit, Unit } from '../store.js';

/** 密钥库: wrapped keys, kept apart from the records they open. It holds no name and no words. */
export interface KeySchema {
  data_key: DataKeyRow;
}

export interface DataKeyRow {
  id: string;
  /**
   * The stream whose records are under it. A key a stream, not one a customer and class (reliability.md
   * D4): a talk rises in class with what happens in it, and ends with its own term while the customer's
   * other streams go on; under a shared key it would be sealed anew for the one and could not end for the
   * other. All of an erased customer's go in one unit all the same (`conversation/erasure/carry-out.ts`).
   */
  scope: string;
  /** Null once destroyed: then nothing under it can be read again by anybody. */
  wrapped: string | null;
  made_at: number;
  destroyed_at: number | null;
}

/** Where keys are kept: a file of its own beside SQLite, a schema of its own in PostgreSQL. */
export interface KeyStore {
  readonly db: Kysely<KeySchema>;
  commit(unit: Unit): Promise<Commit>;
  /** Tells other processes, in the same unit, that keys were destroyed; empty: there are none. */
  readonly announce: Unit;
  /** Resolves once nothing that was overwritten is left in this store's files. */
  scour(): Promise<void>;
  close(): Promise<void>;
}

/** One living key a stream; a destroyed one stays as the record that there was one. */
export async function createKeyTable(db: Kysely<KeySchema>): Promise<void> {
  await db.schema
    .createTable('data_key')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('wrapped', 'text')
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('destroyed_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('data_key_living')
    .ifNotExists()
    .unique()
    .on('data_key')
    .column('scope')
    .where(sql.ref('destroyed_at'), 'is', null)
    .execute();
}
