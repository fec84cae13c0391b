import { momentRule } from '../../advice/lifecycle/moments/catalogue.js';
import { guard } from '../../compliance/guard.js';
import type { ConversationRow, MomentRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';
import type { Draft, Statement } from '../../terms/statement.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { readInstant, toLocalDate } from '../../terms/time.js';
import { TERMINAL } from '../ask.js';
import { fold, isInDanger } from '../evolve.js';
import { sayNotice } from '../notice.js';
import type { TellingDeps } from '../proposal/telling.js';
import { latestConversation } from '../queries/conversation.js';
import { findHead } from '../queries/head.js';
import { contactsSince, untoldMoments } from '../queries/moment.js';
import { readStream } from '../stream.js';
import { actWrites } from './acts.js';
import { momentStream } from './events.js';
import { heldNow, standings } from './standing.js';

/** 主动提醒: what is due for a customer is told in the conversation they have open. */

/** What of a moment is told, by the names its wording uses. */
export interface MomentTold {
  readonly number: number;
  readonly told: Readonly<Record<string, Fact | string>>;
  readonly today: LocalDate;
}

export interface MomentTellingDeps extends Omit<TellingDeps, 'planUnfit' | 'composeNotice'> {
  readonly composeMoment: (told: MomentTold) => Draft;
}

const BATCH = 100;
/** Nobody is interrupted: so long nothing was said by either side. */
const PAUSE_MS = 2 * 60_000;

/**
 * A job: tells each customer at most one thing at a time, in a conversation that rests and is the
 * assistant's; each once, however often it runs or is cut short. How many were told.
 */
export async function tellMoments(deps: MomentTellingDeps): Promise<number> {
  const { store } = deps;
  const now = deps.now();
  const rows = await untoldMoments(store, toLocalDate(now), BATCH);
  const failures: unknown[] = [];
  const tried = new Set<string>();
  let told = 0;
  for (const row of rows) {
    if (tried.has(row.customer_id)) continue;
    try {
      if (!(await mayTell(store, row, now))) continue;
      const place = await placeToTell(store, row.customer_id, now);
      if (place === null) continue;
      tried.add(row.customer_id);
      if (await tell(deps, row, place, now)) told += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return told;
}

/** One thing a day is enough, unless it is owed. */
async function mayTell(store: Store, row: MomentRow, now: Instant): Promise<boolean> {
  const standing = await (await standings(store, [row.customer_id], now))(row.customer_id);
  if (heldNow(row, standing, now) !== null) return false;
  if (row.purpose === 'duty') return true;
  const today = await contactsSince(store, [row.customer_id], readInstant(toLocalDate(now))!);
  return today.length === 0;
}

/** The conversation they opened last, where it rests; null: not now, or there is none. */
async function placeToTell(
  store: Store,
  customer: string,
  now: Instant,
): Promise<ConversationRow | null> {
  const place = await latestConversation(store, customer, [TERMINAL]);
  if (!place || place.pen !== 'assistant') return null;
  const recorded = await readStream(store, place.id);
  const state = fold(recorded.map(({ event }) => event));
  const last = recorded.at(-1)?.at ?? place.opened_at;
  const isBusy = now - last < PAUSE_MS || state.flow !== null || isInDanger(state);
  return isBusy ? null : place;
}

async function tell(
  deps: MomentTellingDeps,
  row: MomentRow,
  place: ConversationRow,
  at: Instant,
): Promise<boolean> {
  const from = await findHead(deps.store, momentStream(row.id));
  const statement = sayable(deps, row, toLocalDate(at));
  return sayNotice(deps, place.id, statement, at, ({ id: conversation }, told) =>
    actWrites(deps, row, from, { kind: 'MomentTold', conversation, statement: told }, at),
  );
}

function sayable(deps: MomentTellingDeps, row: MomentRow, today: LocalDate): Statement {
  const { allowedHosts, houseWords, learned, aiLabel } = deps;
  const { told } = JSON.parse(row.body) as Pick<MomentTold, 'told'>;
  const names = Object.values(told).filter((one) => typeof one === 'string');
  const context = {
    speaker: 'bot' as const,
    facts: [],
    passages: [],
    said: [...houseWords, ...names],
    allowedHosts,
    ...(learned && { learned }),
  };
  const draft = deps.composeMoment({ number: row.number, told, today });
  const checked = guard(draft, context, aiLabel);
  if (checked.verdict === 'pass') return checked.statement;
  const name = momentRule(row.number)?.name ?? row.number;
  throw new Error(`the notice of moment ${row.id} (${name}) does not pass the guard`);
}
