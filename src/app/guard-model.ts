import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabelledLine } from '../compliance/learned/lines.js';
import { fineLines, parseLines } from '../compliance/learned/lines.js';
import type { LearnedModel } from '../compliance/learned/model.js';
import { fitModel, modelOf } from '../compliance/learned/model.js';
import { BUILT_MODELS, keptModel, modelFile } from './kept-model.js';
import { SHIPPED_ROOT } from './release-files.js';

/** What a line is read with before it is learned from. */
const PROGRAMS = [
  '../compliance',
  '../compliance/learned',
  '../language',
  '../terms/fenced.js',
].map((program) => fileURLToPath(new URL(program, import.meta.url)));
/** Written and signed off by the house: nothing in them may be stopped. */
const OWN_WORDS = ['faq', 'products', 'regulations'];

/** Lines of `knowledge/guard`, and the words we ship as lines with nothing wrong. */
export const guardLines = (root = SHIPPED_ROOT): readonly LabelledLine[] => [
  ...labelledLines(join(root, 'knowledge', 'guard')),
  ...OWN_WORDS.flatMap((folder) => wordsIn(join(root, 'knowledge', folder))),
  ...wordsIn(join(root, 'prompts', 'replies')),
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
  shipped ??= guardModelAt(SHIPPED_ROOT, folder);
  return shipped;
}

/** The same of whatever files lie below `root`. */
export function guardModelAt(root: string, folder: string): LearnedModel {
  const lines = guardLines(root);
  return modelOf(keptModel(guardFile(lines), folder, () => fitModel(lines)));
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
