import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TranscriptRule } from '../compliance/transcript/transcript-rule.js';
import { TRANSCRIPT_RULES } from '../compliance/transcript/transcript-rules.js';
import type { DeskDeps } from '../desk/desk-router.js';
import type { InspectionDeps } from '../review/findings/inspection.js';
import type { JudgingDeps } from '../review/findings/judging.js';
import type { SamplingPolicy } from '../review/work/sampling.js';
import { yamlIn } from '../terms/yaml.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

const Book = z.strictObject({
  version: z.string().min(1),
  owner: z.string().min(1),
  tried: z.array(z.enum(TRANSCRIPT_RULES.map(({ id }) => id))),
});

/** Rules over whole conversations that count today; throws an Error that names the file and its faults. */
export function loadRuleBook(file: string): readonly TranscriptRule[] {
  const parsed = Book.safeParse(yamlIn(readFileSync(file, 'utf8'), file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { tried } = parsed.data;
  return TRANSCRIPT_RULES.filter(({ id }) => !tried.includes(id));
}

const Share = z.number().min(0).max(1);
const Sampling = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  owner: z.string().min(1),
  seed: z.string().min(8),
  rates: z.strictObject({ other: Share, channels: z.record(z.string(), Share) }),
  with_person: Share,
  rules: z.strictObject({ other: Share, soft: z.record(z.string(), Share) }),
});

/** How conversations are drawn for reviewers; throws an Error that names the file and its faults. */
export function loadSampling(file: string): SamplingPolicy {
  const parsed = Sampling.safeParse(yamlIn(readFileSync(file, 'utf8'), file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { id, version, seed, rates, with_person: withPerson, rules } = parsed.data;
  return { version: `${id}@${version}`, seed, rates, withPerson, rules };
}

/** What is read again after it was said is read as the desk's own check reads it. */
export const inspectionDepsOf = (
  { store, now, house }: Pick<Parts, 'store' | 'now' | 'house'>,
  { allowedHosts, learned }: Pick<DeskDeps, 'allowedHosts' | 'learned'>,
): InspectionDeps => ({
  store,
  origin: ORIGIN,
  now,
  allowedHosts,
  get rules() {
    return house.now().rules;
  },
  get sampling() {
    return house.now().sampling;
  },
  ...(learned && { learned }),
});

/** A second reader where a large model is configured; null: the rules read alone. */
export async function judgingDepsOf(
  inspection: InspectionDeps,
  { config, house, now }: Pick<Parts, 'config' | 'house' | 'now'>,
): Promise<JudgingDeps | null> {
  const { model: settings, institution } = config;
  if (!settings) return null;
  const { modelJudge } = await import('./language-model.js');
  const judge = modelJudge({ settings, wordings: house.wordings, institution, now });
  return { inspection, judge, version: `judge:${settings.model}` };
}
