import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadIntents } from '../agent/understand/intents.js';
import { guardFile, guardLines, loadGuardModel } from './guard-model.js';
import { BUILT_MODELS } from './kept-model.js';
import { openRouter, routerFile } from './router.js';
import { shippedLessons } from './shipped-lessons.js';

/**
 * Trains, as a step of the build, what a service has learned when it starts: the guard's model and
 * the router. What is already there costs a second.
 */
const INTENTS = fileURLToPath(new URL('../../knowledge/intents', import.meta.url));

const lessons = shippedLessons(loadIntents(INTENTS));
const made = [guardFile(guardLines()), routerFile(lessons)];
mkdirSync(BUILT_MODELS, { recursive: true });
loadGuardModel();
openRouter(lessons, BUILT_MODELS);
for (const file of readdirSync(BUILT_MODELS)) {
  if (!made.includes(file)) rmSync(join(BUILT_MODELS, file));
}
