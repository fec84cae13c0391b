import { isMostlyEnglish } from '../../language/english-asks.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Said } from './answer.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** Whoever writes in English is told once in it how we answer. */
export function englishNote(wordings: Wordings, { before, words }: Said): readonly Paragraph[] {
  if (!isMostlyEnglish(words)) return [];
  const note = worded(wordings, 'english_note', {});
  return before.some((one) => one.includes(note.text)) ? [] : [note];
}
