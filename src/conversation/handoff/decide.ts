import type { Finding } from '../../terms/finding.js';
import type { CallbackSlot, Statement } from '../../terms/statement.js';
import type { Gate } from '../gate.js';
import type {
  DraftFault,
  StepFault,
  DraftUse,
  HandoffEvent,
  HandoffOffered,
  Person,
  Resolution,
  ToldPlace,
} from './events.js';
import type { HandoffState } from './evolve.js';

/** What somebody of the house, or time itself, does about a conversation. */
export type HandoffCommand =
  | {
      readonly do: 'claim';
      readonly by: Person;
      readonly mayTakeOver: boolean;
      /** The epoch under which they reached for it; absent: they take it however it stands. */
      readonly seen?: number;
    }
  | {
      readonly do: 'say';
      readonly by: Person;
      readonly statement: Statement;
      readonly findings: readonly Finding[];
      readonly reason: string | null;
      readonly draft: DraftUse | null;
      readonly gate?: Gate;
    }
  | {
      readonly do: 'stop';
      readonly by: Person;
      readonly text: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly do: 'note';
      readonly by: Person;
      readonly text: string;
      readonly mentions: readonly string[];
    }
  | {
      readonly do: 'discard';
      readonly by: Person;
      readonly turn: string;
      readonly fault: DraftFault;
      readonly words: string | null;
    }
  | {
      readonly do: 'dismiss';
      readonly by: Person;
      readonly step: string;
      readonly fault: StepFault;
    }
  | {
      readonly do: 'transfer';
      readonly by: Person;
      readonly to: Person;
      readonly reason: string;
      /** A supervisor moves what is not in their own hands. */
      readonly forOthers: boolean;
    }
  | {
      readonly do: 'return';
      readonly by: Person;
      readonly agreed: string | null;
      readonly forOthers: boolean;
    }
  | {
      readonly do: 'resolve';
      readonly by: Person;
      readonly outcome: Resolution;
      readonly note: string | null;
    }
  | { readonly do: 'reopen'; readonly by: Person; readonly forOthers: boolean }
  | { readonly do: 'offer'; readonly offered: Omit<HandoffOffered, 'kind'> }
  | { readonly do: 'place'; readonly place: ToldPlace }
  | { readonly do: 'near'; readonly step: 'remind' | 'overdue' }
  | { readonly do: 'requeue' }
  | { readonly do: 'fail'; readonly slots: readonly CallbackSlot[] }
  | { readonly do: 'quiet' };

export type HandoffRefusal =
  /** Somebody else holds the pen, or got there first. */
  | { readonly why: 'held_by'; readonly person: Person }
  | { readonly why: 'not_held' }
  | { readonly why: 'not_closed' }
  | { readonly why: 'moot' };

export type HandoffDecision =
  /** No events: it is already so. */
  | { readonly kind: 'decided'; readonly events: readonly HandoffEvent[] }
  | ({ readonly kind: 'refused' } & HandoffRefusal);

const decided = (...events: readonly HandoffEvent[]): HandoffDecision => ({
  kind: 'decided',
  events,
});
const refused = (refusal: HandoffRefusal): HandoffDecision => ({ kind: 'refused', ...refusal });

/** What follows from a command as things stand; the one place where the pen is given away. */
export function decideHandoff(state: HandoffState, command: HandoffCommand): HandoffDecision {
  switch (command.do) {
    case 'claim':
      return claimed(state, command);
    case 'reopen': {
      if (state.stage !== 'closed' || state.person === null) return refused({ why: 'not_closed' });
      const isTheirs = command.forOthers || state.person.id === command.by.id;
      return isTheirs
        ? decided({ kind: 'HandoffReopened', by: command.by })
        : refused({ why: 'held_by', person: state.person });
    }
    case 'note':
      return decided({
        kind: 'NoteTaken',
        by: command.by,
        text: command.text,
        ...(command.mentions.length > 0 && { mentions: command.mentions }),
      });
    case 'say':
    case 'stop':
    case 'discard':
    case 'dismiss':
    case 'resolve':
    case 'return':
    case 'transfer':
      return withPen(state, command);
    default:
      return byTheHouse(state, command);
  }
}

