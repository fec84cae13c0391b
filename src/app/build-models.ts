import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadIntents } from '../agent/understand/intents.js';
import { seedDemo } from '../demo/seed.js';
import { openSqlite } from '../store/sqlite.js';
import { toLocalDate } from '../terms/time.js';
import { guardFile, guardLines, loadGuardModel } from './guard-model.js';
import { BUILT_MODELS } from './kept-model.js';
import { loadShipped } from './knowledge-base.js';
import { openRouter, routerExamples, routerFile } from './router.js';

/**
 * Trains, as a step of the build, what a service that starts with what ships has learned: the guard's
 * model, and the router without and with the demonstration institution. What is already there costs a second.
 */
const INTENTS = fileURLToPath(new URL('../../knowledge/intents', import.meta.url));
const PRODUCTS = new URL('../../knowledge/demonstration/products.jsonl', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'shuzhi-models-'));
const store = await openSqlite(join(folder, 'shipped.db'));
loadGuardModel();
const made: string[] = [guardFile(guardLines())];
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
