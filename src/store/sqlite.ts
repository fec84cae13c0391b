import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { dirname, join } from 'node:path';
import { createKeyRing } from './keys/key-ring.js';
import type { KeySchema, KeyStore } from './keys/key-table.js';
import { createKeyTable } from './keys/key-table.js';
import { rootKeyOf } from './keys/root-key.js';
import type { Schema } from './schema.js';
import { sealing } from './sealing.js';
import { readerDialect } from './sqlite-reader.js';
import type { Commit, Store, Unit } from './store.js';
import { StoreFailure, migrate } from './store.js';

export interface WriterRequest {
  readonly id: number;
  readonly soft: boolean;
  readonly unit: readonly {
    readonly sql: string;
    readonly parameters: readonly unknown[];
    readonly rows: number | undefined;
  }[];
  /** Once it is committed, nothing that was overwritten stays in the files; `pack`: nor in old pages. */
  readonly scour?: 'log' | 'pack';
}

export interface WriterAnswer {
  readonly id: number;
  readonly conflict?: number;
  readonly failure?: string;
}

interface Waiter {
  resolve(commit: Commit): void;
  reject(error: Error): void;
}

/** In the folder of the records; a backup of one is not a backup of the other. */
const KEYS = 'keys.db';

/**
 * Opens (or makes) the SQLite file: WAL, synchronous=FULL, one writer thread, reads on this one.
 * `secret` wraps the keys of its records, which lie in a file of their own.
 */
export async function openSqlite(file: string, secret: string): Promise<Store> {
  const records = await openFile<Schema>(file, (db) => migrate(db, 'sqlite'));
  const keys = createKeyRing(
    await openKeys(join(dirname(file), KEYS)),
    rootKeyOf(secret),
    Date.now,
  );
  try {
    await keys.check();
  } catch (error) {
    await records.close();
    await keys.close();
    throw error;
  }
  const clock = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
  return sealing({ ...records, dialect: 'sqlite', clock }, keys);
}

const openKeys = async (file: string): Promise<KeyStore> => {
  const { scour, ...keys } = await openFile<KeySchema>(file, createKeyTable);
  return { ...keys, announce: [], scour: () => scour('log') };
};

async function openFile<DB>(file: string, prepare: (db: Kysely<DB>) => Promise<void>) {
  const reader = new Database(file);
  reader.pragma('journal_mode = WAL');
  reader.pragma('synchronous = FULL');
  reader.pragma('busy_timeout = 5000');
  const db = new Kysely<DB>({ dialect: readerDialect(reader) });
  await prepare(db);
  reader.pragma('query_only = 1');
  const writer = startWriter(file);
  return {
    db,
    commit: (unit: Unit, options?: { readonly soft?: boolean }) =>
      writer.commit(unit, { soft: options?.soft ?? false }),
    scour: async (how: 'log' | 'pack') =>
      void (await writer.commit([], { soft: false, scour: how })),
    async close() {
      await writer.close();
      await db.destroy();
    },
  };
}

function startWriter(file: string) {
  const worker = new Worker(new URL('./sqlite-writer.js', import.meta.url), {
    workerData: { file },
  });
  const waiters = new Map<number, Waiter>();
  let lastId = 0;
  let dead: StoreFailure | null = null;
  worker.on('message', (answers: readonly WriterAnswer[]) => {
    for (const answer of answers) settle(waiters, answer);
  });
  let outgoing: WriterRequest[] = [];
  const flush = () => {
    if (outgoing.length === 0) return;
    worker.postMessage(outgoing);
    outgoing = [];
  };
  const die = (cause: unknown) => {
    dead = new StoreFailure('the SQLite writer stopped', { cause });
    for (const waiter of waiters.values()) waiter.reject(dead);
    waiters.clear();
  };
  worker.on('error', die);
  worker.on('exit', die);
  return {
    commit(unit: Unit, how: Pick<WriterRequest, 'soft' | 'scour'>): Promise<Commit> {
      if (dead) return Promise.reject(dead);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiters.set(id, { resolve, reject });
        if (outgoing.length === 0) process.nextTick(flush);
        outgoing.push({ id, ...how, unit: unit.map(toWire) });
      });
    },
    async close(): Promise<void> {
      if (dead) return;
      // What was handed over in this tick goes before the farewell.
      flush();
      const exited = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await exited;
    },
  };
}

const toWire = (write: Unit[number]) => ({
  sql: write.query.sql,
  parameters: write.query.parameters,
  rows: write.rows,
});

function settle(waiters: Map<number, Waiter>, answer: WriterAnswer): void {
  const waiter = waiters.get(answer.id);
  if (!waiter) return;
  waiters.delete(answer.id);
  if (answer.failure !== undefined) {
    waiter.reject(new StoreFailure('the unit of work failed', { cause: answer.failure }));
  } else if (answer.conflict !== undefined) {
    waiter.resolve({ kind: 'conflict', write: answer.conflict });
  } else waiter.resolve({ kind: 'committed' });
}
