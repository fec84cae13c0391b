import { z } from 'zod';
import { Problem } from '../access/problem.js';
import { RESOLUTIONS } from '../conversation/handoff/events.js';
import type { Person } from '../conversation/handoff/events.js';
import type { HandoffCommand, HandoffRefusal } from '../conversation/handoff/decide.js';
import { filter } from '../advice/routing/filters.js';
import { handoffAt } from '../conversation/handoff/projection.js';
import { act } from '../conversation/handoff/record.js';
import type { RoutingDeps } from '../conversation/handoff/routing.js';
import { personOf } from '../conversation/handoff/routing.js';
import type { Said, SayingDeps } from '../conversation/handoff/saying.js';
import { say } from '../conversation/handoff/saying.js';
import { findConversation } from '../conversation/queries/conversation.js';
import { findHandoffRow } from '../conversation/queries/handoff.js';
import { MAX_REPLY } from '../compliance/guard.js';
import { conflictsWith, employeeRecords } from '../profiles/employee-record.js';
import type { Store } from '../store/store.js';
import type { Finding } from '../terms/finding.js';
import { wantedBy } from './colleagues.js';
import type { ConversationShown } from './conversation-shown.js';
import { conversationShown, findingsShown } from './conversation-shown.js';
import type { LookupDeps } from './copilot/lookup.js';
import { sourcesOf } from './copilot/lookup.js';
import { mentionedIn } from './mentions/mentioned.js';
import { stateIn } from './seat.js';
import { toLocalDate } from '../terms/time.js';

/** 接待: what a person does with a conversation, as a request says it. */

export type ActDeps = RoutingDeps & SayingDeps & Pick<LookupDeps, 'index'>;

const Words = z.string().trim().min(1).max(MAX_REPLY);
const Remark = z.string().trim().min(1).max(500);

/** Of what was looked up while writing; resolved here, so that nobody makes up a source. */
const Sources = z.array(z.string().min(1).max(120)).max(8).default([]);

export const SayBody = z.strictObject({
  text: Words,
  sources: Sources.describe('ids of entries that were looked up'),
  reason: Remark.nullable().default(null).describe('where something is softly objected to'),
});
export const NoteBody = z.strictObject({ text: Words });

export const TransferBody = z.strictObject({
  to: z.string().min(1).max(64).describe('an employee'),
  reason: Remark,
});
export const ReturnBody = z.strictObject({ agreed: Remark.nullable().default(null) });
export const ResolveBody = z.strictObject({
  outcome: z.enum(RESOLUTIONS),
  note: Remark.nullable().default(null),
});

/** Who acts, and what their office lets them do with what is another's. */
export interface Actor {
  readonly person: Person;
  readonly isSupervisor: boolean;
}

/** Does it, and gives the conversation as it then stands. Throws a 404 or 409 Problem where it cannot. */
export async function done(
  deps: ActDeps,
  id: string,
  command: HandoffCommand,
): Promise<ConversationShown> {
  const acted = await act(deps, id, command);
  if (acted.kind === 'unknown') throw new Problem(404, '没有找到');
  if (acted.kind === 'refused') throw refusal(acted);
  return asItStands(deps, id);
}

async function asItStands(deps: ActDeps, id: string): Promise<ConversationShown> {
  const shown = await conversationShown(deps, id, deps.now());
  if (!shown) throw new Problem(404, '没有找到');
  return shown;
}

function refusal(why: HandoffRefusal): Problem {
  switch (why.why) {
    case 'held_by':
      return new Problem(409, `${why.person.name}已接手这位客户`, {}, { heldBy: why.person.name });
    case 'not_held':
      return new Problem(409, '这个会话不在您手上，请先接手');
    case 'not_closed':
      return new Problem(409, '这个会话还没有结束');
    case 'moot':
      return new Problem(409, '会话已有变化，请刷新后再试');
  }
}

/** Never somebody who must keep away from the customer, whoever's they are. */
export async function claim(
  deps: ActDeps,
  { person: by, isSupervisor: mayTakeOver }: Actor,
  id: string,
  seen?: number,
) {
  await refuseConflict(deps, by.id, id);
  return done(deps, id, { do: 'claim', by, mayTakeOver, ...(seen !== undefined && { seen }) });
}

