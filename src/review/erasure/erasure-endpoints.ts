import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { RETENTION_CLASSES } from '../../compliance/retention.js';
import type { AnsweringDeps } from '../../conversation/cases/erasure-answer.js';
import { objectionsTo } from '../../conversation/cases/erasure-answer.js';
import { carryOut } from '../../conversation/erasure/carry-out.js';
import type { ErasureRefusal } from '../../conversation/erasure/decide.js';
import { ERASURE_STAGES } from '../../conversation/erasure/decide.js';
import type { ErasureEvent, Planned } from '../../conversation/erasure/events.js';
import { ERASURE_CHECKS } from '../../conversation/erasure/events.js';
import type { ErasureDeps } from '../../conversation/erasure/record.js';
import { act, readCase } from '../../conversation/erasure/record.js';
import { erasureRows } from '../../conversation/queries/erasure.js';
import type { ErasureRow } from '../../store/review-rows.js';
import { daysBetween, toIso, toLocalDate } from '../../terms/time.js';
import { Limit, More, firstOf } from '../first-of.js';
import { maskedName } from '../record/customer-named.js';
import { refuseUnsayable } from '../unsayable.js';

const TAG = 'erasure';
const PATH = '/review/erasures/{id}';
const Place = z.object({ id: z.string().min(1).max(40) });

const Line = z
  .object({
    id: z.string(),
    why: z.enum(['request', 'term']),
    customer: z.string().nullable(),
    customerName: z.string().nullable().describe('masked'),
    conversation: z.string(),
    stage: z.enum(ERASURE_STAGES),
    openedAt: z.string(),
    due: z.string(),
    daysLeft: z.number().describe('negative: overdue; counted while it is not done'),
    proposedBy: z.string().nullable(),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'Erasure' });

const Fate = z
  .object({
    stream: z.string(),
    fate: z.enum(['erase', 'restrict', 'retain']),
    held: z.enum(RETENTION_CLASSES),
    title: z.string(),
    until: z.string().nullable(),
    reason: z.string().nullable(),
    sources: z.array(z.object({ article: z.string(), evidence: z.string() })),
  })
  .meta({ id: 'ErasureFate' });

const Step = z.object({ at: z.string(), kind: z.string(), by: z.string().nullable() });
const Shown = Line.extend({
  rules: z.string(),
  plan: z.array(Fate).describe('what the rules say of everything on record, as of now'),
  steps: z.array(Step),
}).meta({ id: 'ErasureCase' });

const Proposal = z.strictObject({
  checked: z.enum(ERASURE_CHECKS).describe('how it was made sure who asked'),
});
const Refusal = z.strictObject({ reason: z.string().trim().min(1).max(500) });

