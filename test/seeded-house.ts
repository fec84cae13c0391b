import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../src/app.js';
import { readConfig } from '../src/config.js';
import { toLocalDate } from '../src/terms/time.js';

/**
 * A demonstration institution seeded once a run and a day, of which every test gets a copy: seeding takes
 * longer than most tests. Made by `once-a-run.mjs`; absent: every test seeds its own.
 */
const FOLDER = process.env['SEEDED_HOUSES'];

/** Whether a service with these settings begins as the demonstration does on this machine. */
const OWN_BEGINNING = ['DATA_DIR', 'DATABASE_URL', 'DEMO', 'NODE_ENV', 'INSTITUTION_FILE'];

export async function copySeeded(
  env: Readonly<Record<string, string>>,
  now: () => number,
  to: string,
): Promise<void> {
  if (FOLDER === undefined || OWN_BEGINNING.some((name) => name in env)) return;
  const house = join(FOLDER, toLocalDate(now()));
  if (!existsSync(house)) await seed(house, now);
  cpSync(house, to, { recursive: true });
}

async function seed(house: string, now: () => number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-seeding-'));
  const config = readConfig({ PORT: '0', DATA_DIR: folder });
  const app = await createApp(config, pino({ level: 'silent' }), { now });
  await app.close();
  try {
    renameSync(folder, house);
  } catch {
    // The other worker was first.
    rmSync(folder, { recursive: true });
  }
}
