import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { secret } from '../access/secrets.js';
import type { Config } from '../config.js';
import { secretsFolder } from '../config.js';
import { releaseAllLeases } from '../conversation/queries/conversation.js';
import { dropLease, holdLease, leaseOwner } from '../store/job-lease.js';
import { openSqlite } from '../store/sqlite.js';
import type { Store } from '../store/store.js';
import { StoreFailure } from '../store/store.js';

/** One process serves one SQLite file: this lease says which, and beats while it lives. */
const SERVING = 'serving';
const HEARTBEAT_TTL_MS = 15_000;

/** Another process serves this SQLite file. */
export class AlreadyServed extends Error {
  constructor(dataDir: string) {
    super(`another process is serving ${dataDir}`);
    this.name = 'AlreadyServed';
  }
}

/**
 * Opens the database of this configuration and makes its DATA_DIR, which holds the secrets whatever
 * the database is. Throws an Error that names what cannot be made or opened, with its cause.
 */
export async function openStore(config: Config): Promise<Store> {
  try {
    makeFolder(resolve(config.dataDir));
  } catch (cause) {
    throw new Error(`DATA_DIR ${config.dataDir} cannot be made`, { cause });
  }
  const root = secret(secretsFolder(config), 'record-keys', config.recordKeySecret);
  if (config.databaseUrl) {
    const { openPostgres } = await import('../store/postgres.js');
    return openPostgres(config.databaseUrl, root).catch(unopened('PostgreSQL (DATABASE_URL)'));
  }
  const file = join(config.dataDir, 'shuzhi.db');
  return openSqlite(file, root).catch(unopened(file));
}

const unopened =
  (database: string) =>
  (cause: unknown): never => {
    throw new StoreFailure(`${database} cannot be opened`, { cause });
  };

/** Not `recursive`: Node 20 never returns from that where a file system makes no folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error('there is a file of that name');
    return;
  }
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/**
 * Becomes the one process that serves this file. After a crash the dead owner's heartbeat runs out
 * on its own; a process that is gone for sure (its pid is free) need not be waited for.
 */
export async function claimFile(store: Store, config: Config, owner: string): Promise<void> {
  if (store.dialect !== 'sqlite') return;
  if (!(await beat(store, owner))) {
    await dropDeadOwner(store);
    if (!(await beat(store, owner))) throw new AlreadyServed(config.dataDir);
  }
  // Whoever held a conversation's lease was an earlier process on this file.
  await store.commit([releaseAllLeases(store)]);
}

/** Owners are named `pid:uuid`, so that a dead one can be told from a slow one. */
async function dropDeadOwner(store: Store): Promise<void> {
  const owner = await leaseOwner(store, SERVING);
  if (owner !== null && !isAlive(owner)) await dropLease(store, SERVING, owner);
}

function isAlive(owner: string): boolean {
  const pid = Number(owner.split(':')[0]);
  // Our own pid under a name we never took: an earlier process of a container started again.
  if (pid === process.pid) return ownNames.has(owner);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export const beat = (store: Store, owner: string): Promise<boolean> =>
  holdLease(store, SERVING, owner, HEARTBEAT_TTL_MS);

export const leaveFile = (store: Store, owner: string): Promise<void> =>
  dropLease(store, SERVING, owner);

/** Opens the store for a command, as the only process on the file, and closes it whatever happens. */
export async function withOwnStore<T>(
  config: Config,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(config);
  const owner = newOwner();
  try {
    await claimFile(store, config, owner);
    const result = await work(store);
    await leaveFile(store, owner);
    return result;
  } finally {
    await store.close();
  }
}

const ownNames = new Set<string>();

/** This process, as the owner of leases: `pid:uuid`. */
export function newOwner(): string {
  const owner = `${process.pid}:${randomUUID()}`;
  ownNames.add(owner);
  return owner;
}
