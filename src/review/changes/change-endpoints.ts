import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import type { Relation } from '../../access/permissions.js';
import { Problem } from '../../access/problem.js';
import type { ChangeCommand, ChangeRefusal } from '../../conversation/changes/decide.js';
import { lineDifference } from '../../conversation/changes/line-difference.js';
import { changeRows, countProposed, findChange } from '../../conversation/changes/queries.js';
import { putInForce } from '../../conversation/changes/in-force.js';
import type { ChangesDeps } from '../../conversation/changes/record.js';
import { NotServed, decide, propose, proposeRevert } from '../../conversation/changes/record.js';
import { findText } from '../../store/version-archive.js';
import type { ChangeRow } from '../../store/version-rows.js';
import { CHANGE_KINDS } from '../../store/version-rows.js';
import { startOfDay, toIso, toLocalDate } from '../../terms/time.js';
import { Limit, More, firstOf } from '../first-of.js';
import { readable } from './readable.js';

const TAG = 'changes';
const STAGES = ['proposed', 'approved', 'declined', 'in_force'] as const;
const OPEN = ['proposed', 'approved'] as const;

const Place = z.object({ id: z.string().min(1).max(40) });
export const Reason = z.string().trim().min(1).max(500);
export const When = z.iso.datetime({ offset: true }).nullable().default(null);

export const Line = z
  .object({
    id: z.string(),
    kind: z.enum(CHANGE_KINDS),
    name: z.string(),
    stage: z.enum(STAGES),
    removes: z.boolean().describe('nothing is to stand under the name any more'),
    author: z.string(),
    reason: z.string(),
    proposedAt: z.string(),
    effectiveAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    words: z.string().nullable().describe('why it was declined'),
    inForceAt: z.string().nullable(),
    reverts: z.string().nullable(),
  })
  .meta({ id: 'Change' });

const Shown = Line.extend({
  hash: z.string().nullable(),
  base: z.string().nullable(),
  lines: z.array(z.object({ sign: z.enum([' ', '-', '+']), text: z.string() })),
}).meta({ id: 'ChangeCompared' });

export const ChangesShown = z.object({ changes: z.array(Line) });
export type ChangesShown = z.input<typeof ChangesShown>;
export type ChangeShown = z.input<typeof Shown>;

const ProposeBody = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  file: z.strictObject({ path: z.string().min(1).max(4_000), text: z.string() }),
  reason: Reason,
  effectiveAt: When.describe('when it is to take effect; null: as soon as it is approved'),
});
const RevertBody = z.strictObject({ reason: Reason, effectiveAt: When });
const DeclineBody = z.strictObject({ reason: Reason });

