import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  EMERGENCIES,
  PRODUCT_ASPECTS,
  REFUSED_SUBJECTS,
  SOCIAL_ACTS,
} from '../../terms/command.js';
import { fencedIn } from '../../terms/fenced.js';
import type { Example } from '../models/embedded/classifier.js';

const Meta = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  purpose: z.string(),
  owner: z.string(),
});

/** Tasks of several turns that words may begin. */
export const FLOWS = ['need', 'privacy', 'assessment'] as const;

/** What words do to the talk itself, whatever it is about. */
export const DIALOGUE_ACTS = [
  'affirm',
  'deny',
  'correct',
  'cancel',
  'dont_know',
  'repeat',
  'simpler',
  'insult',
] as const;
export type DialogueAct = (typeof DIALOGUE_ACTS)[number];

/** 意图: what a customer may want, and which command it stands for. */
const FrontMatter = z.discriminatedUnion('command', [
  Meta.extend({ command: z.literal('answer') }).strict(),
  Meta.extend({ command: z.literal('describe_product'), aspect: z.enum(PRODUCT_ASPECTS) }).strict(),
  Meta.extend({ command: z.literal('compare_products') }).strict(),
  Meta.extend({ command: z.literal('list_products') }).strict(),
  Meta.extend({ command: z.literal('own_account') }).strict(),
  Meta.extend({ command: z.literal('out_of_scope') }).strict(),
  Meta.extend({
    command: z.literal('request_human'),
    subject: z.enum(['asked', 'complaint', 'distress', 'callback']),
  }).strict(),
  Meta.extend({
    command: z.literal('refuse'),
    subject: z.enum(REFUSED_SUBJECTS),
  }).strict(),
  Meta.extend({
    command: z.literal('emergency'),
    subject: z.enum(EMERGENCIES),
  }).strict(),
  Meta.extend({
    command: z.literal('social'),
    subject: z.enum(SOCIAL_ACTS),
  }).strict(),
  Meta.extend({ command: z.literal('start_flow'), flow: z.enum(FLOWS) }).strict(),
  Meta.extend({ command: z.literal('dialogue_act'), act: z.enum(DIALOGUE_ACTS) }).strict(),
]);

export type Intent = z.infer<typeof FrontMatter>;

/** One line of an intent file. */
export interface Utterance extends Example {
  /** Lines that put the same thing another way; unique over the catalogue. */
  readonly family: string;
}

export interface IntentCatalogue {
  readonly intents: ReadonlyMap<string, Intent>;
  readonly examples: readonly Utterance[];
  /** First 16 hex digits of SHA-256 over the files. */
  readonly version: string;
}

/**
 * Loads `knowledge/intents/*.md`: front matter, then one utterance a line. A blank line ends a
 * paraphrase family; a file without one is not grouped yet and every line stands for itself.
 */
export function loadIntents(directory: string): IntentCatalogue {
  const intents = new Map<string, Intent>();
  const examples: Utterance[] = [];
  const hash = createHash('sha256');
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .sort()) {
    const text = readFileSync(join(directory, file), 'utf8');
    hash.update(text);
    const fenced = fencedIn(text);
    const parsed = FrontMatter.safeParse(parse(fenced?.header ?? ''));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    intents.set(parsed.data.id, parsed.data);
    examples.push(...utterancesOf(parsed.data.id, fenced?.body ?? ''));
  }
  return { intents, examples, version: hash.digest('hex').slice(0, 16) };
}

function utterancesOf(label: string, body: string): readonly Utterance[] {
  const blocks = body
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').flatMap((line) => line.trim() || []))
    .filter((lines) => lines.length > 0);
  const families = blocks.length > 1 ? blocks : (blocks[0] ?? []).map((line) => [line]);
  return families.flatMap((lines, at) =>
    lines.map((text) => ({ label, text, family: `${label}.${at + 1}` })),
  );
}

/** The utterances of all intents that stand for one command. */
export const linesOf = (
  { intents, examples }: IntentCatalogue,
  command: Intent['command'],
): readonly string[] =>
  examples.filter(({ label }) => intents.get(label)?.command === command).map(({ text }) => text);
