import { z } from 'zod';
import type { JsonObject } from '../../terms/json.js';
import { MAX_TEXT, isTooLong } from '../../terms/message.js';

const Text = z.string().refine((text) => !isTooLong(text), { message: `一次最多 ${MAX_TEXT} 字` });

/** The part of a client's activity we read; the rest is kept and echoed untouched (A2005). */
const MessageActivity = z.looseObject({
  type: z.literal('message'),
  text: Text.optional(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).max(5).optional(),
  channelData: z.looseObject({ clientActivityID: z.string().max(200).optional() }).optional(),
});

const FeedbackValue = z.strictObject({
  turn: z.string().max(100),
  activity: z.string().max(100),
  rating: z.enum(['up', 'down']),
  reason: z.enum(['off_topic', 'unclear', 'wrong_data', 'attitude', 'other']).optional(),
  words: z.string().max(100).optional(),
});

const EventActivity = z.looseObject({
  type: z.literal('event'),
  name: z.string().max(200),
  value: z.unknown().optional(),
  channelData: z.looseObject({ clientActivityID: z.string().max(200).optional() }).optional(),
});

const SilentActivity = z.looseObject({ type: z.enum(['typing', 'endOfConversation']) });

export type ClientActivity =
  | {
      readonly kind: 'message';
      readonly key: string | null;
      readonly text: string;
      readonly value: JsonObject | null;
      readonly activity: JsonObject;
    }
  | {
      readonly kind: 'feedback';
      readonly key: string | null;
      readonly feedback: z.infer<typeof FeedbackValue>;
      readonly activity: JsonObject;
    }
  /** Accepted and dropped: typing, unknown events (A5002 MUST be ignored). */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'rejected'; readonly why: string };

/** Parses what a client posted; never throws. With files a message needs no words. */
export function parseActivity(body: unknown, { hasFiles = false } = {}): ClientActivity {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return reject('not an activity');
  if (hasPrototypeKey(body)) return reject('forbidden property name');
  const type = (body as { type?: unknown }).type;
  if (type === 'message') return parseMessage(body, hasFiles);
  if (type === 'event') return parseEvent(body);
  return SilentActivity.safeParse(body).success
    ? { kind: 'ignored' }
    : reject('unsupported activity type');
}

const reject = (why: string): ClientActivity => ({ kind: 'rejected', why });

function parseMessage(body: object, hasFiles: boolean): ClientActivity {
  const parsed = MessageActivity.safeParse(body);
  if (!parsed.success) return reject(parsed.error.issues[0]?.message ?? 'malformed message');
  const { text, value, channelData } = parsed.data;
  const card = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  const said = text ?? (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '');
  if (said.trim() === '' && card === null && !hasFiles) return reject('an empty message');
  return {
    kind: 'message',
    key: channelData?.clientActivityID ?? null,
    text: said,
    value: card as JsonObject | null,
    activity: body as JsonObject,
  };
}

function parseEvent(body: object): ClientActivity {
  const parsed = EventActivity.safeParse(body);
  if (!parsed.success) return reject('malformed event');
  if (parsed.data.name !== 'shuzhi.feedback') return { kind: 'ignored' };
  const feedback = FeedbackValue.safeParse(parsed.data.value);
  if (!feedback.success) return reject('malformed feedback');
  const key = parsed.data.channelData?.clientActivityID ?? null;
  return { kind: 'feedback', key, feedback: feedback.data, activity: body as JsonObject };
}

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 32;

/** Looks through the whole body; too deep counts as hostile as well. */
function hasPrototypeKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((item) => hasPrototypeKey(item, depth + 1));
  return Object.keys(value).some(
    (key) =>
      PROTOTYPE_KEYS.has(key) ||
      hasPrototypeKey((value as Record<string, unknown>)[key], depth + 1),
  );
}
