import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { STAGES } from '../../conversation/proposal/evolve.js';

/** Words that must, or must not, be in a reply: plain, or a regular expression between slashes. */
const Words = z.array(z.union([z.string(), z.number()]).transform(String)).default([]);

/** What an advisor decides about the customer's latest proposal before the customer speaks again. */
const Advisor = z.strictObject({
  as: z.string(),
  do: z.enum(['approve', 'decline']),
  reason: z.string().min(1),
  /** Each must be in what the customer is then told. */
  told: Words,
});

const Turn = z.strictObject({
  advisor: Advisor.optional(),
  say: z.string().min(1),
  /** Each must be in the reply. */
  says: Words,
  /** One of them must be in the reply. */
  says_any: Words,
  /** None may be in the reply. */
  not: Words,
  /** Tools that must run in this turn. */
  tools: z.array(z.string()).default([]),
  /** What the reply must be (`ReplyOutcome`), one of. */
  outcome: z.union([z.string(), z.array(z.string())]).optional(),
  /** Titles, or parts of them, that must be cited. */
  cites: Words,
  /** Products the reply must be about, by code. */
  products: z.array(z.string()).optional(),
});

const End = z.strictObject({
  handoff: z.enum(['none', 'requested', 'booked']).optional(),
  /** The flow still open; null: none. */
  flow: z.string().nullable().optional(),
  /** How far the customer's latest proposal has come. */
  proposal: z.enum(STAGES).optional(),
  /** Events that must stand in the record, by kind, each with fields it must have. */
  events: z.array(z.union([z.string(), z.record(z.string(), z.unknown())])).default([]),
  /** Kinds of events that must not. */
  no_events: z.array(z.string()).default([]),
});

const DialogueFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Who calls, in a line. */
  person: z.string().min(1),
  /** Why they call. */
  reason: z.string().min(1),
  /** A demonstration customer; absent: a visitor. */
  as: z.string().optional(),
  /** Seconds before each message; absent: none. Whoever answers a questionnaire reads it first. */
  pace: z.number().positive().optional(),
  turns: z.array(Turn).min(1),
  /** What no reply of the conversation may say. */
  must_not: Words,
  end: End.default({ events: [], no_events: [] }),
});

/** 黄金对话: a conversation as it must go, written by people who need not read code. */
export type Dialogue = z.infer<typeof DialogueFile>;
export type DialogueTurn = Dialogue['turns'][number];

/** Every `*.yaml` of a folder; the first file that is not a dialogue is named. */
export function loadDialogues(folder: string): readonly Dialogue[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const dialogues = files.flatMap((file) => dialoguesIn(join(folder, file), file));
  const ids = dialogues.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw new Error(`two dialogues are called ${twice}`);
  return dialogues;
}

/** One file holds one dialogue or a list of them. */
function dialoguesIn(path: string, name: string): readonly Dialogue[] {
  const parsed = z
    .union([z.array(DialogueFile), DialogueFile.transform((one) => [one])])
    .safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
