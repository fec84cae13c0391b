import type { Unanswered } from '../../advice/routing/deadlines.js';
import { assigned } from '../../advice/routing/deadlines.js';
import type { WaitingReason } from '../../advice/routing/policy.js';
import type { Instant } from '../../terms/time.js';
import type { Recorded } from '../events.js';
import type { DraftOffered, Person, ToldPlace } from './events.js';

/** Who may speak: nobody else does. */
export type Pen = 'assistant' | 'waiting' | 'advisor';
/** How far a matter has come on its way to a person and back. */
export type HandoffStage = 'none' | 'queued' | 'offered' | 'held' | 'closed';

/** 转人工 where it now stands: a fold of the conversation's events, nothing else. */
export interface HandoffState {
  readonly pen: Pen;
  /** Counts every move of the pen: what was begun under another is not said any more. */
  readonly epoch: number;
  readonly stage: HandoffStage;
  /** Null: nobody asked; somebody of the house took it. */
  readonly reason: WaitingReason | null;
  /** When the customer first asked; going back to the queue does not change it. */
  readonly asked: Instant | null;
  readonly place: ToldPlace | null;
  /** Whom it is offered to, who holds it, or who closed it last. */
  readonly person: Person | null;
  /** When the person got it, and when they last spoke, or took it. */
  readonly personSince: Instant | null;
  readonly lastSpoke: Instant | null;
  /** Somebody waits for an answer of a person; null: nobody does. */
  readonly unanswered: Unanswered | null;
  /** For the messages nobody has answered yet; null: there is none, or none that still counts. */
  readonly draft: DraftOffered | null;
  /** Ids of messages that came while a person held the pen and have no answer yet. */
  readonly open: readonly string[];
  /** Who had it and let it go back. */
  readonly passed: readonly string[];
  /** Next steps that whoever serves has put aside; of this matter only. */
  readonly dismissed: readonly string[];
  /** Where the last handoff ended: what was said up to there is another matter. */
  readonly segment: number;
}

export const noHandoff: HandoffState = {
  pen: 'assistant',
  epoch: 0,
  stage: 'none',
  reason: null,
  asked: null,
  place: null,
  person: null,
  personSince: null,
  lastSpoke: null,
  unanswered: null,
  draft: null,
  open: [],
  passed: [],
  dismissed: [],
  segment: 0,
};

/** One event further. Pure: time and place are those of the record. */
export function evolveHandoff(state: HandoffState, recorded: Recorded): HandoffState {
  const { event, at } = recorded;
  switch (event.kind) {
    case 'HandoffQueued':
      return {
        ...moved(state, 'waiting'),
        stage: 'queued',
        reason: event.reason,
        asked: at,
        place: event.place,
        person: null,
        unanswered: waitingSince(event.reason, at, 0),
      };
    case 'QueueMoved':
      return { ...state, place: event.place };
    case 'HandoffOffered': {
      const held = assigned(state.unanswered ?? waitingSince(reasonOf(state), at, 0), at);
      const { to: person, escalated } = event;
      const unanswered = escalated ? ({ ...held, with: 'supervisor' } as const) : held;
      return { ...state, stage: 'offered', person, personSince: at, unanswered };
    }
    case 'DeadlineNeared': {
      const { unanswered } = state;
      return {
        ...state,
        unanswered: unanswered && { ...unanswered, done: [...unanswered.done, event.step] },
      };
    }
    case 'HandoffRequeued':
      return {
        ...(state.pen === 'waiting' ? state : moved(state, 'waiting')),
        stage: 'queued',
        person: null,
        personSince: null,
        draft: null,
        passed: [...state.passed, event.from.id],
        asked: state.asked ?? at,
        unanswered: waitingSince(reasonOf(state), at, (state.unanswered?.returns ?? 0) + 1),
      };
    case 'HandoffCancelled':
    case 'CallbackBooked':
      return state.pen === 'waiting' ? ended(moved(state, 'assistant'), recorded, 'none') : state;
    case 'HandoffFailed':
      return ended(moved(state, 'assistant'), recorded, 'none');
    default:
      return evolveService(state, recorded);
  }
}

/** From the moment a person has the pen. */
function evolveService(state: HandoffState, recorded: Recorded): HandoffState {
  const { event, at } = recorded;
  switch (event.kind) {
    case 'PenTaken':
      return taken(state, event.by, at);
    case 'HandoffReopened':
      return { ...taken(state, event.by, at), unanswered: null };
    case 'PenTransferred': {
      const held = state.unanswered ?? waitingSince(reasonOf(state), at, 0);
      return { ...taken(state, event.to, at), unanswered: assigned(held, at) };
    }
    case 'PenReturned':
      return ended(moved(state, 'assistant'), recorded, 'none');
    case 'HandoffResolved':
      return { ...ended(moved(state, 'assistant'), recorded, 'closed'), person: event.by };
    case 'AdvisorSaid':
      return { ...state, lastSpoke: at, unanswered: null, draft: null, open: [] };
    case 'DraftDiscarded':
      return { ...state, draft: null };
    case 'StepDismissed':
      return { ...state, dismissed: [...state.dismissed, event.step] };
    case 'DraftOffered':
      return isStillWanted(state, event) ? { ...state, draft: event } : state;
    case 'MessageReceived':
      return state.pen === 'advisor' ? askedOnceMore(state, event.id, at) : state;
    default:
      return state;
  }
}

/** Drafted for this pen, and the person has not answered without it. */
const isStillWanted = (state: HandoffState, { epoch, inReplyTo }: DraftOffered): boolean =>
  state.pen === 'advisor' &&
  epoch === state.epoch &&
  (state.lastSpoke === state.personSince || inReplyTo.some((id) => state.open.includes(id)));

function taken(state: HandoffState, person: Person, at: Instant): HandoffState {
  const { unanswered, stage } = state;
  const isTheirs = stage === 'offered' && state.person?.id === person.id;
  return {
    ...moved(state, 'advisor'),
    stage: 'held',
    person,
    personSince: at,
    lastSpoke: at,
    draft: null,
    // The time to the first reply runs from when they were given it, not from when they looked.
    unanswered: unanswered && (isTheirs ? unanswered : assigned(unanswered, at)),
  };
}

/** A message makes an older draft stale, and the time to an answer runs anew. */
const askedOnceMore = (state: HandoffState, id: string, at: Instant): HandoffState => ({
  ...state,
  draft: null,
  open: [...state.open, id],
  unanswered: state.unanswered ?? assigned(waitingSince(reasonOf(state), at, 0), at),
});

const moved = (state: HandoffState, pen: Pen): HandoffState => ({
  ...state,
  pen,
  epoch: state.epoch + 1,
});

const ended = (state: HandoffState, { seq }: Recorded, stage: 'none' | 'closed'): HandoffState => ({
  ...noHandoff,
  pen: state.pen,
  epoch: state.epoch,
  stage,
  segment: seq,
});

const reasonOf = ({ reason }: HandoffState): WaitingReason => reason ?? 'asked';

const waitingSince = (reason: WaitingReason, since: Instant, returns: number): Unanswered => ({
  reason,
  with: 'queue',
  since,
  returns,
  done: [],
});

export const foldHandoff = (recorded: readonly Recorded[]): HandoffState =>
  recorded.reduce(evolveHandoff, noHandoff);
