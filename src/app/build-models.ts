import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadIntents } from '../agent/understand/intents.js';
import { seedDemo } from '../demo/seed.js';
import { openSqlite } from '../store/sqlite.js';
import { toLocalDate } from '../terms/time.js';
import { loadShipped } from './knowledge-base.js';
import { BUILT_MODELS, openRouter, routerExamples, routerFile } from './router.js';

/**
 * Trains, as a step of the build, the router of a service that starts with what ships: without and
 * with its demonstration institution. What is already there costs a second.
 */
const INTENTS = fileURLToPath(new URL('../../knowledge/intents', import.meta.url));
const PRODUCTS = new URL('../../knowledge/demonstration/products.jsonl', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'shuzhi-models-'));
const store = await openSqlite(join(folder, 'shipped.db'));
const made: string[] = [];
try {
  for (const demo of [false, true]) {
    if (demo) await seedDemo(store, PRODUCTS, toLocalDate(Date.now()));
    await loadShipped(store, demo, Date.now());
    const examples = await routerExamples(store, loadIntents(INTENTS));
    openRouter(examples, BUILT_MODELS);
    made.push(routerFile(examples));
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const file of readdirSync(BUILT_MODELS)) {
  if (!made.includes(file)) rmSync(join(BUILT_MODELS, file));
}
