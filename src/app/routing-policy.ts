import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RoutingPolicy } from '../advice/routing/policy.js';
import { HUMAN_REASONS, EMERGENCIES } from '../terms/command.js';
import type { LocalDate } from '../terms/time.js';
import { isLocalDate } from '../terms/time.js';
import { heldOn, versionsIn } from './dated-versions.js';

const FOLDER = fileURLToPath(new URL('../../knowledge/routing', import.meta.url));

const Minutes = z.number().min(0).max(10_000);
const Ratio = z.number().min(0).max(1);
const Pace = z.strictObject({ emergency: Minutes, other: Minutes });

const PolicyFile = z.strictObject({
  id: z.string().min(1),
  version: z.string().regex(/^\d{4}\.\d+$/),
  effective: z.string().refine(isLocalDate, 'is no day'),
  owner: z.string().min(1),
  weights: z
    .strictObject({ skill: Ratio, load: Ratio, outcome: Ratio, tenure: Ratio })
    .refine(({ skill, load, outcome, tenure }) => {
      return Math.abs(skill + load + outcome + tenure - 1) < 1e-9;
    }, 'the weights do not sum to 1'),
  outcome: z.strictObject({ usual: Ratio, strength: z.number().positive() }),
  full_tenure_days: z.number().positive(),
  head_start_minutes: z.record(z.enum([...HUMAN_REASONS, ...EMERGENCIES]), Minutes),
  elder: z.strictObject({ age: z.int().positive(), head_start_minutes: Minutes }),
  reply_minutes: Pace,
  remind_at: z.tuple([Ratio, z.literal(1)]),
  return_at: z.number().gt(1),
  most_returns: z.int().min(0),
  longest_wait_minutes: Pace,
  fewest_served: z.int().positive(),
});

/** One file as a policy; throws an Error that names the file and everything wrong with it. */
export function readRoutingPolicy(text: string, file: string): RoutingPolicy {
  const parsed = PolicyFile.safeParse(parse(text));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const given = parsed.data;
  return {
    version: `${given.id}@${given.version}`,
    effective: given.effective,
    weights: given.weights,
    outcome: given.outcome,
    fullTenureDays: given.full_tenure_days,
    headStart: given.head_start_minutes,
    elder: { age: given.elder.age, headStart: given.elder.head_start_minutes },
    reply: given.reply_minutes,
    remindAt: given.remind_at,
    returnAt: given.return_at,
    mostReturns: given.most_returns,
    longestWait: given.longest_wait_minutes,
    fewestServed: given.fewest_served,
  };
}

/** Every version in a folder. */
export const routingVersions = (folder = FOLDER): readonly RoutingPolicy[] =>
  versionsIn(folder, readRoutingPolicy);

/** The version that holds on a day, of those that ship. */
export const loadRoutingPolicy = (today: LocalDate): RoutingPolicy =>
  heldOn(routingVersions(), today, 'routing policy holds');
