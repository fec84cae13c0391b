import type { Heard, HandoffState, Rating } from './activity.js';
import type { Evidence } from './evidence.js';

/** What the page knows about the conversation beside its transcript; folded from what was heard. */
export interface ConversationRecord {
  /** Of the latest answer that cites anything. */
  readonly evidence: { readonly items: readonly Evidence[]; readonly answer: string } | null;
  readonly handoff: {
    readonly state: Exclude<HandoffState, 'cancelled'>;
    readonly text: string;
  } | null;
  readonly fraud: { readonly id: string } | null;
  /** The person of ours who speaks, by the latest message. */
  readonly advisor: string | null;
  /** Non-null while an answer is being worked on. */
  readonly working: { readonly status: string | null } | null;
  /** By activity id. */
  readonly ratings: ReadonlyMap<string, Rating>;
  readonly hasGreeted: boolean;
  /** Activities that open a new day, with that day. */
  readonly days: ReadonlyMap<string, Date>;
  readonly latest: Date | null;
}

export const EMPTY_RECORD: ConversationRecord = {
  evidence: null,
  handoff: null,
  fraud: null,
  advisor: null,
  working: null,
  ratings: new Map(),
  hasGreeted: false,
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
        evidence:
          heard.evidence.length > 0
            ? { items: heard.evidence, answer: heard.text }
            : record.evidence,
        fraud: heard.fraud ? { id: heard.id } : record.fraud,
        advisor:
          heard.speaker === 'human' ? heard.name : heard.speaker === 'ai' ? null : record.advisor,
      };
    case 'customer_said':
      return withDay(record, heard.id, heard.at);
    case 'working':
      return { ...record, working: { status: heard.status ?? record.working?.status ?? null } };
    case 'handoff':
      return {
        ...record,
        handoff: heard.state === 'cancelled' ? null : { state: heard.state, text: heard.text },
      };
    case 'rated':
      return { ...record, ratings: new Map(record.ratings).set(heard.activity, heard.rating) };
    case 'other':
      return record;
  }
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
