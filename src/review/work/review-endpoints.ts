import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { servedBy } from '../../conversation/queries/customer-case.js';
import type { ReviewItemRow } from '../../store/review-rows.js';
import { startOfDay, toIso } from '../../terms/time.js';
import { findingsBy } from '../findings/queries.js';
import { firstOf } from '../first-of.js';
import { ruleTitle } from '../findings/rule-titles.js';
import { customerNamed } from '../record/customer-named.js';
import { findingsOf } from '../record/queries.js';
import { CustomerNamed } from '../record/shapes.js';
import type { ReviewRefusal, ReviewState } from './decide.js';
import { STAGES } from './decide.js';
import { VERDICTS } from './events.js';
import { coachingNotesOf, findReviewItem, settledItems, waitingItems } from './queries.js';
import type { ReviewDeps } from './record.js';
import { review } from './record.js';
import { ruleQuality, rateSince } from './figures.js';

const TAG = 'review';
const MOST_ITEMS = 2_000;
const Day = z.iso.date();
const Words = z.string().trim().min(4).max(1_000);
const Id = z.object({ id: z.string().min(1).max(200) });

const ReviewItemShown = z.object({
  conversation: z.string(),
  stage: z.enum(STAGES).describe('whose verdict is awaited'),
  holder: z.string().nullable().describe('who has it before them'),
  byLot: z.boolean(),
  score: z.int().describe('risk: ten for each hard rule, one for each rule at all'),
  openedAt: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  given: z
    .array(z.object({ by: z.string(), verdict: z.enum(VERDICTS), reason: z.string() }))
    .describe('hidden from whoever has yet to judge'),
  judged: z.boolean().describe('by whoever asks'),
});
type ReviewItemShown = z.input<typeof ReviewItemShown>;
const RuleTouched = z.object({
  rule: z.string(),
  title: z.string(),
  severity: z.enum(['hard', 'soft']),
});
const ReviewQueueShown = z.object({
  items: z.array(
    ReviewItemShown.extend({
      channel: z.string(),
      customer: CustomerNamed,
      rules: z.array(RuleTouched),
      served: z.array(z.string()).describe('employees who had the pen: a note is for one of them'),
    }),
  ),
  more: z.boolean().describe('there are others after these'),
});

const JudgedBody = z.strictObject({
  rule: z.string().max(40),
  seq: z.int(),
  start: z.int(),
  isRight: z.boolean(),
});
const VerdictBody = z.strictObject({
  verdict: z.enum(VERDICTS),
  reason: Words,
  judged: z.array(JudgedBody).max(200).default([]),
  note: z
    .strictObject({ to: z.string().min(1).max(64), words: Words })
    .nullable()
    .default(null),
});

const Bound = z.number().min(0).max(1);
export const FiguresShown = z.object({
  since: Day,
  rate: z.object({
    value: Bound.nullable().describe('null: nothing was reviewed'),
    low: Bound,
    high: Bound,
    reviewed: z.int(),
    covered: Bound.describe('share of all conversations in strata of which some were reviewed'),
  }),
  rules: z.array(
    z.object({
      rule: z.string(),
      found: z.int(),
      right: z.int(),
      wrong: z.int(),
      precision: Bound.nullable().describe('null: none was judged'),
    }),
  ),
});
const CoachingShown = z.object({
  notes: z.array(z.object({ conversation: z.string(), at: z.string(), words: z.string() })),
});

