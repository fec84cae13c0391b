import { parse } from 'yaml';
import { z } from 'zod';

const Clock = z.string().regex(/^\d{2}:\d{2}$/);

/** What differs from the defaults of `advice/suitability/house-thresholds.ts`; then with a version of its own. */
const SuitabilityThresholds = z.strictObject({
  version: z.string().regex(/^[A-Za-z0-9.-]{1,40}$/),
  statedLossPct: z
    .array(z.number().min(0).max(100))
    .length(5)
    .refine((losses) => losses.every((loss, at) => at === 0 || loss >= losses[at - 1]!), {
      message: 'a higher grade may not state a smaller loss',
    })
    .exactOptional(),
  reviewShare: z.number().min(0).max(1).exactOptional(),
  reviewMonths: z.number().min(0).exactOptional(),
  warningShare: z.number().min(0).max(1).exactOptional(),
  warningMonths: z.number().min(0).exactOptional(),
});

/** The one institution this deployment serves: name, look, hours, hosts it vouches for. */
const InstitutionFile = z.strictObject({
  name: z.string().min(1),
  legalName: z.string().min(1),
  note: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  logo: z.string().nullable().default(null),
  accent: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .nullable()
    .default(null),
  assistant: z.strictObject({
    name: z.string().min(1),
    initial: z.string().min(1).max(2),
    title: z.string().min(1),
  }),
  hours: z.strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1),
    spans: z.array(z.strictObject({ from: Clock, to: Clock })).min(1),
    text: z.string().min(1),
  }),
  starters: z.array(z.strictObject({ label: z.string().min(1), say: z.string().min(1) })).max(4),
  /** Hosts a reply may link to. */
  hosts: z.array(z.string()).default([]),
  /** Who operates the channel the customer talks on (regulation.md §2.6); absent: we do. */
  channelOperator: z
    .enum(['licensed_self_operated', 'licensed_official_account_on_third_party', 'third_party'])
    .exactOptional(),
  suitability: SuitabilityThresholds.exactOptional(),
});

export type Institution = z.infer<typeof InstitutionFile>;

/** The institution, or what is wrong with the file. */
export function parseInstitution(yaml: string): Institution | string {
  let raw: unknown;
  try {
    raw = parse(yaml);
  } catch (error) {
    return `not YAML (${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'})`;
  }
  const parsed = InstitutionFile.safeParse(raw);
  return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ');
}
