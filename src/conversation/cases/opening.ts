import type { Right } from '../../compliance/rights.js';
import { WISH_OF, isAtOnce, rightDue } from '../../compliance/rights.js';
import type { RetentionRules } from '../../compliance/retention.js';
import type { ComplaintDeadlines } from '../../compliance/complaint-deadlines.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { erasureId, openCase } from '../erasure/record.js';
import type { ConversationEvent } from '../events.js';
import { insertWish } from '../queries/customer-case.js';
import type { CaseEvent, CaseOpened } from './events.js';
import { caseId, complaintCause } from './number.js';
import { openCaseWrites } from './record.js';

/** 立案: what customers file or ask for becomes a case in the unit of work that records it. */

export interface OpeningDeps {
  readonly store: Store;
  readonly origin: string;
  readonly retention: () => RetentionRules;
}

interface Place {
  readonly conversation: string;
  readonly customer: string | null;
}

/** Writes for all that a turn's events ask for. */
export const caseWrites = (
  deps: OpeningDeps,
  place: Place,
  events: readonly ConversationEvent[],
  at: Instant,
): readonly Write[] =>
  events.flatMap((event) => {
    const opened = caseAskedFor(deps, place, event, at);
    if (!opened) return [];
    return event.kind === 'PrivacyRequested'
      ? rightWrites(deps, opened, event.turn, at)
      : openCaseWrites(deps, opened, at);
  });

/** The case an event asks for, as it begins; null: none. Terms run from the day it was received. */
export function caseAskedFor(
  { retention }: Pick<OpeningDeps, 'retention'>,
  { conversation, customer }: Place,
  event: ConversationEvent,
  at: Instant,
): CaseOpened | null {
  if (event.kind !== 'ComplaintFiled' && event.kind !== 'PrivacyRequested') return null;
  const { turn, received = toLocalDate(at) } = event;
  const place = { customer, conversation, channel: 'chat', by: null, received } as const;
  if (event.kind === 'ComplaintFiled') {
    const { matter: words, wish, deadlines } = event;
    const cause = complaintCause(turn);
    return complaintOpened({ ...place, cause, words, wish, deadlines });
  }
  const { right: matter } = event;
  return {
    kind: 'CaseOpened',
    ...place,
    matter,
    cause: `${turn}/${matter}`,
    words: '',
    wish: '',
    due: rightDue(matter, received, retention().requestDays),
    deadlines: null,
    erasure: matter === 'delete' ? erasureId(turn) : null,
  };
}

export const complaintOpened = (
  told: Pick<
    CaseOpened,
    | 'customer'
    | 'conversation'
    | 'cause'
    | 'channel'
    | 'by'
    | 'words'
    | 'wish'
    | 'received'
    | 'receipt'
  > & { readonly deadlines: ComplaintDeadlines },
): CaseOpened => ({
  kind: 'CaseOpened',
  matter: 'complaint',
  ...told,
  due: told.deadlines.decision,
  erasure: null,
});

function rightWrites(deps: OpeningDeps, opened: CaseOpened, turn: string, at: Instant) {
  const { store, origin, retention: rules } = deps;
  const { conversation, customer, erasure, received } = opened;
  const about = { why: 'request', customer, conversation: conversation!, received } as const;
  const erasing = erasure === null ? [] : openCase({ store, origin, rules }, erasure, about, at);
  const told = { kind: 'ToldInChat', conversation: conversation!, statement: turn } as const;
  return [...erasing, ...rightCaseWrites(deps, opened, at, { ...told, day: toLocalDate(at) })];
}

/**
 * A request, and what of it holds from this instant on: a wish not to be chosen for, or not to be
 * advertised to, waits for nobody. `told`: how the customer knows that it does.
 */
export function rightCaseWrites(
  deps: Pick<OpeningDeps, 'store' | 'origin'>,
  opened: CaseOpened,
  at: Instant,
  told: CaseEvent | null,
): readonly Write[] {
  const { store } = deps;
  const wish = opened.matter === 'complaint' ? undefined : WISH_OF[opened.matter];
  const { customer } = opened;
  if (wish === undefined || customer === null) return openCaseWrites(deps, opened, at);
  const settled = (how: CaseEvent): readonly CaseEvent[] => [
    { kind: 'CaseDecided', by: 'service', outcome: 'granted', words: '' },
    how,
  ];
  const kept = { kind: 'WishKept', wish } as const;
  const done = [kept, ...(told !== null && isAtOnce(opened.matter as Right) ? settled(told) : [])];
  const id = `wish:${caseId(opened.cause, opened.matter)}`;
  return [
    ...openCaseWrites(deps, opened, at, done),
    insertWish(store, { id, customer, kind: wish }, at),
  ];
}
