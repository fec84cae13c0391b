import type { CustomerCaseRow } from '../../store/review-rows.js';
import type { Store } from '../../store/store.js';
import { toLocalDate } from '../../terms/time.js';
import { TERMINAL } from '../ask.js';
import { fold, isInDanger } from '../evolve.js';
import type { NoticeWay } from '../notice.js';
import { sayNotice } from '../notice.js';
import { findConversation, latestConversation } from '../queries/conversation.js';
import { untoldCases } from '../queries/customer-case.js';
import { readStream } from '../stream.js';
import type { CaseNoticeDeps } from './notice.js';
import { noticeOfCase, waitingIn } from './notice.js';
import type { CaseDeps } from './record.js';
import { movedCase, readOf } from './record.js';

export interface CaseTellingDeps extends CaseNoticeDeps, CaseDeps, NoticeWay {}

const BATCH = 50;

/**
 * A job: tells customers what was written to them, the oldest of each case first and each once,
 * however often it runs or is cut short. How many; throws the first failure after all had their turn.
 */
export async function tellCases(deps: CaseTellingDeps): Promise<number> {
  const failures: unknown[] = [];
  let told = 0;
  let after = '';
  for (;;) {
    const rows = await untoldCases(deps.store, after, BATCH);
    for (const row of rows) {
      try {
        if (await tell(deps, row)) told += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last.id;
  }
  if (failures.length > 0) throw failures[0];
  return told;
}

async function tell(deps: CaseTellingDeps, row: CustomerCaseRow): Promise<boolean> {
  const { store } = deps;
  const place = await placeToTell(store, row);
  if (place === null) return false;
  const record = await readOf(store, row);
  const [next] = waitingIn(row.id, record.state);
  if (!next) return false;
  const notice = noticeOfCase(deps, next);
  if (notice.verdict !== 'pass')
    throw new Error(`what case ${row.id} says does not pass the guard`);
  const at = deps.now();
  return sayNotice(deps, place, notice.statement, at, ({ id: conversation }, statement) => {
    const event = { kind: 'ToldInChat', conversation, statement, day: toLocalDate(at) } as const;
    return movedCase(deps, record, 'service', [event], at);
  });
}

/** Where the customer is now, else where they asked; null: nowhere, or the moment is wrong. */
async function placeToTell(
  store: Store,
  { customer_id: customer, conversation_id: asked }: CustomerCaseRow,
): Promise<string | null> {
  const own = asked === null ? undefined : await findConversation(store, asked);
  const latest =
    customer === null || own?.channel === TERMINAL
      ? undefined
      : await latestConversation(store, customer, [TERMINAL]);
  const place = latest ?? (own?.closed_at === null ? own : undefined);
  if (!place) return null;
  const events = await readStream(store, place.id);
  return isInDanger(fold(events.map(({ event }) => event))) ? null : place.id;
}
