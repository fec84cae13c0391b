import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

// Where tests of one run keep what they share; it goes with the run.
export default function setUp() {
  process.env.SEEDED_HOUSES = mkdtempSync(join(tmpdir(), 'shuzhi-houses-'));
  process.env.MIGRATED_DATABASE = `shuzhi_test_migrated_${randomUUID().replaceAll('-', '')}`;
  globalThis.tearDownRun = async () => {
    rmSync(process.env.SEEDED_HOUSES, { recursive: true });
    await dropMigrated();
  };
}

async function dropMigrated() {
  const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const client = new pg.Client({ connectionString: server });
  try {
    await client.connect();
    await client.query(`drop database if exists ${process.env.MIGRATED_DATABASE} with (force)`);
    await client.end();
  } catch {
    // No server: nothing was made there.
  }
}
