import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secret } from '../../src/access/secrets.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { postgresServer, withDatabase } from '../store/databases.js';

/** Where a service that is killed keeps its data, and how a checker looks at it afterwards. */
export interface Ground {
  readonly env: Readonly<Record<string, string>>;
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** The one the service made for itself. */
const secretIn = (folder: string): string => secret(join(folder, 'secrets'), 'record-keys', null);

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'shuzhi-crash-'));

const sqlite = {
  name: 'SQLite',
  async prepare(): Promise<Ground> {
    const folder = newFolder();
    return {
      env: { DATA_DIR: folder },
      open: () => openSqlite(join(folder, 'shuzhi.db'), secretIn(folder)),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

const postgres = (server: string) => ({
  name: 'PostgreSQL',
  async prepare(): Promise<Ground> {
    const folder = newFolder();
    const { url, drop } = await withDatabase(server);
    return {
      env: { DATA_DIR: folder, DATABASE_URL: url },
      open: () => openPostgres(url, secretIn(folder)),
      async remove() {
        await drop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});

/** SQLite in every run; PostgreSQL in the long one, where leases must run out before a turn goes on. */
export const grounds =
  process.env['CRASH_ROUNDS'] !== undefined && postgresServer
    ? [sqlite, postgres(postgresServer)]
    : [sqlite];