/** 变更: what the assistant may know and say; one proposes, another lets it, and either way it is on record. */
export const changeEndpoints = (deps: ChangesDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/review/changes',
    tag: TAG,
    summary: 'Changes that wait for somebody or for their day, the latest first',
    needs: 'change.read',
    query: z.object({ all: z.enum(['0', '1']).default('0'), limit: Limit }),
    background: true,
    answer: ChangesShown.extend({
      more: More,
      waiting: z.int().describe('that nobody has decided on yet, on this page or not'),
    }),
    run: async ({ query: { all, limit } }) => {
      const stages = all === '1' ? STAGES : OPEN;
      const { rows, more } = firstOf(await changeRows(deps.store, stages, limit + 1), limit);
      return { changes: rows.map(lineOf), more, waiting: await countProposed(deps.store) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/review/changes/{id}',
    tag: TAG,
    summary: 'A change beside what stood when it was proposed, line by line',
    needs: 'change.read',
    params: Place,
    answer: Shown,
    run: async ({ params }) => shown(deps, await rowOf(deps, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/review/changes',
    tag: TAG,
    summary: 'Propose what a file says; it is read by what would serve it',
    needs: 'change.propose',
    body: ProposeBody,
    bodyLimit: '32mb',
    status: 201,
    answer: ChangesShown,
    refusals: [422],
    run: async ({ caller, body: { file, kind, reason, effectiveAt } }) => {
      const given = { kind, by: caller.id, reason, effectiveAt: instantOf(deps, effectiveAt) };
      const rows = await unlessRefused(propose(deps, given, file));
      return { changes: rows.map(lineOf) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/review/changes/{id}/revert',
    tag: TAG,
    summary: 'Propose to go back to what stood before',
    needs: 'change.propose',
    params: Place,
    body: RevertBody,
    status: 201,
    answer: Line,
    refusals: [422],
    run: async ({ caller, params, body: { reason, effectiveAt } }) => {
      const row = await rowOf(deps, params.id);
      const given = { by: caller.id, reason, effectiveAt: instantOf(deps, effectiveAt) };
      return lineOf(await unlessRefused(proposeRevert(deps, row, given)));
    },
  }),
  endpoint({
    method: 'post',
    path: '/review/changes/{id}/approval',
    tag: TAG,
    summary: 'Let what another person proposed; what is due is in force at once',
    needs: 'change.approve',
    relation: ({ caller, params }) => relationTo(deps, caller, params.id),
    params: Place,
    answer: Line,
    refusals: [409],
    run: async ({ caller, params: { id } }) => {
      await decided(deps, id, { do: 'approve', by: caller.id, role: caller.holder });
      await putInForce(deps);
      return lineOf(await rowOf(deps, id));
    },
  }),
  endpoint({
    method: 'post',
    path: '/review/changes/{id}/refusal',
    tag: TAG,
    summary: 'Decline what another person proposed',
    needs: 'change.approve',
    relation: ({ caller, params }) => relationTo(deps, caller, params.id),
    params: Place,
    body: DeclineBody,
    answer: Line,
    refusals: [409],
    run: async ({ caller, params: { id }, body: { reason } }) => {
      await decided(deps, id, { do: 'decline', by: caller.id, role: caller.holder, reason });
      return lineOf(await rowOf(deps, id));
    },
  }),
];

async function rowOf({ store }: ChangesDeps, id: string): Promise<ChangeRow> {
  const row = await findChange(store, id);
  if (!row) throw new Problem(404, `没有变更 ${id}`);
  return row;
}

/** 双人复核: one's own is never let by oneself. */
async function relationTo(
  { store }: ChangesDeps,
  caller: Caller,
  id: string,
): Promise<Relation | null> {
  const row = await findChange(store, id);
  if (!row) return null;
  return row.author === caller.id ? 'self' : 'others';
}

/** A time of today that is over is now. Throws a 422 Problem for a day that is over: nothing was so then. */
export function instantOf({ now }: Pick<ChangesDeps, 'now'>, when: string | null): number {
  const at = now();
  if (when === null) return at;
  const wanted = Date.parse(when);
  const today = toLocalDate(at);
  if (wanted < startOfDay(today)) {
    throw new Problem(422, `生效时间不能早于今天（${today}）；留空就是批准后马上生效`);
  }
  return Math.max(at, wanted);
}

export async function unlessRefused<T>(proposed: Promise<T>): Promise<T> {
  return proposed.catch((error: unknown) => {
    throw error instanceof NotServed ? new Problem(422, error.message) : error;
  });
}

const REFUSED: Readonly<Record<ChangeRefusal, string>> = {
  own: '自己提出的变更要由另一个人审批',
  settled: '这项变更已经有结论了',
  role: '守则、问卷和界限的变更要由合规审批',
  moved: '提出以后原文又变了，请重新提出',
};

async function decided(deps: ChangesDeps, id: string, command: ChangeCommand): Promise<void> {
  const decision = await decide(deps, id, command);
  if (decision.kind === 'unknown') throw new Problem(404, `没有变更 ${id}`);
  if (decision.kind === 'refused') throw new Problem(409, REFUSED[decision.why]);
}

const isoOf = (at: number | null): string | null => (at === null ? null : toIso(at));

export const lineOf = (row: ChangeRow): z.input<typeof Line> => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  stage: row.stage,
  removes: row.hash === null,
  author: row.author,
  reason: row.reason,
  proposedAt: toIso(row.proposed_at),
  effectiveAt: toIso(row.effective_at),
  decidedBy: row.decided_by,
  decidedAt: isoOf(row.decided_at),
  words: row.words,
  inForceAt: isoOf(row.in_force_at),
  reverts: row.reverts,
});

async function shown({ store }: ChangesDeps, row: ChangeRow): Promise<ChangeShown> {
  const [before, after] = await Promise.all(
    [row.base, row.hash].map((hash) => (hash === null ? null : findText(store, hash))),
  );
  const { kind, hash, base } = row;
  const lines = lineDifference(readable(kind, before ?? null), readable(kind, after ?? null));
  return { ...lineOf(row), hash, base, lines: [...lines] };
}
