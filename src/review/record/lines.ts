import type { ConversationEvent, Recorded } from '../../conversation/events.js';
import type { Finding } from '../../terms/finding.js';
import type { Draft } from '../../terms/statement.js';

/** 会话记录: everything on record of a conversation, line by line, with who saw it then. Pure. */

/** 说出、备注、草稿、拦下、作废、发生: what became of it. */
export const FATES = ['said', 'note', 'draft', 'blocked', 'dropped', 'happened'] as const;
export type Fate = (typeof FATES)[number];

export interface RecordLine {
  readonly seq: number;
  readonly at: number;
  readonly kind: ConversationEvent['kind'];
  readonly who: 'customer' | 'assistant' | 'advisor' | 'service';
  readonly person: string | null;
  readonly fate: Fate;
  /** Who has seen it. */
  readonly seen: { readonly customer: boolean; readonly staff: boolean };
  /** Null: it has no words of its own. */
  readonly text: string | null;
  /** In a word or two what happened, where it has no words: a name, a place in the queue. */
  readonly detail: string | null;
  /** What the guard said of it then. */
  readonly findings: readonly Finding[];
  /** Why it was sent although objected to. */
  readonly reason: string | null;
  readonly label: string | null;
  readonly cards: readonly string[];
  readonly citations: number;
  readonly facts: number;
  readonly model: string | null;
  /** It does not agree with the ledger: nothing it says now is shown. */
  readonly isShut: boolean;
}

const BOTH = { customer: true, staff: true };
const STAFF = { customer: false, staff: true };
const NEITHER = { customer: false, staff: false };

type Told = Partial<Omit<RecordLine, 'seq' | 'at' | 'kind'>> & Pick<RecordLine, 'fate' | 'seen'>;

const PLAIN = {
  person: null,
  text: null,
  detail: null,
  findings: [],
  reason: null,
  label: null,
  cards: [],
  citations: 0,
  facts: 0,
  model: null,
  isShut: false,
} as const;

/** A line of which the ledger says that something else was recorded. */
export const shutLine = (known: Pick<RecordLine, 'seq' | 'at' | 'kind' | 'who'>): RecordLine => ({
  ...PLAIN,
  ...known,
  fate: 'happened',
  // Whoever looks at what customer or staff saw must not miss that something is wrong there.
  seen: BOTH,
  isShut: true,
});

export const linesOf = (recorded: readonly Recorded[]): readonly RecordLine[] =>
  recorded.map(({ seq, at, actor, event }) => {
    const kind = event.kind;
    return { ...PLAIN, who: actor, seq, at, kind, ...(wordsOf(event) ?? doneIn(event)) };
  });

const drafted = ({ text, citations, facts, cards, model }: Draft) => ({
  text,
  citations: citations.length,
  facts: facts.length,
  cards: cards.map(({ kind }) => kind),
  model,
});

/** What has words; null: something that was done. */
function wordsOf(event: ConversationEvent): Told | null {
  switch (event.kind) {
    case 'MessageReceived':
      return { fate: 'said', seen: BOTH, who: 'customer', text: event.text };
    case 'ReplyDecided': {
      const { statement, trace } = event;
      const said = { ...drafted(statement), label: statement.aiLabel };
      return { fate: 'said', seen: BOTH, ...said, findings: trace?.findings ?? [] };
    }
    case 'NoticeGiven':
      return {
        ...{ fate: 'said', seen: BOTH, who: 'service', label: event.statement.aiLabel },
        ...drafted(event.statement),
      };
    case 'DraftBlocked':
      return { fate: 'blocked', seen: NEITHER, ...drafted(event.draft), findings: event.findings };
    case 'DraftOffered':
      return {
        fate: 'draft',
        seen: STAFF,
        ...(event.draft && drafted(event.draft)),
        findings: event.findings,
      };
    case 'ReplyDropped':
      return { fate: 'dropped', seen: NEITHER, ...drafted(event.draft) };
    default:
      return personsWords(event);
  }
}

function personsWords(event: ConversationEvent): Told | null {
  switch (event.kind) {
    case 'AdvisorSaid': {
      const { by, statement, findings, reason } = event;
      const said = { ...drafted(statement), label: statement.aiLabel, findings, reason };
      return { fate: 'said', seen: BOTH, person: by.name, ...said };
    }
    case 'AdvisorBlocked': {
      const { by, text, findings } = event;
      return { fate: 'blocked', seen: STAFF, person: by.name, text, findings };
    }
    case 'NoteTaken':
      return { fate: 'note', seen: STAFF, person: event.by.name, text: event.text };
    default:
      return null;
  }
}

/** Moves of the pen are what the desk shows between messages; all else stands in the record alone. */
function doneIn(event: ConversationEvent): Told {
  const detail = detailOf(event);
  return { fate: 'happened', seen: PEN_MOVES.has(event.kind) ? STAFF : NEITHER, detail };
}

const PEN_MOVES: ReadonlySet<string> = new Set([
  'HandoffRequested',
  'HandoffQueued',
  'HandoffOffered',
  'HandoffRequeued',
  'HandoffCancelled',
  'HandoffResolved',
  'HandoffReopened',
  'HandoffFailed',
  'DeadlineNeared',
  'PenTaken',
  'PenTransferred',
  'PenReturned',
  'CallbackBooked',
  'ServiceRated',
]);

/** Names, places and sums of what was done; null: its kind says it all. */
function detailOf(event: ConversationEvent): string | null {
  switch (event.kind) {
    case 'HandoffQueued':
      return String(event.place.position);
    case 'HandoffOffered':
      return event.to.name;
    case 'PenTaken':
    case 'HandoffResolved':
    case 'HandoffReopened':
      return event.by.name;
    case 'PenTransferred':
      return `${event.from.name} → ${event.to.name}：${event.reason}`;
    case 'PenReturned':
      return event.agreed;
    case 'CallbackBooked':
      return event.slot.label;
    case 'ServiceRated':
      return String(event.score);
    default:
      return recordedDetail(event);
  }
}

function recordedDetail(event: ConversationEvent): string | null {
  switch (event.kind) {
    case 'ConversationOpened':
      return event.channel;
    case 'ComplaintFiled':
      return event.matter;
    case 'RiskAssessed':
      return `C${event.tolerance}`;
    case 'DeliveryFailed':
      return event.error;
    case 'FeedbackGiven':
      return event.words;
    case 'FlowAdvanced':
    case 'FlowClosed':
      return event.flow;
    default:
      return null;
  }
}