function claimed(
  { stage, person, epoch }: HandoffState,
  { by, mayTakeOver, seen = epoch }: Extract<HandoffCommand, { do: 'claim' }>,
): HandoffDecision {
  if (stage !== 'held' || person === null) return decided({ kind: 'PenTaken', by });
  if (person.id === by.id) return decided();
  // Whoever reached for somebody who waited takes nobody out of a colleague's hands.
  const isMeant = mayTakeOver && seen === epoch;
  return isMeant ? decided({ kind: 'PenTaken', by }) : refused({ why: 'held_by', person });
}

type PenCommand = Extract<
  HandoffCommand,
  { do: 'say' | 'stop' | 'discard' | 'dismiss' | 'resolve' | 'return' | 'transfer' }
>;

/** Only whoever holds the pen; a supervisor may move it out of another's hand. */
function withPen(state: HandoffState, command: PenCommand): HandoffDecision {
  const { stage, person } = state;
  const mayAnyway = 'forOthers' in command && command.forOthers;
  if (stage !== 'held' || person === null) return refused({ why: 'not_held' });
  if (person.id !== command.by.id && !mayAnyway) return refused({ why: 'held_by', person });
  const { by } = command;
  switch (command.do) {
    case 'say': {
      const { statement, findings, reason, draft, gate } = command;
      const made = { statement, inReplyTo: state.open, findings, reason, draft };
      const said = gate ? { ...made, gate } : made;
      return decided({ kind: 'AdvisorSaid', by, ...said });
    }
    case 'stop':
      return decided({
        kind: 'AdvisorBlocked',
        by,
        text: command.text,
        findings: command.findings,
      });
    case 'discard': {
      const { turn, fault, words } = command;
      // Said, or replaced by a newer one, meanwhile.
      if (state.draft?.turn !== turn) return refused({ why: 'moot' });
      return decided({ kind: 'DraftDiscarded', by, turn, fault, words });
    }
    case 'dismiss':
      return decided({ kind: 'StepDismissed', by, step: command.step, fault: command.fault });
    case 'resolve':
      return decided({ kind: 'HandoffResolved', by, outcome: command.outcome, note: command.note });
    case 'return':
      return decided({ kind: 'PenReturned', how: 'advisor', agreed: command.agreed });
    case 'transfer': {
      const { to, reason } = command;
      if (to.id === person.id) return decided();
      return decided({ kind: 'PenTransferred', from: person, to, reason });
    }
  }
}

type HouseCommand = Extract<
  HandoffCommand,
  { do: 'offer' | 'place' | 'near' | 'requeue' | 'fail' | 'quiet' }
>;

/** Routing and time: what they see may have changed meanwhile, and then it is moot. */
function byTheHouse(state: HandoffState, command: HouseCommand): HandoffDecision {
  const { pen, stage, person, unanswered } = state;
  switch (command.do) {
    case 'offer':
      if (stage !== 'queued' && !(command.offered.escalated && pen === 'waiting')) break;
      return decided({ kind: 'HandoffOffered', ...command.offered });
    case 'place':
      if (stage !== 'queued') break;
      return decided({ kind: 'QueueMoved', place: command.place });
    case 'near':
      if (unanswered === null || unanswered.done.includes(command.step)) break;
      return decided({ kind: 'DeadlineNeared', step: command.step });
    case 'requeue':
      if (unanswered === null || person === null) break;
      return decided({ kind: 'HandoffRequeued', from: person });
    case 'fail':
      if (unanswered === null) break;
      return decided({ kind: 'HandoffFailed', slots: command.slots });
    case 'quiet':
      if (stage !== 'held' || unanswered !== null) break;
      return decided({ kind: 'PenReturned', how: 'quiet', agreed: null });
  }
  return refused({ why: 'moot' });
}
