import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.js';
import type { Commit, Store, Unit } from './store.js';
import { StoreFailure, migrate } from './store.js';

/** int8 arrives as text by default; our sequences and instants stay far below 2^53. */
const INT8_OID = 20;

/** A host that drops packets says nothing at all: without a limit every caller would wait for good. */
const CONNECT_MS = 5_000;

/** Opens PostgreSQL: one transaction a unit, reads through the pool. */
export async function openPostgres(url: string, connectMs = CONNECT_MS): Promise<Store> {
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
  try {
    (await connect(pool)).release();
    await migrate(db, 'postgres');
  } catch (error) {
    // An open connection keeps the process alive: a failed start must end it.
    await db.destroy();
    throw error;
  }
  const underWay = new Set<Promise<Commit>>();
  return {
    dialect: 'postgres',
    db,
    clock: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    commit(unit) {
      const commit = commitOn(pool, unit).finally(() => underWay.delete(commit));
      underWay.add(commit);
      return commit;
    },
    async close() {
      // A pool that is ended while a client connects leaves its caller waiting for good.
      await Promise.allSettled(underWay);
      await db.destroy();
    },
  };
}

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
