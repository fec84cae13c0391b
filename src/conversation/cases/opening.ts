import type { Right } from '../../compliance/rights.js';
import { WISH_OF, isAtOnce, rightDue } from '../../compliance/rights.js';
import type { RetentionRules } from '../../compliance/retention.js';
import { complaintDeadlines } from '../../compliance/complaint-deadlines.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { erasureId, openCase } from '../erasure/record.js';
import type { ComplaintFiled, ConversationEvent, PrivacyRequested } from '../events.js';
import { insertWish } from '../queries/customer-case.js';
import type { CaseEvent, CaseOpened } from './events.js';
import { caseId, openCaseWrites } from './record.js';

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
    if (event.kind === 'ComplaintFiled') return complaintWrites(deps, place, event, at);
    if (event.kind === 'PrivacyRequested') return rightWrites(deps, place, event, at);
    return [];
  });

/** What names the case of a complaint that was filed in a turn. */
export const complaintCause = (turn: string): string => `${turn}/complaint`;

export function complaintWrites(
  deps: OpeningDeps,
  place: Place,
  { turn, matter: words, wish, deadlines }: ComplaintFiled,
  at: Instant,
): readonly Write[] {
  const opened: CaseOpened = {
    ...fromChat(place, at),
    matter: 'complaint',
    cause: complaintCause(turn),
    words,
    wish,
    due: deadlines.decision,
    deadlines,
  };
  return openCaseWrites(deps, opened, at);
}

function rightWrites(
  deps: OpeningDeps,
  place: Place,
  { turn, right }: PrivacyRequested,
  at: Instant,
): readonly Write[] {
  const { store, origin, retention: rules } = deps;
  const opened = { ...openedInChat(deps, place, { turn, right }, at) };
  const erasing =
    right === 'delete'
      ? openCase({ store, origin, rules }, erasureId(turn), { why: 'request', ...place }, at)
      : [];
  const told = { kind: 'ToldInChat', conversation: place.conversation, statement: turn } as const;
  return [...erasing, ...rightCaseWrites(deps, opened, at, { ...told, day: toLocalDate(at) })];
}

/** A request made in a chat, as its case begins. */
export const openedInChat = (
  { retention }: OpeningDeps,
  place: Place,
  { turn, right }: Pick<PrivacyRequested, 'turn' | 'right'>,
  at: Instant,
): CaseOpened => ({
  ...fromChat(place, at),
  matter: right,
  cause: `${turn}/${right}`,
  due: rightDue(right, toLocalDate(at), retention().requestDays),
  erasure: right === 'delete' ? erasureId(turn) : null,
});

const fromChat = ({ conversation, customer }: Place, at: Instant) =>
  ({
    kind: 'CaseOpened',
    customer,
    conversation,
    channel: 'chat',
    by: null,
    words: '',
    wish: '',
    received: toLocalDate(at),
    deadlines: null,
    erasure: null,
  }) as const;

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

/** Filed outside the chat: three deadlines from the day it came in. */
export function filedComplaint(
  told: Pick<CaseOpened, 'customer' | 'cause' | 'channel' | 'by' | 'words' | 'wish' | 'received'>,
): CaseOpened {
  const deadlines = complaintDeadlines(told.received);
  const rest = { conversation: null, erasure: null, due: deadlines.decision } as const;
  return { kind: 'CaseOpened', matter: 'complaint', ...told, ...rest, deadlines };
}
