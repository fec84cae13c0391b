import type { z } from 'zod';
import { Problem } from '../../access/problem.js';
import { TERMINAL } from '../../conversation/ask.js';
import { activityId } from '../../conversation/activity-id.js';
import { fold, isInDanger } from '../../conversation/evolve.js';
import { checkWords } from '../../conversation/handoff/saying.js';
import { act } from '../../conversation/moments/acts.js';
import { heldNow, standings } from '../../conversation/moments/standing.js';
import { latestConversation } from '../../conversation/queries/conversation.js';
import { findMoment } from '../../conversation/queries/moment.js';
import { readStream } from '../../conversation/stream.js';
import type { MomentRow } from '../../store/schema.js';
import { toLocalDate, toLocalTime } from '../../terms/time.js';
import type { ActDeps, Actor, SayBody } from '../acts.js';
import { claim, objection, speak, withSources } from '../acts.js';
import type { LetterDeps } from './letter.js';
import { useOfLetter } from './letter.js';

/** 主动联系: an advisor writes to a customer because of a key moment, in the conversation they have open. */

const BARRIERS = {
  do_not_contact: '客户登记了请勿打扰',
  no_consent: '客户没有同意接收营销信息',
  personalization_off: '客户关闭了个性化推荐',
  gate: '适当性不允许向这位客户提起',
  no_business_consent: '客户没有同意了解这类业务',
  weekly_cap: '一周内已向客户做过一次营销触达',
  quiet_hours: '现在是静默时段',
} as const;

/**
 * Holds only what may be said now: the rules of contact first, then the guard, then the pen, so that
 * what is refused has moved nothing. From then on the conversation is the advisor's.
 */
export async function approach(
  deps: LetterDeps,
  actor: Actor,
  staff: string,
  id: string,
  words: z.output<typeof SayBody>,
): Promise<{ readonly id: string; readonly conversation: string }> {
  const row = await findMoment(deps.store, id);
  if (!row) throw new Problem(404, '没有这一条提醒');
  await refuseBarred(deps, row);
  const conversation = await placeFor(deps, row.customer_id);
  const checked = await checkWords(deps, conversation, await withSources(deps, words));
  if (checked.verdict !== 'pass') throw objection(checked.verdict, checked.findings);
  await claim(deps, actor, conversation);
  const { seq } = await speak(deps, actor, conversation, words);
  const statement = activityId(conversation, seq);
  const draft = await useOfLetter(deps, row, words.text);
  const told = { kind: 'MomentTold', by: staff, conversation, statement } as const;
  const acted = await act(deps, id, { ...told, ...(draft && { draft }) });
  // The customer has been written to, whoever decided on the moment meanwhile.
  if (acted.kind === 'unknown') throw new Problem(404, '没有这一条提醒');
  return { id, conversation };
}

async function refuseBarred(deps: ActDeps, row: MomentRow): Promise<void> {
  const now = deps.now();
  if (row.state === 'told') throw new Problem(409, '已经就这件事给客户写过消息');
  if (row.state !== 'open' && row.state !== 'postponed') {
    throw new Problem(409, '这一条已经处理过了');
  }
  const standing = await (await standings(deps.store, [row.customer_id], now))(row.customer_id);
  // A message reaches the customer, whatever way the moment was meant to be acted on.
  const held = heldNow(row, standing, now, ['app']);
  if (held === null) return;
  const until =
    held.until === null ? '' : `，${toLocalDate(held.until)} ${toLocalTime(held.until)} 后可以`;
  throw new Problem(409, `${BARRIERS[held.by]}${until}`, {}, { barrier: held.by });
}

/** Throws a 409 Problem where there is none, or where the customer is in the middle of something. */
async function placeFor({ store }: ActDeps, customer: string): Promise<string> {
  const place = await latestConversation(store, customer, [TERMINAL]);
  if (!place) throw new Problem(409, '客户没有打开的会话，请改用电话');
  const recorded = await readStream(store, place.id);
  const state = fold(recorded.map(({ event }) => event));
  if (state.flow !== null || isInDanger(state)) {
    throw new Problem(409, '客户正在办别的事，请稍后再写');
  }
  return place.id;
}