/**
 * 慢了一步: throws a 409 Problem that names the colleague where what was seen waiting went to them by the
 * very next move of the pen. A conversation that never waited before the one who asks is not told of.
 */
export async function refuseTaken(store: Store, id: string, seen: number): Promise<void> {
  const row = await findHandoffRow(store, id);
  if (!row) return;
  const { stage, epoch, person } = stateIn(row);
  if (stage === 'held' && person && epoch === seen + 1) throw refusal({ why: 'held_by', person });
}

async function refuseConflict({ store }: ActDeps, employee: string, id: string): Promise<void> {
  const customer = (await findConversation(store, id))?.customer_id ?? null;
  if (customer === null) return;
  const conflicts = conflictsWith(await employeeRecords(store), customer);
  if (!conflicts.some((one) => one.employee === employee)) return;
  throw new Problem(409, '您与这位客户有登记在案的利益冲突，请由同事接待');
}

export const note = async (
  deps: ActDeps,
  { person: by }: Actor,
  id: string,
  { text }: z.output<typeof NoteBody>,
) => done(deps, id, { do: 'note', by, text, mentions: await mentionedIn(deps.store, text) });

export const giveBack = (
  deps: ActDeps,
  { person: by, isSupervisor: forOthers }: Actor,
  id: string,
  { agreed }: z.output<typeof ReturnBody>,
) => done(deps, id, { do: 'return', by, agreed, forOthers });

export const resolve = (
  deps: ActDeps,
  { person: by }: Actor,
  id: string,
  body: z.output<typeof ResolveBody>,
) => done(deps, id, { do: 'resolve', by, ...body });

export const reopen = (deps: ActDeps, { person: by, isSupervisor: forOthers }: Actor, id: string) =>
  done(deps, id, { do: 'reopen', by, forOthers });

/** To a colleague who could have been given it: licensed for it, here, and with a hand free. */
export async function transfer(
  deps: ActDeps,
  { person: by, isSupervisor: forOthers }: Actor,
  id: string,
  { to, reason }: z.output<typeof TransferBody>,
) {
  const { request, candidates } = await wantedBy(deps, id, deps.now());
  const colleague = candidates.find((one) => one.id === to);
  if (!colleague) throw new Problem(400, `没有员工 ${to}`);
  const [objection] = filter([colleague], request, deps.house).out;
  if (objection) throw new Problem(409, `${colleague.name}现在不能接：${objection.words}`);
  return done(deps, id, { do: 'transfer', by, to: personOf(colleague), reason, forOthers });
}

/** Throws a 422 Problem with the findings where the words cannot be sent, or not without a reason. */
export async function speak(
  deps: ActDeps,
  { person }: Actor,
  id: string,
  words: z.output<typeof SayBody>,
): Promise<ConversationShown> {
  const row = await findConversation(deps.store, id);
  if (!row) throw new Problem(404, '没有找到');
  const state = await handoffAt(deps.store, row);
  return told(deps, id, await say(deps, id, person, await withSources(deps, words), state));
}

/** The words with what their figures come from. */
export const withSources = async (
  deps: ActDeps,
  { text, reason, sources }: z.output<typeof SayBody>,
) => ({ text, reason, sources: await sourcesOf(deps, sources, toLocalDate(deps.now())) });

/** The conversation as it then stands; throws a 422 Problem with the findings where nothing was said. */
export async function told(deps: ActDeps, id: string, said: Said): Promise<ConversationShown> {
  if (said.kind === 'objected') {
    throw objection(said.verdict, said.findings);
  }
  if (said.kind === 'unknown') throw new Problem(404, '没有找到');
  if (said.kind === 'refused') throw refusal(said);
  return asItStands(deps, id);
}

/** 不能发送: what the guard has against an advisor's words. */
export function objection(verdict: 'rewrite' | 'block', findings: readonly Finding[]): Problem {
  const title = verdict === 'block' ? '这句话不能发送' : '请写明理由，或改一改再发';
  return new Problem(422, title, {}, { verdict, findings: findingsShown(findings) });
}
