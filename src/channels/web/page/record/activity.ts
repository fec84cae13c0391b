import type { Evidence } from './evidence.js';
import { readEvidence } from './evidence.js';
import { readForm } from './forms.js';
import type { OfferedForm } from './forms.js';

/** What an incoming activity means to the page (收到的话). One is read, everything else is Web Chat's. */
export type Heard =
  | {
      readonly kind: 'said';
      readonly id: string;
      readonly speaker: 'ai' | 'human' | 'notice';
      readonly name: string;
      readonly evidence: readonly Evidence[];
      /** The card to be filled in that came with it. */
      readonly form: OfferedForm | null;
      readonly fraud: boolean;
      /** Something the customer did was put on file, which may show in who they are. */
      readonly recorded: boolean;
      readonly text: string;
      readonly at: Date;
    }
  | {
      readonly kind: 'customer_said';
      readonly id: string;
      /** What a submitted form was for. */
      readonly intent: string | null;
      readonly at: Date;
    }
  | { readonly kind: 'working'; readonly status: string | null }
  | {
      readonly kind: 'handoff';
      readonly state: HandoffState;
      readonly text: string;
      /** The person who speaks from now on; null: none. */
      readonly advisor: string | null;
      readonly at: Date;
    }
  | { readonly kind: 'rated'; readonly activity: string; readonly rating: Rating }
  | { readonly kind: 'other' };

const HANDOFF_STATES = [
  ...(['requested', 'queued', 'offered', 'booked', 'cancelled'] as const),
  ...(['accepted', 'returned', 'completed', 'failed'] as const),
];
export type HandoffState = (typeof HANDOFF_STATES)[number];
export type Rating = 'up' | 'down';

type Raw = Readonly<Record<string, unknown>>;
export const asRaw = (value: unknown): Raw =>
  typeof value === 'object' && value !== null ? (value as Raw) : {};
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const OTHER: Heard = { kind: 'other' };

/** Parses an activity at the page's door; what it doesn't know is `other`, never an error. */
export function hear(activity: unknown): Heard {
  const raw = asRaw(activity);
  const role = asRaw(raw['from'])['role'];
  switch (raw['type']) {
    case 'message':
      return role === 'user' ? heardFromCustomer(raw) : heardFromUs(raw);
    case 'typing':
      return role === 'user' ? OTHER : { kind: 'working', status: statusOf(raw) };
    case 'event':
      return heardEvent(raw);
    default:
      return OTHER;
  }
}

const momentOf = (raw: Raw): Date => new Date(asText(raw['timestamp']) || Date.now());

function heardFromCustomer(raw: Raw): Heard {
  const intent = asText(asRaw(raw['value'])['intent']) || null;
  return { kind: 'customer_said', id: asText(raw['id']), intent, at: momentOf(raw) };
}

function heardFromUs(raw: Raw): Heard {
  const data = asRaw(raw['channelData']);
  const speaker = data['speaker'];
  return {
    kind: 'said',
    id: asText(raw['id']),
    speaker: speaker === 'human' || speaker === 'notice' ? speaker : 'ai',
    name: asText(asRaw(raw['from'])['name']),
    evidence: readEvidence(raw['entities']),
    form: readForm(raw['attachments']),
    fraud: data['urgent'] === 'fraud',
    recorded: data['outcome'] === 'recorded',
    text: asText(raw['text']),
    at: momentOf(raw),
  };
}

function statusOf(raw: Raw): string | null {
  const data = asRaw(raw['channelData']);
  const words =
    asText(data['status']) || (data['streamType'] === 'informative' ? asText(raw['text']) : '');
  return words === '' ? null : words;
}

function heardEvent(raw: Raw): Heard {
  const value = asRaw(raw['value']);
  if (asText(raw['name']).startsWith('handoff.')) {
    const state = HANDOFF_STATES.find((one) => one === value['state']);
    if (state === undefined) return OTHER;
    const advisor = asText(asRaw(value['advisor'])['name']) || null;
    return { kind: 'handoff', state, text: asText(value['text']), advisor, at: momentOf(raw) };
  }
  if (raw['name'] === 'shuzhi.feedback') {
    const { rating } = value;
    if (rating !== 'up' && rating !== 'down') return OTHER;
    return { kind: 'rated', activity: asText(value['activity']), rating };
  }
  return OTHER;
}
