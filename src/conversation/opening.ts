import { randomBytes } from 'node:crypto';
import type { ConversationRow } from '../store/schema.js';
import type { Store, Unit } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import { conversationId } from '../terms/ids.js';
import type { JsonObject } from '../terms/json.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import type { ConversationEvent } from './events.js';
import type { IntakeDeps } from './intake.js';
import { enqueue } from './outbox.js';
import { findByChannel, insertConversation, moveAddress } from './queries/conversation.js';
import { append, newHead } from './stream.js';

/**
 * 128 random bits: unguessable, so the id alone opens nothing. In hex, so that it is selected with
 * one double click and never starts with the dash of an option.
 */
export const newConversationId = (): ConversationId =>
  conversationId(randomBytes(16).toString('hex'));

export interface Opening {
  readonly id: ConversationId;
  readonly channel: string;
  readonly channelConv: string;
  readonly customer: CustomerId | null;
  readonly address: JsonObject | null;
  /** Said first; null where the channel's customer speaks first. */
  readonly greeting: Statement | null;
  /** The channel must be sent to, so the greeting goes through the outbox. */
  readonly isSent: boolean;
}

/** Opens a conversation once; `existing` when it was open already. */
export async function openConversation(
  deps: IntakeDeps,
  opening: Opening,
): Promise<'opened' | 'existing'> {
  const { store, origin, now } = deps;
  const at = now();
  const events: ConversationEvent[] = [
    { kind: 'ConversationOpened', channel: opening.channel, customer: opening.customer },
  ];
  if (opening.greeting) events.push(greetingReply(opening.greeting));
  const happened = events.map((event) => ({ actor: 'service' as const, at, event }));
  const { writes, head } = append(store, origin, opening.id, newHead, happened);
  const row = conversationRow(opening, at, head);
  const commit = await store.commit([
    insertConversation(store, row),
    ...writes,
    ...greetingToSend(store, opening, at),
  ]);
  return commit.kind === 'committed' ? 'opened' : 'existing';
}

/** The greeting stands right after the opening, at 2. */
function greetingToSend(store: Store, opening: Opening, at: Instant): Unit {
  const { id, channel, greeting, isSent } = opening;
  if (!isSent || !greeting) return [];
  return [
    enqueue(store, { conversation: id, seq: 2, channel, statement: greeting, inReplyTo: null }, at),
  ];
}

const greetingReply = (statement: Statement): ConversationEvent => ({
  kind: 'ReplyDecided',
  turn: null,
  inReplyTo: [],
  statement,
  outcome: { kind: 'greeting', products: [] },
  trace: null,
});

function conversationRow(
  opening: Opening,
  at: Instant,
  head: { nextSeq: number; headHash: string },
): ConversationRow {
  return {
    id: opening.id,
    channel: opening.channel,
    channel_conv: opening.channelConv,
    customer_id: opening.customer,
    address: opening.address ? JSON.stringify(opening.address) : null,
    next_seq: head.nextSeq,
    head_hash: head.headHash,
    fence: 0,
    owner: null,
    lease_until: 0,
    pen: 'assistant',
    epoch: 0,
    opened_at: at,
    closed_at: null,
    restricted_at: null,
  };
}

/** Finds the conversation a foreign channel means, or opens it. */
export async function ensureConversation(
  deps: IntakeDeps,
  opening: Omit<Opening, 'id'>,
): Promise<ConversationId> {
  const known = await findByChannel(deps.store, opening.channel, opening.channelConv);
  if (known) {
    await followAddress(deps.store, known, opening.address);
    return conversationId(known.id);
  }
  const id = newConversationId();
  if ((await openConversation(deps, { ...opening, id })) === 'opened') return id;
  const winner = await findByChannel(deps.store, opening.channel, opening.channelConv);
  if (!winner) throw new StoreFailure('a conversation was neither opened nor found');
  return conversationId(winner.id);
}

/** Replies go where the customer last wrote from. */
async function followAddress(
  store: Store,
  known: ConversationRow,
  address: JsonObject | null,
): Promise<void> {
  const latest = address ? JSON.stringify(address) : null;
  if (latest !== known.address) await store.commit([moveAddress(store, known.id, latest)]);
}
