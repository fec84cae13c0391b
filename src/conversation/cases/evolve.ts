import type { LocalDate } from '../../terms/time.js';
import type {
  CaseEvent,
  CaseExtended,
  CaseOpened,
  ExtensionAsked,
  IdentityCheck,
  Outcome,
} from './events.js';

export const CASE_STAGES = ['open', 'decided', 'closed'] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** Something the customer has yet to be told. */
export interface Pending {
  /** Where in the case's stream it was written. */
  readonly seq: number;
  readonly what: 'receipt' | 'message' | 'extension' | 'outcome';
  readonly words: string;
  /** Of an extension. */
  readonly due: LocalDate | null;
  readonly outcome: Outcome | null;
}

export interface CaseState {
  /** Events so far: the place of the last one in the stream. */
  readonly seq: number;
  readonly opened: CaseOpened | null;
  readonly stage: CaseStage;
  readonly owner: string | null;
  readonly due: LocalDate;
  readonly extended: 'none' | CaseExtended['to'];
  /** A second extension that waits for another person. */
  readonly asked: ExtensionAsked | null;
  readonly identity: IdentityCheck | null;
  readonly outcome: Outcome | null;
  /** Who decided it first, and again after a review. */
  readonly decidedBy: readonly string[];
  readonly isReview: boolean;
  readonly pending: readonly Pending[];
  /** The day the outcome was told. */
  readonly toldOn: LocalDate | null;
  readonly hasCopy: boolean;
  /** The due day of which an alert was given. */
  readonly overdueOf: LocalDate | null;
  readonly isEscalated: boolean;
}

export const noCase: CaseState = {
  seq: 0,
  opened: null,
  stage: 'open',
  owner: null,
  due: '',
  extended: 'none',
  asked: null,
  identity: null,
  outcome: null,
  decidedBy: [],
  isReview: false,
  pending: [],
  toldOn: null,
  hasCopy: false,
  overdueOf: null,
  isEscalated: false,
};

/** One event further. Pure: time is in the event. */
export const evolveCase = (state: CaseState, event: CaseEvent): CaseState =>
  after({ ...state, seq: state.seq + 1 }, event);

function after(state: CaseState, event: CaseEvent): CaseState {
  switch (event.kind) {
    case 'CaseOpened':
      return openedBy({ ...state, opened: event, due: event.due }, event);
    case 'CaseTaken':
      return { ...state, owner: event.by };
    case 'IdentityChecked':
      return { ...state, identity: event.how };
    case 'CopyMade':
      return { ...state, hasCopy: true };
    case 'CaseNoted':
    case 'CustomerHeard':
    case 'WishKept':
    case 'TagsDeleted':
      return state;
    default:
      return movedOn(state, event);
  }
}

type Moving = Exclude<
  CaseEvent,
  {
    kind:
      | 'CaseOpened'
      | 'CaseTaken'
      | 'IdentityChecked'
      | 'CopyMade'
      | 'CaseNoted'
      | 'CustomerHeard'
      | 'WishKept'
      | 'TagsDeleted';
  }
>;

function movedOn(state: CaseState, event: Moving): CaseState {
  switch (event.kind) {
    case 'WordsWritten':
      return waiting(state, { what: 'message', words: event.words, due: null, outcome: null });
    case 'ToldInChat':
      return told(state, 1, event.day);
    case 'ToldOutside':
      return told(state, event.told?.length ?? state.pending.length, event.day);
    case 'ExtensionAsked':
      return { ...state, asked: event };
    case 'ExtensionRefused':
      return { ...state, asked: null };
    case 'CaseExtended': {
      const { to, due, reason } = event;
      const longer = { ...state, extended: to, due, asked: null };
      return waiting(longer, { what: 'extension', words: reason, due, outcome: null });
    }
    case 'CaseEscalated':
      return { ...state, isEscalated: true };
    case 'CaseOverdue':
      return { ...state, overdueOf: event.due, isEscalated: true };
    case 'CaseDecided': {
      const { by, outcome, words } = event;
      const decidedBy = [...state.decidedBy, by];
      const decided = { ...state, stage: 'decided' as const, outcome, decidedBy, asked: null };
      return waiting(decided, { what: 'outcome', words, due: null, outcome });
    }
    case 'ReviewAsked': {
      const again = { stage: 'open', isReview: true, outcome: null, toldOn: null } as const;
      return { ...state, ...again, owner: null, due: event.due };
    }
  }
}

/** A receipt repeats nothing of a complaint: its words are the customer's, and no voice of ours. */
const openedBy = (state: CaseState, { receipt }: CaseOpened): CaseState =>
  receipt ? waiting(state, { what: 'receipt', words: '', due: null, outcome: null }) : state;

const waiting = (state: CaseState, one: Omit<Pending, 'seq'>): CaseState => ({
  ...state,
  pending: [...state.pending, { seq: state.seq, ...one }],
});

/** Nothing is closed before its outcome was told. */
function told(state: CaseState, count: number, day: LocalDate): CaseState {
  const done = state.pending.slice(0, count);
  const pending = state.pending.slice(count);
  return done.some(({ what }) => what === 'outcome')
    ? { ...state, pending, stage: 'closed', toldOn: day }
    : { ...state, pending };
}
