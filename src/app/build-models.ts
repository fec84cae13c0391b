import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadIntents } from '../agent/understand/intents.js';
import type { KnowledgeRows } from '../retrieval/queries.js';
import { readKnowledge } from '../retrieval/queries.js';
import { openSqlite } from '../store/sqlite.js';
import { guardFile, guardLines, loadGuardModel } from './guard-model.js';
import { BUILT_MODELS } from './kept-model.js';
import { loadShipped } from './knowledge-base.js';
import { knowledgeVectors, vectorsFile } from './knowledge-vectors.js';
import { openRouter, routerFile } from './router.js';
import { shippedLessons } from './shipped-lessons.js';

/**
 * Trains, as a step of the build, what a service has learned when it starts: the guard's model, the
 * router and the vectors of the demonstration's knowledge. What is already there costs a second.
 */
const INTENTS = fileURLToPath(new URL('../../knowledge/intents', import.meta.url));

const lessons = shippedLessons(loadIntents(INTENTS));
const knowledge = await shippedKnowledge();
const made = [guardFile(guardLines()), routerFile(lessons), vectorsFile(knowledge)];
mkdirSync(BUILT_MODELS, { recursive: true });
loadGuardModel();
openRouter(lessons, BUILT_MODELS);
knowledgeVectors(knowledge, BUILT_MODELS);
for (const file of readdirSync(BUILT_MODELS)) {
  if (!made.includes(file)) rmSync(join(BUILT_MODELS, file));
}

/** As a first start of the demonstration will read it from its store. */
async function shippedKnowledge(): Promise<KnowledgeRows> {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-build-'));
  const store = await openSqlite(join(folder, 'shuzhi.db'), randomUUID());
  try {
    await loadShipped(store, true, 0);
    return await readKnowledge(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
