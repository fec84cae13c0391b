import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledLine } from '../compliance/learned/lines.js';
import { fineLines, parseLines } from '../compliance/learned/lines.js';
import type { LearnedModel } from '../compliance/learned/model.js';
import { trainModel } from '../compliance/learned/model.js';

const KNOWLEDGE = new URL('../../knowledge', import.meta.url).pathname;
const REPLIES = new URL('../../prompts/replies', import.meta.url).pathname;
/** Written and signed off by the house: nothing in them may be stopped. */
const OWN_WORDS = ['faq', 'products', 'regulations'];

/** Trains the guard's model on `knowledge/guard` and on the words we ship; under a second. */
export const trainGuardModel = (knowledge: string, replies: string): LearnedModel =>
  trainModel([
    ...labelledLines(join(knowledge, 'guard')),
    ...OWN_WORDS.flatMap((folder) => wordsIn(join(knowledge, folder))),
    ...wordsIn(replies),
  ]);

let shipped: LearnedModel | undefined;

/** The model of the shipped lines, trained once in a process. */
export const loadGuardModel = (): LearnedModel => (shipped ??= trainGuardModel(KNOWLEDGE, REPLIES));

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
