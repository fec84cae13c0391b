import type { Attachment } from './attachment.js';
import type { ConversationId, CustomerId } from './ids.js';
import type { JsonObject } from './json.js';
import type { Instant } from './time.js';

/** What the service takes as one message, in code points (reliability.md D5). */
export const MAX_TEXT = 8_000;

export const isTooLong = (text: string): boolean =>
  text.length > MAX_TEXT && [...text].length > MAX_TEXT;

/** What a customer said (客户消息), already parsed at the channel's door. */
export interface Message {
  readonly conversation: ConversationId;
  /** Null: an unidentified visitor. */
  readonly customer: CustomerId | null;
  /** The activity's id as the channel delivers it; replies name it. */
  readonly id: string;
  readonly text: string;
  /** A card's submitted values; null for plain words. */
  readonly value: JsonObject | null;
  /** Files that came with the words, kept and never read. */
  readonly attachments: readonly Attachment[];
  readonly at: Instant;
}