/** 复核: the reviewers' queue, their verdicts, and what the figures come to. */
export const reviewEndpoints = (deps: ReviewDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/review/queue',
    tag: TAG,
    summary:
      'Conversations that wait for a reviewer, the riskiest first, or those that are settled',
    needs: 'review.read',
    query: z.strictObject({
      settled: z.enum(['0', '1']).default('0'),
      limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(200),
    }),
    background: true,
    answer: ReviewQueueShown,
    run: async ({ caller, query }) => {
      const { settled, limit } = query;
      const items = await (settled === '1' ? settledItems : waitingItems)(deps.store, limit + 1);
      const { rows, more } = firstOf(items, limit);
      const ids = rows.map(({ conversation_id: id }) => id);
      const found = await findingsOf(deps.store, ids);
      const told = rows.map(async (row) => ({
        ...shown(row, caller.id),
        channel: row.channel,
        customer: await customerNamed(deps.store, row.customer_id),
        served: await servedBy(deps.store, row.conversation_id),
        rules: found
          .filter(({ conversation_id: id }) => id === row.conversation_id)
          .map(({ rule, severity }) => ({ rule, severity, title: ruleTitle(rule) })),
      }));
      return { items: await Promise.all(told), more };
    },
  }),
  endpoint({
    method: 'post',
    path: '/review/queue/{id}/take',
    tag: TAG,
    summary: 'Take a conversation before oneself, so that nobody else does',
    needs: 'review.annotate',
    params: Id,
    answer: ReviewItemShown,
    refusals: [409],
    run: async ({ caller, params }) =>
      done(await review(deps, params.id, { do: 'take', by: caller.id }), caller.id),
  }),
  endpoint({
    method: 'post',
    path: '/review/queue/{id}/verdict',
    tag: TAG,
    summary: 'Say what one found; severe matters want a second person, disagreement a third',
    needs: 'review.sign',
    params: Id,
    body: VerdictBody,
    answer: ReviewItemShown,
    refusals: [409, 422],
    run: async ({ caller, params, body }) => {
      const item = await findReviewItem(deps.store, params.id);
      if (!item) throw new Problem(404, `没有待复核的会话 ${params.id}`);
      const found = await findingsIn(deps, params.id);
      refuseUnfounded(found, await servedBy(deps.store, params.id), body);
      const isSevere = found.some(({ severity }) => severity === 'hard');
      const command = { do: 'judge', by: caller.id, isSevere, ...body } as const;
      return done(await review(deps, params.id, command), caller.id);
    },
  }),
  endpoint({
    method: 'get',
    path: '/review/figures',
    tag: TAG,
    summary: 'The true rate of violations with its interval, and how right each rule has been',
    needs: 'review.read',
    query: z.strictObject({ since: Day }),
    answer: FiguresShown,
    run: async ({ query: { since } }) => {
      const from = startOfDay(since);
      const [rate, rules] = [
        await rateSince(deps.store, from),
        await ruleQuality(deps.store, from),
      ];
      return { since, rate, rules: [...rules] };
    },
  }),
  endpoint({
    method: 'get',
    path: '/desk/coaching',
    tag: 'desk',
    summary: 'What reviewers want one to learn from one’s own conversations',
    needs: 'account.own',
    relation: () => 'self',
    answer: CoachingShown,
    run: async ({ caller }) => {
      const employee = caller.staff?.employee ?? null;
      const rows = employee === null ? [] : await coachingNotesOf(deps.store, employee);
      return {
        notes: rows.map(({ conversation_id: conversation, at, words }) => {
          return { conversation, at: toIso(Number(at)), words };
        }),
      };
    },
  }),
];

const MOST_FINDINGS = 1_000;

const findingsIn = ({ store }: ReviewDeps, conversation: string) =>
  findingsBy(store, { conversation, since: 0, limit: MOST_FINDINGS });

/** A verdict is on findings that stand, and a note is for whoever had the pen or said the words. */
function refuseUnfounded(
  found: Awaited<ReturnType<typeof findingsIn>>,
  served: readonly string[],
  { judged, note }: z.output<typeof VerdictBody>,
): void {
  for (const one of judged) {
    const isFound = found.some(
      ({ rule, seq, from_unit: start }) =>
        rule === one.rule && seq === one.seq && start === one.start,
    );
    if (!isFound) throw new Problem(422, `会话里没有这条发现：${one.rule}，第 ${one.seq} 条记录`);
  }
  if (note && ![...served, ...found.map(({ employee_id: id }) => id)].includes(note.to)) {
    throw new Problem(422, `${note.to} 没有接待过这个会话，辅导意见没有人收`);
  }
}

const WHY: Readonly<Record<ReviewRefusal, string>> = {
  held: '已经有人在复核这个会话',
  judged_before: '您已经给过结论，需要另一位同事复核',
  not_held: '请先领取再给结论',
  settled: '这个会话已经有最终结论',
};

function done(reviewed: Awaited<ReturnType<typeof review>>, reader: string): ReviewItemShown {
  if (reviewed.kind === 'unknown') throw new Problem(404, '没有这个待复核的会话');
  if (reviewed.kind === 'refused') throw new Problem(409, WHY[reviewed.why]);
  return shown(reviewed.row, reader);
}

/** A second opinion is one only if the first is not known to whoever gives it. */
function shown(row: ReviewItemRow, reader: string): ReviewItemShown {
  const { given } = JSON.parse(row.state) as ReviewState;
  const hasJudged = row.stage === 'settled' || given.some(({ by }) => by === reader);
  return {
    conversation: row.conversation_id,
    stage: row.stage,
    holder: row.holder,
    byLot: row.by_lot === 1,
    score: row.score,
    openedAt: toIso(Number(row.opened_at)),
    verdict: row.verdict as ReviewItemShown['verdict'],
    given: hasJudged ? given.map(({ by, verdict, reason }) => ({ by, verdict, reason })) : [],
    judged: given.some(({ by }) => by === reader),
  };
}
