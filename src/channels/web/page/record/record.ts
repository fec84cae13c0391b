import type { Heard, Rating } from './activity.js';
import type { Evidence } from './evidence.js';
import { closeForms, offerForm } from './forms.js';
import type { Forms } from './forms.js';

/** What the page knows about the conversation beside its transcript; folded from what was heard. */
export interface ConversationRecord {
  /** Of the assistant's latest reply; null when it cites nothing. */
  readonly evidence: { readonly items: readonly Evidence[]; readonly answer: string } | null;
  readonly handoff: {
    /** `asked`: somebody will call; `waiting`: somebody will come here. */
    readonly state: 'asked' | 'waiting' | 'booked';
    readonly text: string;
  } | null;
  readonly forms: Forms;
  readonly fraud: { readonly id: string } | null;
  /** The person of ours who speaks; null: the assistant does. */
  readonly advisor: string | null;
  /** Non-null while an answer is being worked on. */
  readonly working: { readonly status: string | null } | null;
  /** By activity id. */
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly hasGreeted: boolean;
  /** Replies that put something on file. */
  readonly recorded: number;
  /** Activities that open a new day, with that day. */
  readonly days: ReadonlyMap<string, Date>;
  readonly latest: Date | null;
}

const CALLBACK = 'book_callback';

export const EMPTY_RECORD: ConversationRecord = {
  evidence: null,
  forms: new Map(),
  handoff: null,
  fraud: null,
  advisor: null,
  working: null,
  ratings: new Map(),
  hasGreeted: false,
  recorded: 0,
  days: new Map(),
  latest: null,
};

export function fold(record: ConversationRecord, heard: Heard): ConversationRecord {
  switch (heard.kind) {
    case 'said':
      return {
        ...withDay(record, heard.id, heard.at),
        working: null,
        hasGreeted: true,
        evidence: heard.speaker === 'ai' ? evidenceOf(heard) : record.evidence,
        forms: heard.form === null ? record.forms : offerForm(record.forms, heard.id, heard.form),
        recorded: record.recorded + (heard.recorded ? 1 : 0),
        fraud: heard.fraud ? { id: heard.id } : record.fraud,
        advisor: heard.speaker === 'human' ? heard.name : record.advisor,
      };
    case 'customer_said':
      return {
        ...withDay(record, heard.id, heard.at),
        forms: closeForms(record.forms, heard.intent, { submittedAt: heard.at }),
      };
    case 'working':
      return { ...record, working: { status: heard.status ?? record.working?.status ?? null } };
    case 'handoff':
      return {
        ...record,
        handoff: handoffAfter(heard),
        advisor: heard.advisor,
        forms: formsAfter(record.forms, heard),
      };
    case 'rated':
      return { ...record, ratings: new Map(record.ratings).set(heard.activity, heard.rating) };
    case 'other':
      return record;
  }
}

function evidenceOf({ evidence, text }: Extract<Heard, { kind: 'said' }>): {
  readonly items: readonly Evidence[];
  readonly answer: string;
} | null {
  return evidence.length > 0 ? { items: evidence, answer: text } : null;
}

/** Nothing to wait for once a person is here, or it is over. */
function handoffAfter({
  state,
  text,
}: Extract<Heard, { kind: 'handoff' }>): ConversationRecord['handoff'] {
  switch (state) {
    case 'requested':
    case 'failed':
      return { state: 'asked', text };
    case 'queued':
    case 'offered':
      return { state: 'waiting', text };
    case 'booked':
      return { state: 'booked', text };
    default:
      return null;
  }
}

/** A call may also be booked or given up in plain words: the card must not wait on after that. */
function formsAfter(forms: Forms, { state, at }: Extract<Heard, { kind: 'handoff' }>): Forms {
  if (state === 'booked') return closeForms(forms, CALLBACK, { submittedAt: at });
  return state === 'cancelled' ? closeForms(forms, CALLBACK, 'replaced') : forms;
}

/** Opens a new day, except for the day the page was opened on: a talk of today needs no divider. */
function withDay(record: ConversationRecord, id: string, at: Date): ConversationRecord {
  const { latest } = record;
  if (latest !== null && latest.toDateString() === at.toDateString())
    return { ...record, latest: at };
  const isPlainToday = latest === null && at.toDateString() === new Date().toDateString();
  const days = isPlainToday ? record.days : new Map(record.days).set(id, at);
  return { ...record, latest: at, days };
}
