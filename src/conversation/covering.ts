import { coverSecrets } from '../compliance/identifiers.js';
import type { Json, JsonObject } from '../terms/json.js';
import type { Incoming } from './intake.js';

/**
 * Card and identity numbers, passwords and codes do not belong in a chat: they are covered before
 * anything is written or hashed, in words, card values, file names and the kept activity alike
 * (脱敏). Ids and channel data stay as they came: the client knows its own message by them.
 */
export function withoutSecrets(incoming: Incoming): Incoming {
  const { event, activity } = incoming;
  const { text, value, attachments } = activity;
  const kept = {
    ...activity,
    ...(text === undefined ? {} : { text: covered(text) }),
    ...(value === undefined ? {} : { value: covered(value) }),
    ...(attachments === undefined ? {} : { attachments: coveredAttachments(attachments) }),
  };
  return {
    ...incoming,
    event: covered(event as unknown as Json) as unknown as Incoming['event'],
    activity: kept,
  };
}

/** A file's address holds its hash, and what looks like a card number in a hash is none. */
function coveredAttachments(attachments: Json): Json {
  if (!Array.isArray(attachments)) return covered(attachments);
  return attachments.map((one: Json) => {
    const url = typeof one === 'object' && one !== null && 'contentUrl' in one && one.contentUrl;
    return typeof url === 'string'
      ? { ...(covered(one) as JsonObject), contentUrl: url }
      : covered(one);
  });
}

/** The same value with every string in it covered. */
function covered(value: Json): Json {
  if (typeof value === 'string') return coverSecrets(value);
  if (Array.isArray(value)) return value.map((item: Json) => covered(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, covered(inner ?? null)]),
  );
}
