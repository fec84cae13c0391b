import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledLine } from '../compliance/learned/lines.js';
import { fineLines, parseLines } from '../compliance/learned/lines.js';
import type { LearnedModel } from '../compliance/learned/model.js';
import { trainModel } from '../compliance/learned/model.js';

const KNOWLEDGE = new URL('../../knowledge', import.meta.url).pathname;
/** Written and signed off by the house: nothing in them may be stopped. */
const OWN_WORDS = ['faq', 'products', 'regulations'];

/** Trains the guard's model on `knowledge/guard` and on the words we ship; under a second. */
export const trainGuardModel = (knowledge: string): LearnedModel =>
  trainModel([...labelledLines(join(knowledge, 'guard')), ...ownWords(knowledge)]);

let shipped: LearnedModel | undefined;

/** The model of the shipped lines, trained once in a process. */
export const loadGuardModel = (): LearnedModel => (shipped ??= trainGuardModel(KNOWLEDGE));

const labelledLines = (folder: string): readonly LabelledLine[] =>
  filesOf(folder, '.txt').flatMap((file) =>
    parseLines(file.slice(0, -'.txt'.length), readFileSync(join(folder, file), 'utf8')),
  );

const ownWords = (knowledge: string): readonly LabelledLine[] =>
  OWN_WORDS.flatMap((folder) =>
    filesOf(join(knowledge, folder), '.md').flatMap((file) =>
      fineLines(readFileSync(join(knowledge, folder, file), 'utf8')),
    ),
  );

const filesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort();
