import type { Investor } from '../../advice/suitability/occasion.js';
import type { Act, ShelfItem, Transcript } from '../../compliance/transcript/transcript.js';
import type { LearnedModel } from '../../compliance/learned/model.js';
import type { GuardContext, Speaker } from '../../compliance/utterance.js';
import { utteranceOf } from '../../compliance/utterance.js';
import type { ConversationEvent, PrivacyRequested, Recorded } from '../../conversation/events.js';
import type { Finding } from '../../terms/finding.js';
import type { Statement } from '../../terms/statement.js';
import type { Instant } from '../../terms/time.js';

/** 读会话: what rules over a whole conversation want to know, out of its events. */

export interface Known {
  readonly customerAt: (at: Instant) => Investor | null;
  readonly shelf: readonly ShelfItem[];
  /** How the case of a complaint that was filed in a turn stands; absent: there are none. */
  readonly answerTo?: (turn: string) => Answer | null;
  readonly allowedHosts: readonly string[];
  /** Trained on own lines; without it the rules judge alone. */
  readonly learned?: LearnedModel | undefined;
}

export function transcriptOf(
  events: readonly Recorded[],
  known: Known,
  until: Instant,
): Transcript {
  const { allowedHosts, learned, answerTo = () => null, ...rest } = known;
  const context = { allowedHosts, answerTo, ...(learned && { learned }) };
  return { ...rest, until, acts: events.flatMap((one) => actOf(one, context) ?? []) };
}

/** Only what was said, by whom. */
export interface SaidWords extends Placed, Pick<Words, 'speaker' | 'by' | 'text'> {}

export const wordsIn = (events: readonly Recorded[]): readonly SaidWords[] =>
  events.flatMap(({ seq, at, event }) => {
    const words = wordsOf(event);
    return words ? [{ seq, at, speaker: words.speaker, by: words.by, text: words.text }] : [];
  });

type Answer = NonNullable<Extract<Act, { kind: 'complaint_filed' }>['answer']>;

type Placed = Pick<Recorded, 'seq' | 'at'>;

interface Context extends Omit<GuardContext, 'speaker'>, Required<Pick<Known, 'answerTo'>> {}

function actOf({ seq, at, event }: Recorded, { answerTo, ...context }: Context): Act | null {
  const place = { seq, at };
  const words = wordsOf(event);
  if (words) return said(place, words, context);
  const stopped = stoppedIn(event);
  if (stopped) return { kind: 'stopped', ...place, ...stopped };
  return done(place, event, answerTo);
}

/** What was done without words; null: nothing that a rule reads. */
function done(place: Placed, event: ConversationEvent, answerTo: Context['answerTo']): Act | null {
  switch (event.kind) {
    case 'HandoffRequested':
    case 'HandoffQueued':
    case 'CallbackBooked':
    case 'PenTaken':
    case 'PenTransferred':
      return { kind: 'person_called', ...place };
    case 'ComplaintFiled': {
      const answer = answerTo(event.turn);
      const filed = { kind: 'complaint_filed', ...place, deadlines: event.deadlines } as const;
      return answer ? { ...filed, answer } : filed;
    }
    case 'FraudReported':
      return { kind: 'fraud_reported', ...place };
    case 'PrivacyRequested':
      return wishIn(event, place);
    case 'HandoffResolved':
      return { kind: 'service_ended', ...place, isSolved: event.outcome === 'solved' };
    default:
      return null;
  }
}

function wishIn({ right }: PrivacyRequested, place: Placed): Act | null {
  if (right === 'opt_out') return { kind: 'personalisation_declined', ...place };
  return right === 'opt_in' ? { kind: 'personalisation_accepted', ...place } : null;
}

interface Words {
  readonly speaker: Speaker;
  readonly by: string | null;
  readonly text: string;
  readonly label: string | null;
  readonly objected: readonly string[];
  readonly reason: string | null;
}

const NO_OBJECTION = { by: null, objected: [], reason: null } as const;

function wordsOf(event: ConversationEvent): Words | null {
  switch (event.kind) {
    case 'MessageReceived':
      return { ...NO_OBJECTION, speaker: 'customer', text: event.text, label: null };
    case 'ReplyDecided':
      return { ...ofStatement('bot', event.statement), objected: [] };
    case 'AdvisorSaid':
      return {
        ...ofStatement('advisor', event.statement),
        by: event.by.id,
        objected: event.findings.map(({ rule }) => rule),
        reason: event.reason,
      };
    default:
      return null;
  }
}

const ofStatement = (speaker: Speaker, { text, aiLabel }: Statement): Words => ({
  ...NO_OBJECTION,
  speaker,
  text,
  label: aiLabel,
});

function said(place: Placed, words: Words, context: Omit<GuardContext, 'speaker'>): Act {
  const { speaker, text } = words;
  return {
    kind: 'said',
    ...place,
    ...words,
    utterance: utteranceOf(text, { ...context, speaker }),
  };
}

function stoppedIn(event: ConversationEvent) {
  if (event.kind === 'DraftBlocked') {
    return { speaker: 'bot', text: event.draft.text, objected: textsOf(event.findings) } as const;
  }
  if (event.kind === 'AdvisorBlocked') {
    return { speaker: 'advisor', text: event.text, objected: textsOf(event.findings) } as const;
  }
  return null;
}

const textsOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ text }) => text).filter((text) => text.length > 1);
