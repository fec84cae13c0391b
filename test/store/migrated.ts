import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';

/**
 * An empty store brought up to date once a run, of which every test gets a copy: two dozen migrations
 * take longer than most tests. `once-a-run.mjs` says where it is kept; absent: every test migrates its own.
 */

/** Where it is among the folders of the run. */
const FOLDER = process.env['SEEDED_HOUSES'];
const DATABASE = process.env['MIGRATED_DATABASE'];

/** Fills `folder`, in which the store will be opened as `file` with the same secret. */
export async function copyMigrated(folder: string, file: string, secret: string): Promise<void> {
  if (FOLDER === undefined) return;
  const kept = join(FOLDER, 'migrated');
  if (!existsSync(kept)) await migrateFolder(kept, file, secret);
  cpSync(kept, folder, { recursive: true });
}

async function migrateFolder(kept: string, file: string, secret: string): Promise<void> {
  const draft = mkdtempSync(join(tmpdir(), 'shuzhi-migrated-'));
  await (await openSqlite(join(draft, file), secret)).close();
  try {
    renameSync(draft, kept);
  } catch {
    // The other worker was first.
    rmSync(draft, { recursive: true });
  }
}

/** What a new database on the server is made from; null: from nothing. */
export async function migratedTemplate(server: string, secret: string): Promise<string | null> {
  if (DATABASE === undefined) return null;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // One worker makes it, the others wait; the lock goes with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [DATABASE]);
    const known = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (known.rowCount === 0) await migrateDatabase(client, server, DATABASE, secret);
  } finally {
    await client.end();
  }
  return DATABASE;
}

/** Under another name until it is whole: a run that dies half-way leaves no template. */
async function migrateDatabase(
  client: pg.Client,
  server: string,
  name: string,
  secret: string,
): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`create database ${draft}`);
  const url = new URL(server);
  url.pathname = `/${draft}`;
  await (await openPostgres(url.href, secret)).close();
  await client.query(`alter database ${draft} rename to ${name}`);
}
