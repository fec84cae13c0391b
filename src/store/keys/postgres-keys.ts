import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import pg from 'pg';
import type { Commit, Unit } from '../store.js';
import type { KeySchema, KeyStore } from './key-table.js';
import { createKeyTable } from './key-table.js';

/** Dumped and restored apart from the records: `pg_dump --schema=shuzhi_keys`. */
const SCHEMA = 'shuzhi_keys';
const CHANNEL = 'shuzhi_keys';

/** Keys in a schema of their own, of the same server. */
export async function openKeySchema(
  db: Kysely<unknown>,
  commit: (unit: Unit) => Promise<Commit>,
): Promise<KeyStore> {
  await db.transaction().execute(async (one) => {
    // Two replicas that start together would both find nothing, and one would fail.
    await sql`select pg_advisory_xact_lock(7315480)`.execute(one);
    await one.schema.createSchema(SCHEMA).ifNotExists().execute();
    await createKeyTable(one.withSchema(SCHEMA) as Kysely<KeySchema>);
  });
  return {
    db: db.withSchema(SCHEMA) as Kysely<KeySchema>,
    commit,
    announce: [{ query: sql`select pg_notify(${CHANNEL}, '')`.compile(db) }],
    async scour() {
      // A plain VACUUM leaves the bytes of a dead row in its page.
      await sql`vacuum full ${sql.id(SCHEMA, 'data_key')}`.execute(db);
    },
    close: async () => undefined,
  };
}

export interface Hearing {
  /** Whether a destruction elsewhere would be heard of now. */
  isOpen(): boolean;
  close(): Promise<void>;
}

const RETRY_MS = 2_000;

/** Hears of keys that another replica destroyed. Deaf, it says so, and nobody may hold a key. */
export function hearDestructions(url: string, connectMs: number, heard: () => void): Hearing {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let open = false;
  let closed = false;
  const deafen = () => {
    open = false;
    heard();
    client?.removeAllListeners('end');
    // What is gone already cannot be ended once more.
    void client?.end().catch(() => undefined);
    client = null;
    if (closed) return;
    retry = setTimeout(() => void listen(), RETRY_MS);
    retry.unref();
  };
  const listen = async () => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectMs });
    client = next;
    next.on('error', () => next === client && deafen());
    next.on('end', () => next === client && deafen());
    next.on('notification', heard);
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      // Whatever was destroyed before is dropped now.
      heard();
      open = next === client;
    } catch {
      if (next === client) deafen();
    }
  };
  const started = listen();
  return {
    isOpen: () => open,
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      await started;
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
