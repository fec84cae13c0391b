import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { KeyRing } from './keys/key-ring.js';
import { createKeyRing } from './keys/key-ring.js';
import { hearDestructions, openKeySchema } from './keys/postgres-keys.js';
import { rootKeyOf } from './keys/root-key.js';
import type { Schema } from './schema.js';
import { SEALED_TABLES } from './sealed-tables.js';
import { sealing } from './sealing.js';
import type { Commit, Store, Unit } from './store.js';
import { StoreFailure, migrate } from './store.js';

/** int8 arrives as text by default; our sequences and instants stay far below 2^53. */
const INT8_OID = 20;

/** A host that drops packets says nothing at all: without a limit every caller would wait for good. */
const CONNECT_MS = 5_000;

/** Opens PostgreSQL: one transaction a unit, reads through the pool. `secret`: as for SQLite. */
export async function openPostgres(
  url: string,
  secret: string,
  connectMs = CONNECT_MS,
): Promise<Store> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8_OID, Number);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 10,
    connectionTimeoutMillis: connectMs,
  });
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const underWay = new Set<Promise<Commit>>();
  const commit = (unit: Unit): Promise<Commit> => {
    const done = commitOn(pool, unit).finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };
  const keys = await openKeys(pool, db, commit, { url, secret, connectMs }).catch(
    async (error: unknown) => {
      // An open connection keeps the process alive: a failed start must end it.
      await db.destroy();
      throw error;
    },
  );
  return sealing(
    {
      dialect: 'postgres',
      db,
      clock: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
      commit,
      async scour(how) {
        // Its index would go on pointing to what was deleted.
        if (how === 'log') await sql`vacuum search_entry`.execute(db);
        else for (const table of Object.keys(SEALED_TABLES)) await pack(db, table);
      },
      async close() {
        // A pool that is ended while a client connects leaves its caller waiting for good.
        await Promise.allSettled(underWay);
        await db.destroy();
      },
    },
    keys,
  );
}

interface KeyOptions {
  readonly url: string;
  readonly secret: string;
  readonly connectMs: number;
}

async function openKeys(
  pool: pg.Pool,
  db: Kysely<Schema>,
  commit: (unit: Unit) => Promise<Commit>,
  { url, secret, connectMs }: KeyOptions,
): Promise<KeyRing> {
  (await connect(pool)).release();
  await migrate(db, 'postgres');
  const store = await openKeySchema(db as unknown as Kysely<unknown>, commit);
  const hearing = hearDestructions(url, connectMs, () => ring.drop(null));
  const close = async () => {
    await hearing.close();
    await store.close();
  };
  const ring = createKeyRing({ ...store, close }, rootKeyOf(secret), Date.now, hearing.isOpen);
  await ring.check().catch(async (error: unknown) => {
    await hearing.close();
    throw error;
  });
  return ring;
}

/** Unlike a plain VACUUM it leaves no bytes of dead rows in the pages. */
const pack = async (db: Kysely<Schema>, table: string): Promise<void> =>
  void (await sql`vacuum full ${sql.table(table)}`.execute(db));

const connect = (pool: pg.Pool): Promise<pg.PoolClient> =>
  pool.connect().catch((cause: unknown) => {
    throw new StoreFailure('PostgreSQL cannot be reached', { cause });
  });

async function commitOn(pool: pg.Pool, unit: Unit): Promise<Commit> {
  const client = await connect(pool);
  try {
    const outcome = await runUnit(client, unit);
    client.release();
    return outcome;
  } catch (cause) {
    // The connection's state is unknown: it is thrown away, which also rolls back.
    client.release(true);
    throw new StoreFailure('the unit of work failed', { cause });
  }
}

async function runUnit(client: pg.PoolClient, unit: Unit): Promise<Commit> {
  await client.query('BEGIN');
  for (const [index, write] of unit.entries()) {
    const { rowCount } = await client.query(write.query.sql, [...write.query.parameters]);
    if (write.rows !== undefined && rowCount !== write.rows) {
      await client.query('ROLLBACK');
      return { kind: 'conflict', write: index };
    }
  }
  await client.query('COMMIT');
  return { kind: 'committed' };
}
