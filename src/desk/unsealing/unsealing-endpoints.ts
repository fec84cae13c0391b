import { z } from 'zod';
import type { Caller, Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import type { Relation } from '../../access/permissions.js';
import { may } from '../../access/permissions.js';
import { Problem } from '../../access/problem.js';
import { allStaff } from '../../access/queries/staff.js';
import type { UnsealingRow } from '../../store/review-rows.js';
import type { Instant } from '../../terms/time.js';
import { toIso } from '../../terms/time.js';
import { relationToCustomer } from '../customers/whose.js';
import { employeeOf, personAt } from '../seat.js';
import { OPEN_MS, stageOf } from './decide.js';
import { findUnsealing, unsealingsSince } from './queries.js';
import type { Decided, UnsealingDeps } from './record.js';
import { askUnsealing, decideOn } from './record.js';

const TAG = 'desk';
const PATH = '/desk/unsealings';
const Id = z.string().min(1).max(64);
const Reason = z.string().trim().min(4).max(500);
const At = z.iso.datetime();

const UnsealingShown = z
  .object({
    id: z.string(),
    customer: z.string().describe('a number; no name before it is opened'),
    by: z.object({ id: z.string(), name: z.string() }),
    reason: z.string(),
    asked: At,
    stage: z.enum(['asked', 'lapsed', 'open', 'over', 'refused']),
    decidedBy: z.string().nullable(),
    ends: At.nullable(),
    mine: z.boolean(),
    mayDecide: z.boolean(),
  })
  .meta({
    id: 'Unsealing',
    description: 'a customer opened for somebody they are not assigned to',
  });

/** Old ones are in the record, not in the list. */
const LISTED_MS = 24 * 60 * 60_000;

/** 紧急查看: asking, and the second person who decides. */
export function unsealingEndpoints(deps: UnsealingDeps): readonly Endpoint[] {
  const { store, now } = deps;
  return [
    endpoint({
      method: 'post',
      path: '/desk/customers/{id}/unsealing',
      tag: TAG,
      summary: `Ask to see a customer who is not yours, for ${OPEN_MS / 60_000} minutes`,
      needs: 'glass.break',
      params: z.object({ id: Id }),
      body: z.strictObject({ reason: Reason }),
      relation: ({ caller, params }) =>
        relationToCustomer(store, employeeOf(caller), params.id, now()),
      status: 201,
      answer: UnsealingShown,
      refusals: [409],
      async run({ caller, params, body }) {
        const { id: employee } = await personAt(store, employeeOf(caller));
        const wish = { customer: params.id, staff: caller.id, employee, reason: body.reason };
        return (await shownTo(deps, caller))(await askUnsealing(deps, wish));
      },
    }),
    endpoint({
      method: 'get',
      path: PATH,
      tag: TAG,
      summary: 'What was asked for today: your own, and what waits for your decision',
      needs: 'glass.list',
      relation: () => 'self',
      background: true,
      answer: z.object({ unsealings: z.array(UnsealingShown) }),
      async run({ caller }) {
        const rows = await unsealingsSince(store, now() - LISTED_MS);
        const shown = await shownTo(deps, caller);
        const theirs = rows.filter((row) =>
          may(caller.holder, 'glass.list', relationOf(row, caller)),
        );
        return { unsealings: theirs.map(shown) };
      },
    }),
    deciding(deps, 'grant', 'As the second person: open it for an hour', true),
    deciding(deps, 'refusal', 'As the second person: do not open it', false),
  ];
}

function deciding(
  deps: UnsealingDeps,
  what: string,
  summary: string,
  isGranted: boolean,
): Endpoint {
  return endpoint({
    method: 'post',
    path: `/desk/unsealings/{id}/${what}`,
    tag: TAG,
    summary,
    needs: 'glass.grant',
    params: z.object({ id: Id }),
    body: z.strictObject({ reason: z.string().trim().max(500).nullable().default(null) }),
    relation: async ({ caller, params }): Promise<Relation | null> => {
      const row = await findUnsealing(deps.store, params.id);
      return row ? relationOf(row, caller) : null;
    },
    answer: UnsealingShown,
    refusals: [409],
    async run({ caller, params, body }) {
      const verdict = { isGranted, reason: body.reason };
      const row = decidedRow(await decideOn(deps, params.id, caller.id, verdict));
      return (await shownTo(deps, caller))(row);
    },
  });
}

const relationOf = (row: Pick<UnsealingRow, 'staff_id'>, caller: Caller): Relation =>
  row.staff_id === caller.id ? 'self' : 'others';

const REFUSED = {
  own: '自己申请的要由别人批准',
  decided: '这项申请已经有人处理过了',
  lapsed: '这项申请已经过时，请重新申请',
} as const;

function decidedRow(decided: Decided): UnsealingRow {
  if (decided.kind === 'unknown') throw new Problem(404, '没有找到');
  if (decided.kind === 'refused') throw new Problem(409, REFUSED[decided.why]);
  return decided.row;
}

async function shownTo({ store, now }: UnsealingDeps, caller: Caller) {
  const names = new Map((await allStaff(store)).map(({ id, name }) => [id, name]));
  const at: Instant = now();
  return (row: UnsealingRow): z.input<typeof UnsealingShown> => {
    const stage = stageOf(row, at);
    const { decided_by: decider, ends_at: ends } = row;
    return {
      id: row.id,
      customer: row.customer_id,
      by: { id: row.staff_id, name: names.get(row.staff_id) ?? row.staff_id },
      reason: row.reason,
      asked: toIso(Number(row.asked_at)),
      stage,
      decidedBy: decider === null ? null : (names.get(decider) ?? decider),
      ends: ends === null ? null : toIso(Number(ends)),
      mine: row.staff_id === caller.id,
      mayDecide: stage === 'asked' && may(caller.holder, 'glass.grant', relationOf(row, caller)),
    };
  };
}
