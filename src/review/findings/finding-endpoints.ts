import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';
import type { Basis } from '../../terms/finding.js';
import { startOfDay, toIso } from '../../terms/time.js';
import type { InspectionDeps } from './inspection.js';
import { inspectHistory } from './inspection.js';
import { findingsBy } from './queries.js';
import { ruleTitle } from './rule-titles.js';
import { tryRule } from './trial.js';

const TAG = 'review';
const Day = z.iso.date();
const SEVERITY = z.enum(['hard', 'soft']);
const BasisShown = z.object({ instrument: z.string(), article: z.string(), tag: z.string() });

export const FindingShown = z.object({
  conversation: z.string(),
  channel: z.string(),
  customer: z.string().nullable(),
  rule: z.string(),
  title: z.string(),
  severity: SEVERITY,
  basis: BasisShown,
  seq: z.int().describe('of the event it stands in'),
  start: z.int().describe('UTF-16 units of the words'),
  end: z.int(),
  at: z.string(),
  employee: z.string().nullable().describe('whose words they are; null: not an employee’s'),
  then: z
    .enum(['passed', 'reasoned', 'not_asked'])
    .describe('what the guard had decided when they were said'),
  judged: z
    .enum(['right', 'wrong'])
    .nullable()
    .describe('by reviewers, once their matter is settled'),
  version: z.string().describe('of the rules that found it'),
});
export const FindingsShown = z.object({ findings: z.array(FindingShown) });
export type FindingsShown = z.input<typeof FindingsShown>;

const Filter = z.strictObject({
  conversation: z.string().max(200).optional(),
  rule: z.string().max(40).optional(),
  severity: SEVERITY.optional(),
  employee: z.string().max(64).optional(),
  since: Day.optional().describe('words said on that day or later; default: all'),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
export const TrialShown = z.object({
  rule: z.string(),
  title: z.string(),
  conversations: z.int(),
  fired: z.int().describe('conversations in which it found something'),
  findings: z.int(),
  examples: z.array(
    z.object({ conversation: z.string(), seq: z.int(), start: z.int(), end: z.int() }),
  ),
});
export type TrialShown = z.input<typeof TrialShown>;
const TrialBody = z.strictObject({
  rule: z.string().max(40),
  since: Day,
  most: z.int().min(1).max(100_000).default(10_000),
});
const RunBody = z.strictObject({ since: Day });
const RunShown = z.object({ due: z.int().describe('conversations that will be read again') });

/** Whoever signs in, and whoever stands at the machine itself. */
const DOORS = [
  { base: '/review', reads: 'review.read', changes: 'review.annotate' },
  { base: '/operations/review', reads: 'terminal.review', changes: 'terminal.review' },
] as const;

/** 质检发现: what rules found in conversations that have come to rest, and what a rule would find. */
export const findingEndpoints = (deps: InspectionDeps): readonly Endpoint[] =>
  DOORS.flatMap(({ base, reads, changes }) => [
    endpoint({
      method: 'get',
      path: `${base}/findings`,
      tag: TAG,
      summary: 'Findings that stand, latest first',
      needs: reads,
      query: Filter,
      answer: FindingsShown,
      run: async ({ query }) => {
        const since = startOfDay(query.since ?? '1970-01-01');
        const rows = await findingsBy(deps.store, { ...query, since });
        return { findings: rows.map(shown) };
      },
    }),
    endpoint({
      method: 'post',
      path: `${base}/inspections`,
      tag: TAG,
      summary: 'Read all conversations opened since a day again, with the rules of today',
      needs: changes,
      body: RunBody,
      answer: RunShown,
      run: async ({ body }) => ({ due: await inspectHistory(deps, startOfDay(body.since)) }),
    }),
    endpoint({
      method: 'post',
      path: `${base}/trials`,
      tag: TAG,
      summary: 'What a rule would find in conversations opened since a day; nothing is kept',
      needs: reads,
      body: TrialBody,
      answer: TrialShown,
      secretAnswer: true,
      run: async ({ body: { rule: id, since, most } }) => {
        const rule = TRANSCRIPT_RULES.find((one) => one.id === id);
        if (!rule) throw new Problem(404, `没有会话守则 ${id}`);
        const trial = await tryRule(deps, rule, { since: startOfDay(since), most });
        return { ...trial, title: rule.title, examples: [...trial.examples] };
      },
    }),
  ]);

type Row = Awaited<ReturnType<typeof findingsBy>>[number];

const shown = (row: Row): z.input<typeof FindingShown> => ({
  conversation: row.conversation_id,
  channel: row.channel,
  customer: row.customer_id,
  rule: row.rule,
  title: ruleTitle(row.rule),
  severity: row.severity,
  basis: JSON.parse(row.basis) as Basis,
  seq: row.seq,
  start: row.from_unit,
  end: row.to_unit,
  at: toIso(Number(row.said_at)),
  employee: row.employee_id,
  then: row.guard_then,
  judged: row.judged,
  version: row.version,
});
