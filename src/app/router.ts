import { fileURLToPath } from 'node:url';
import type { Classifier } from '../agent/models/embedded/classifier.js';
import { classifierOf, fit } from '../agent/models/embedded/classifier.js';
import { keptModel, modelFile } from './kept-model.js';
import type { Lessons } from './shipped-lessons.js';

/** What lines are read, gathered and learned with. */
const PROGRAMS = [
  '../agent/models/embedded',
  '../agent/understand/folds.js',
  '../agent/understand/intents.js',
  '../agent/understand/knowledge-examples.js',
  '../language/fold.js',
  '../retrieval/documents',
  '../terms/fenced.js',
].map((program) => fileURLToPath(new URL(program, import.meta.url)));

/** The router these lessons make, kept in `folder` once it was trained. */
export const openRouter = (lessons: Lessons, folder: string): Classifier =>
  classifierOf(
    keptModel(routerFile(lessons), folder, () => fit(lessons.examples(), lessons.senses)),
  );

export const routerFile = ({ sources }: Lessons): string =>
  modelFile({ name: 'router', programs: PROGRAMS, lines: sources });
