import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { copyMigrated, migratedTemplate } from './migrated.js';

/** Wraps the keys of every test's records. */
export const SECRET = 'a secret for the records of tests alone';

const FILE = 'test.db';

export interface TestDatabase {
  readonly name: 'sqlite' | 'postgres';
  open(): Promise<{
    store: Store;
    reopen: (secret?: string) => Promise<Store>;
    remove: () => Promise<void>;
  }>;
  /** What a whole service is given to keep its records there. */
  environment(): Promise<{ env: Readonly<Record<string, string>>; remove: () => Promise<void> }>;
}

const sqlite: TestDatabase = {
  name: 'sqlite',
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-store-'));
    const file = join(folder, FILE);
    await copyMigrated(folder, FILE, SECRET);
    const store = await openSqlite(file, SECRET);
    return {
      store,
      reopen: (secret = SECRET) => openSqlite(file, secret),
      async remove() {
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
  environment: async () => ({ env: {}, remove: async () => undefined }),
};

/** A new database on a server, empty or as the template is, and how to drop it. */
export async function withDatabase(
  server: string,
  template: string | null = null,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `shuzhi_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} ${template ? `template ${template}` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

const postgres = (server: string): TestDatabase => ({
  name: 'postgres',
  async open() {
    const { url, drop } = await withDatabase(server, await migratedTemplate(server, SECRET));
    return {
      store: await openPostgres(url, SECRET),
      reopen: (secret = SECRET) => openPostgres(url, secret),
      remove: drop,
    };
  },
  async environment() {
    const { url, drop } = await withDatabase(server);
    return { env: { DATABASE_URL: url, DEMO: '1' }, remove: drop };
  },
});

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export const postgresServer = process.env['TEST_DATABASE_URL'] ?? (await localServer());

/** The PostgreSQL of this machine, if one answers; tests say when they were left out. */
async function localServer(): Promise<string | null> {
  const url = 'postgres://postgres@127.0.0.1:5432/postgres';
  try {
    await onServer(url, 'select 1');
    return url;
  } catch {
    if (process.env['CI'])
      throw new Error('CI must run the PostgreSQL tests: set TEST_DATABASE_URL');
    process.stderr.write('left out: PostgreSQL tests (set TEST_DATABASE_URL to run them)\n');
    return null;
  }
}

export const databases: readonly TestDatabase[] = postgresServer
  ? [sqlite, postgres(postgresServer)]
  : [sqlite];
