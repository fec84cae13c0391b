import type { Caller } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import type { CaseCommand, CaseRefusal } from '../../conversation/cases/commands.js';
import type { CaseEvent, ToldWords } from '../../conversation/cases/events.js';
import { evolveCase } from '../../conversation/cases/evolve.js';
import type { FilingDeps } from '../../conversation/cases/filing.js';
import type { CaseNoticeDeps } from '../../conversation/cases/notice.js';
import { noticeOfCase, waitingIn } from '../../conversation/cases/notice.js';
import type { CaseRecord } from '../../conversation/cases/record.js';
import { actOnCase, readCustomerCase } from '../../conversation/cases/record.js';
import { decideCase } from '../../conversation/cases/decide.js';
import { insertDeletedTags, servedBy } from '../../conversation/queries/customer-case.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { Write } from '../../store/store.js';
import type { Finding } from '../../terms/finding.js';
import { toLocalDate } from '../../terms/time.js';
import { refuseUnsayable } from '../unsayable.js';
import type { CaseShown } from './case-shapes.js';
import { caseShown } from './case-shown.js';

/** What a member of compliance does with a case, as a request says it. */

export interface CaseDoorDeps extends FilingDeps, CaseNoticeDeps {
  /** Who produced what an AI said in a copy for a customer. */
  readonly institution: string;
}

export type Desk = 'complaints' | 'rights';

const belongs = (desk: Desk, matter: string): boolean =>
  (matter === 'complaint') === (desk === 'complaints');

/** Throws a 404 Problem where there is none at this desk. */
export async function foundCase(deps: CaseDoorDeps, desk: Desk, id: string): Promise<CaseRecord> {
  const record = await readCustomerCase(deps.store, id);
  if (!record || !belongs(desk, record.row.matter)) throw new Problem(404, `没有 ${id} 这件事`);
  return record;
}

export async function showCase(deps: CaseDoorDeps, desk: Desk, id: string): Promise<CaseShown> {
  const record = await foundCase(deps, desk, id);
  const shown = await caseShown(deps, record, toLocalDate(deps.now()));
  if (!shown) throw new Problem(404, `${id} 的内容已经销毁`);
  return shown;
}

/** Does it, and gives the case as it then stands. Throws a 404, 409 or 422 Problem where it cannot. */
export async function doneTo(
  deps: CaseDoorDeps,
  desk: Desk,
  { caller, id }: { readonly caller: Caller; readonly id: string },
  command: CaseCommand,
): Promise<CaseShown> {
  const record = await foundCase(deps, desk, id);
  refuseUnsayable(objectionsTo(deps, record, command));
  const acted = await actOnCase(deps, id, `staff:${caller.id}`, command, ({ row }, events) =>
    events.flatMap((event) => sideWrites(deps, row.customer_id, event)),
  );
  if (acted.kind === 'unknown') throw new Problem(404, `没有 ${id} 这件事`);
  if (acted.kind === 'refused') throw new Problem(409, WHY[acted.why], {}, { why: acted.why });
  return showCase(deps, desk, id);
}

function sideWrites(
  deps: CaseDoorDeps,
  customer: string | null,
  event: CaseEvent,
): readonly Write[] {
  if (event.kind !== 'TagsDeleted' || customer === null) return [];
  return insertDeletedTags(deps.store, customer, event.deleted, deps.now());
}

/** Words for a customer are held to the guard before they are kept, not only when they are said. */
function objectionsTo(
  deps: CaseDoorDeps,
  { row, state }: CaseRecord,
  command: CaseCommand,
): readonly Finding[] {
  const decision = decideCase(state, command, toLocalDate(deps.now()));
  if (decision.kind === 'refused') return [];
  return waitingIn(row.id, decision.events.reduce(evolveCase, state))
    .filter(({ pending }) => pending.seq > state.seq)
    .map((told) => noticeOfCase(deps, told))
    .flatMap(({ verdict, findings }) => (verdict === 'pass' ? [] : findings));
}

/** What was told outside the chat, up to and with what was written at `through`; none: it waits no more. */
export function toldThrough(
  { composeCase }: CaseDoorDeps,
  { row, state }: CaseRecord,
  through: number,
): readonly ToldWords[] {
  const waiting = waitingIn(row.id, state);
  const last = waiting.findIndex(({ pending }) => pending.seq === through);
  return waiting
    .slice(0, last + 1)
    .map((told) => ({ seq: told.pending.seq, text: composeCase(told).text }));
}

/** 办理人应当与投诉事项无关: had the pen there, or looks after the customer. */
export async function isInvolved(
  deps: CaseDoorDeps,
  { row }: CaseRecord,
  employee: string | null,
): Promise<boolean> {
  if (employee === null) return false;
  const served =
    row.conversation_id === null ? [] : await servedBy(deps.store, row.conversation_id);
  const customer =
    row.customer_id === null ? null : await findCustomer(deps.store, row.customer_id);
  return served.includes(employee) || customer?.advisor === employee;
}

const WHY: Readonly<Record<CaseRefusal, string>> = {
  closed: '这件事已经办结',
  decided: '已经有处理结果，只等告诉客户',
  not_yours: '请先领取再办理',
  involved: '您和这件事有关，要由别的同事办理',
  not_a_complaint: '只有投诉可以这样办',
  no_identity: '请先核实是不是客户本人',
  wrong_outcome: '这类事情没有这种处理结果',
  no_copy: '请先生成个人信息副本',
  wrong_matter: '这件事不是这样办的',
  overdue: '已经过了答复期限，不能再延长',
  extended_before: '已经延长过，不能再这样延长',
  not_extended: '请先按情况复杂延长，再申请第二次延长',
  nothing_asked: '没有等待同意的延长申请',
  same_person: '申请和同意不能是同一个人',
  nothing_to_tell: '没有要告诉客户的内容',
  not_closed: '还没有把结果告诉客户，不能申请核查',
  reviewed_before: '已经核查过一次',
  told_otherwise: '等着告诉客户的内容有变化，请核对后再登记',
  by_erasure: '删不删都在删除办理里决定，结果会自动告诉客户',
};
