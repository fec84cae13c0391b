import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Schema } from './schema.js';
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

/** Opens (or makes) the SQLite file: WAL, synchronous=FULL, one writer thread, reads on this one. */
export async function openSqlite(file: string): Promise<Store> {
  const reader = new Database(file);
  reader.pragma('journal_mode = WAL');
  reader.pragma('synchronous = FULL');
  reader.pragma('busy_timeout = 5000');
  const db = new Kysely<Schema>({ dialect: readerDialect(reader) });
  await migrate(db, 'sqlite');
  reader.pragma('query_only = 1');
  const writer = startWriter(file);
  return {
    dialect: 'sqlite',
    db,
    clock: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    commit: (unit, options) => writer.commit(unit, options?.soft),
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
    commit(unit: Unit, soft = false): Promise<Commit> {
      if (dead) return Promise.reject(dead);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiters.set(id, { resolve, reject });
        if (outgoing.length === 0) process.nextTick(flush);
        outgoing.push({ id, soft, unit: unit.map(toWire) });
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
