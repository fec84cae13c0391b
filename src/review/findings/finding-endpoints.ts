import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import type { Basis } from '../../terms/finding.js';
import { addDays, startOfDay, toIso, toLocalDate } from '../../terms/time.js';
import type { InspectionDeps } from './inspection.js';
import { inspectHistory } from './inspection.js';
import { findingsBy } from './queries.js';
import { ruleTitle } from './rule-titles.js';
import type { Trial } from './trial.js';
import { tryRule } from './trial.js';
import { ruleToTry } from './tried-rule.js';

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
const THEN = ['passed', 'reasoned', 'blocked', 'not_asked'] as const;
const Count = z.int().min(0);
export const TrialShown = z.object({
  rule: z.string(),
  title: z.string(),
  since: Day,
  until: Day,
  conversations: Count,
  fired: Count.describe('conversations in which it found something'),
  findings: Count,
  then: z
    .object({ passed: Count, reasoned: Count, blocked: Count, not_asked: Count })
    .describe('findings by what the guard had decided then; blocked: nobody was told those words'),
  asFoundThen: z
    .boolean()
    .describe('counted as the guard found it then: what it was checked against is gone'),
  cut: z.enum(['most', 'time']).nullable().describe('why not all of it was read; null: it was'),
  ms: Count,
  examples: z.array(
    z.object({
      conversation: z.string(),
      seq: z.int(),
      start: z.int(),
      end: z.int(),
      then: z.enum(THEN),
      words: z.string().describe('what stands there, with some of what stands around it'),
      mark: z.object({ start: z.int(), end: z.int() }).describe('the hit within `words`'),
    }),
  ),
});
export type TrialShown = z.input<typeof TrialShown>;
const TrialBody = z.strictObject({
  rule: z.string().max(40),
  since: Day,
  until: Day.optional().describe('the last day that is read; default: today'),
  most: z.int().min(1).max(100_000).default(10_000),
});
/** Somebody waits for the answer; what is not read by then is said. */
const TRIAL_MS = 20_000;
const RunBody = z.strictObject({ since: Day });
const RunShown = z.object({ due: z.int().describe('conversations that will be read again') });

/** Whoever signs in, and whoever stands at the machine itself. */
const DOORS = [
  { base: '/review', reads: 'review.read', changes: 'review.annotate' },
  { base: '/operations/review', reads: 'terminal.review', changes: 'terminal.review' },
] as const;

/** 质检发现: what rules found in conversations that have come to rest, and what a rule would find. */
export function findingEndpoints(deps: InspectionDeps): readonly Endpoint[] {
  const trials = oneTrialAtATime(deps);
  return DOORS.flatMap(({ base, reads, changes }) => [
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
      refusals: [404, 409, 422],
      run: ({ body }) => trials.run(body),
    }),
  ]);
}

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

/** Two at once would share one processor with the customers' turns. */
export function oneTrialAtATime(deps: InspectionDeps) {
  let isRunning = false;
  return {
    run: async (asked: z.output<typeof TrialBody>): Promise<TrialShown> => {
      if (isRunning) throw new Problem(409, '另一条守则正在试运行，等它跑完再试');
      isRunning = true;
      try {
        return await trialOf(deps, asked);
      } finally {
        isRunning = false;
      }
    },
  };
}

async function trialOf(
  deps: InspectionDeps,
  { rule: id, since, until = toLocalDate(deps.now()), most }: z.output<typeof TrialBody>,
): Promise<TrialShown> {
  const rule = ruleToTry(id);
  if (!rule) throw new Problem(404, `没有守则 ${id}`);
  if (until < since) throw new Problem(422, '结束日期早于开始日期');
  const range = { since: startOfDay(since), until: startOfDay(addDays(until, 1)) };
  const trial = await tryRule(deps, rule, { ...range, most, mostMs: TRIAL_MS });
  const { title, isAsFoundThen: asFoundThen } = rule;
  return { ...trial, title, since, until, asFoundThen, examples: trial.examples.map(excerpt) };
}

const AROUND = 40;

function excerpt({ text, ...hit }: Trial['examples'][number]): TrialShown['examples'][number] {
  const from = Math.max(0, hit.start - AROUND);
  const words = text.slice(from, hit.end + AROUND);
  return { ...hit, words, mark: { start: hit.start - from, end: hit.end - from } };
}
