import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabelledLine } from '../compliance/learned/lines.js';
import { fineLines, parseLines } from '../compliance/learned/lines.js';
import type { LearnedModel } from '../compliance/learned/model.js';
import { fitModel, modelOf } from '../compliance/learned/model.js';
import { BUILT_MODELS, keptModel, modelFile } from './kept-model.js';

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));
const REPLIES = fileURLToPath(new URL('../../prompts/replies', import.meta.url));
/** What a line is read with before it is learned from. */
const PROGRAMS = ['../compliance', '../compliance/learned', '../language'].map((room) =>
  fileURLToPath(new URL(room, import.meta.url)),
);
/** Written and signed off by the house: nothing in them may be stopped. */
const OWN_WORDS = ['faq', 'products', 'regulations'];

/** Lines of `knowledge/guard`, and the words we ship as lines with nothing wrong. */
export const guardLines = (): readonly LabelledLine[] => [
  ...labelledLines(join(KNOWLEDGE, 'guard')),
  ...OWN_WORDS.flatMap((folder) => wordsIn(join(KNOWLEDGE, folder))),
  ...wordsIn(REPLIES),
];

export const guardFile = (lines: readonly LabelledLine[]): string =>
  modelFile({
    name: 'guard',
    programs: PROGRAMS,
    lines: lines.map((line) => JSON.stringify(line)),
  });

let shipped: LearnedModel | undefined;

/** The guard's model of what ships, made by the build; once in a process. */
export function loadGuardModel(folder = BUILT_MODELS): LearnedModel {
  if (shipped) return shipped;
  const lines = guardLines();
  shipped = modelOf(keptModel(guardFile(lines), folder, () => fitModel(lines)));
  return shipped;
}

const labelledLines = (folder: string): readonly LabelledLine[] =>
  filesOf(folder, '.txt').flatMap((file) =>
    parseLines(file.slice(0, -'.txt'.length), readFileSync(join(folder, file), 'utf8')),
  );

const wordsIn = (folder: string): readonly LabelledLine[] =>
  filesOf(folder, '.md').flatMap((file) => fineLines(readFileSync(join(folder, file), 'utf8')));

const filesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort();