/** 删除与到期处理: one of compliance proposes, another one approves, and it is done at once. */
export function erasureEndpoints(deps: AnsweringDeps): readonly Endpoint[] {
  const one = { method: 'post', tag: TAG, params: Place, answer: Shown, refusals: [409] } as const;
  return [
    endpoint({
      method: 'get',
      path: '/review/erasures',
      tag: TAG,
      summary: 'Requests to erase and terms that have run out; what is due first comes first',
      needs: 'erasure.read',
      query: z.object({ all: z.enum(['0', '1']).default('0'), limit: Limit }),
      answer: z.object({ erasures: z.array(Line), more: More }),
      run: async ({ query: { all, limit } }) => {
        const stages = all === '1' ? ERASURE_STAGES : OPEN;
        const { rows, more } = firstOf(await erasureRows(deps.store, stages, limit + 1), limit);
        return { erasures: await Promise.all(rows.map((row) => lineOf(deps, row))), more };
      },
    }),
    endpoint({
      method: 'get',
      path: PATH,
      tag: TAG,
      summary: 'One of them, with what is to become of everything on record and why',
      needs: 'erasure.read',
      params: Place,
      answer: Shown,
      run: ({ params }) => show(deps, params.id),
    }),
    endpoint({
      ...one,
      path: `${PATH}/proposal`,
      summary: 'Propose to do what the rules say, having made sure who asked',
      needs: 'erasure.propose',
      body: Proposal,
      run: ({ caller, params, body }) =>
        step(deps, caller, params.id, (plan) => ({
          kind: 'ErasureProposed',
          by: caller.id,
          checked: body.checked,
          rules: deps.rules().version,
          plan,
        })),
    }),
    endpoint({
      ...one,
      path: `${PATH}/approval`,
      summary: 'Approve what another person proposed: keys are destroyed at once and for good',
      needs: 'erasure.approve',
      run: async ({ caller, params }) => {
        await step(deps, caller, params.id, () => ({ kind: 'ErasureApproved', by: caller.id }));
        await carryOut(deps, params.id);
        return show(deps, params.id);
      },
    }),
    endpoint({
      ...one,
      path: `${PATH}/refusal`,
      summary: 'Decline, with the reason the customer is given',
      needs: 'erasure.approve',
      body: Refusal,
      refusals: [409, 422],
      run: async ({ caller, params, body }) => {
        const no = { kind: 'ErasureDeclined', by: caller.id, reason: body.reason } as const;
        refuseUnsayable(await objectionsTo(deps, params.id, no));
        return step(deps, caller, params.id, () => no);
      },
    }),
  ];
}

const OPEN = ['open', 'proposed', 'approved'] as const;

const REFUSED: Readonly<Record<ErasureRefusal, string>> = {
  closed: '这件事已经处理完了',
  not_proposed: '还没有人提出处理意见',
  same_person: '提出和批准不能是同一个人',
  outdated: '提出之后又有了新情况，请重新提出',
};

async function step(
  deps: AnsweringDeps,
  caller: Caller,
  id: string,
  eventOf: (plan: readonly Planned[]) => ErasureEvent,
) {
  const result = await act(deps, id, `staff:${caller.id}`, eventOf);
  if (result.kind === 'unknown') throw new Problem(404, `没有 ${id} 这件事`);
  if (result.kind === 'refused') {
    throw new Problem(409, REFUSED[result.why], {}, { why: result.why });
  }
  return show(deps, id);
}

const lineOf = async (
  { store, now }: ErasureDeps,
  row: ErasureRow,
): Promise<z.input<typeof Line>> => ({
  id: row.id,
  why: row.why,
  customer: row.customer_id,
  customerName: await maskedName(store, row.customer_id),
  conversation: row.conversation_id,
  stage: row.stage,
  openedAt: toIso(row.opened_at),
  due: row.due_day,
  daysLeft: daysBetween(toLocalDate(now()), row.due_day),
  proposedBy: row.proposed_by,
  decidedBy: row.decided_by,
});

async function show(deps: ErasureDeps, id: string): Promise<z.input<typeof Shown>> {
  const found = await readCase(deps, id);
  if (!found) throw new Problem(404, `没有 ${id} 这件事`);
  const { row, events } = found;
  // Once it is done nothing is left to plan: then what was decided is what is to be seen.
  const plan = row.stage === 'done' ? (found.state.proposed?.plan ?? []) : found.plan;
  return {
    ...(await lineOf(deps, row)),
    rules: deps.rules().version,
    plan: plan.map((planned) => fateOf(deps, planned)),
    steps: events.map(({ at, event }) => ({
      at: toIso(at),
      kind: event.kind,
      by: 'by' in event ? event.by : null,
    })),
  };
}

function fateOf(deps: ErasureDeps, { stream, verdict }: Planned): z.input<typeof Fate> {
  const { title, sources } = deps.rules().classes[verdict.held];
  return {
    stream,
    fate: verdict.kind,
    held: verdict.held,
    title,
    until: verdict.kind === 'erase' ? null : verdict.until,
    reason: verdict.kind === 'erase' ? null : verdict.reason,
    sources: [...sources],
  };
}
