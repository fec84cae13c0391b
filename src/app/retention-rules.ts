import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ClassRule, RetentionClass, RetentionRules } from '../compliance/retention.js';
import { RETENTION_CLASSES } from '../compliance/retention.js';
import type { LocalDate } from '../terms/time.js';
import { isLocalDate, toLocalDate } from '../terms/time.js';
import type { ErasureDeps } from '../conversation/erasure/record.js';
import { heldOn, versionsIn } from './dated-versions.js';
import type { InForce } from './house-files.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

const FOLDER = fileURLToPath(new URL('../../knowledge/retention', import.meta.url));

const Evidence = z.enum(['T', 'T2', 'Q', 'W', 'M']);
const Class = z.enum(RETENTION_CLASSES);
const ByName = z.record(z.string().min(1), Class);

const RulesFile = z.strictObject({
  id: z.string().min(1),
  version: z.string().regex(/^\d{4}\.\d+$/),
  effective: z.string().refine(isLocalDate, 'is no day'),
  owner: z.string().min(1),
  request: z.strictObject({
    days: z.int().positive(),
    source: z.string().min(1),
    evidence: Evidence,
    note: z.string().optional(),
  }),
  classes: z.record(
    Class,
    z.strictObject({
      title: z.string().min(1),
      keep: z.strictObject({ years: z.int().min(0) }),
      counts_from: z.enum(['last_event', 'relationship_end']),
      on_request: z.enum(['erase', 'restrict']),
      four_eyes: z.boolean(),
      sources: z
        .array(z.strictObject({ article: z.string().min(1), evidence: Evidence }))
        .min(1, 'every term has a basis'),
    }),
  ),
  anonymous_days: z.int().positive(),
  raised_by: ByName,
  raised_by_tools: ByName,
  streams: ByName,
});

/** One file as rules; throws an Error that names the file and everything wrong with it. */
export function readRetentionRules(text: string, file: string): RetentionRules {
  const parsed = RulesFile.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const given = parsed.data;
  const ruleOf = (name: RetentionClass): ClassRule => {
    const { title, keep, counts_from, on_request, four_eyes, sources } = given.classes[name];
    const rule = { title, keepYears: keep.years, countsFrom: counts_from, onRequest: on_request };
    return { ...rule, fourEyes: four_eyes, sources };
  };
  return {
    version: `${given.id}@${given.version}`,
    effective: given.effective,
    requestDays: given.request.days,
    classes: {
      derived: ruleOf('derived'),
      R3: ruleOf('R3'),
      R10: ruleOf('R10'),
      R20: ruleOf('R20'),
    },
    anonymousDays: given.anonymous_days,
    raisedBy: given.raised_by,
    raisedByTools: given.raised_by_tools,
    streams: given.streams,
  };
}

type RetentionParts = Pick<Parts, 'now'> & {
  readonly house: { readonly now: () => Pick<InForce, 'retention'> };
};

/** The rules that hold now. */
export const retentionOf =
  ({ now, house }: RetentionParts): ErasureDeps['rules'] =>
  () =>
    heldOn(house.now().retention, toLocalDate(now()), 'retention rules hold');

/** What cases of erasing work on. */
export const erasureDepsOf = (parts: RetentionParts & Pick<Parts, 'store'>): ErasureDeps => ({
  store: parts.store,
  now: parts.now,
  origin: ORIGIN,
  rules: retentionOf(parts),
});

/** Every version in a folder. */
export const retentionVersions = (folder = FOLDER): readonly RetentionRules[] =>
  versionsIn(folder, readRetentionRules);

/** The version that holds on a day, of those that ship. */
export const loadRetentionRules = (today: LocalDate): RetentionRules =>
  heldOn(retentionVersions(), today, 'retention rules hold');
