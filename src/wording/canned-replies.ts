import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LocalDate } from '../terms/time.js';
import { isLocalDate } from '../terms/time.js';

/** 话术库: sentences that compliance has read and passed, for advisors to take. */

const Day = z.string().refine(isLocalDate, 'is no day');

const CannedReply = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.string().min(1).max(14),
  /** On what occasion. */
  when: z.string().min(1),
  text: z.string().trim().min(1).max(300),
  /** Who of compliance has read it, and on which day. */
  reviewer: z.string().min(1),
  reviewed: Day,
  /** The last day on which it is offered. */
  until: Day,
});
export type CannedReply = z.output<typeof CannedReply>;

const File = z.strictObject({ version: z.string().min(1), replies: z.array(CannedReply) });

export interface CannedReplies {
  readonly version: string;
  /** What is in force on a day and has the words in it; all of it for no words. */
  find(words: string, today: LocalDate): readonly CannedReply[];
}

/** Throws an Error that names everything wrong with the file. */
export function readCannedReplies(path: string): CannedReplies {
  const parsed = File.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  const { version, replies } = parsed.data;
  const ids = replies.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`${path}: ${twice} is there twice`);
  return {
    version,
    find: (words, today) =>
      replies.filter(
        ({ title, when, text, reviewed, until }) =>
          reviewed <= today && today <= until && `${title}${when}${text}`.includes(words),
      ),
  };
}
