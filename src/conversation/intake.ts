import { createHash, randomBytes } from 'node:crypto';
import { coverSecrets } from '../compliance/identifiers.js';
import { canonical } from '../ledger/canonical.js';
import type { ConversationRow } from '../store/schema.js';
import type { Store, Unit } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import { conversationId } from '../terms/ids.js';
import type { Json, JsonObject } from '../terms/json.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { activityId } from './activity-id.js';
import type { ReceivedFile } from './attachments.js';
import { attachmentOf, keepFiles } from './attachments.js';
import type { ConversationEvent, MessageReceived } from './events.js';
import { enqueue } from './outbox.js';
import {
  advanceHead,
  findByChannel,
  findConversation,
  findInbox,
  insertConversation,
  insertInbox,
  moveAddress,
} from './queries/conversation.js';
import { append, newHead } from './stream.js';

export interface IntakeDeps {
  readonly store: Store;
  /** Names this deployment in the ledger. */
  readonly origin: string;
  readonly now: () => Instant;
}

/** 128 random bits and more; unguessable, so the id alone opens nothing. */
export const newConversationId = (): ConversationId =>
  conversationId(randomBytes(18).toString('base64url'));

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
  };
}

/** What came through a channel's door for one open conversation. */
export interface Incoming {
  readonly conversation: string;
  /** The channel's own message key: the same key is the same message. */
  readonly key: string;
  readonly activity: JsonObject;
  readonly event: Omit<MessageReceived, 'kind' | 'id' | 'activity' | 'attachments'> | FeedbackWords;
  /** Files that came with a message; absent: none. */
  readonly files?: readonly ReceivedFile[];
}

/** Thumbs are recorded like words but ask for no turn. */
export interface FeedbackWords {
  readonly feedback: {
    readonly rating: 'up' | 'down';
    readonly about: string;
    readonly reason: string | null;
    readonly words: string | null;
  };
}

/** `seq`: where the message stands on the record. */
export type Receipt =
  | { readonly kind: 'accepted' | 'duplicate'; readonly id: string; readonly seq: number }
  /** The same key with other content: the first stays, this one is on file as a conflict. */
  | { readonly kind: 'conflict'; readonly id: string; readonly seq: number }
  | { readonly kind: 'unknown_conversation' };

const MAX_RACES = 20;

/** Records what came in; resolves only once it is durable (T1 of reliability.md D1). */
export async function receive(deps: IntakeDeps, received: Incoming): Promise<Receipt> {
  const incoming = withoutSecrets(received);
  for (let race = 0; race < MAX_RACES; race += 1) {
    const conversation = await findConversation(deps.store, incoming.conversation);
    if (!conversation) return { kind: 'unknown_conversation' };
    const { unit, id } = intakeUnit(deps, conversation, incoming);
    const commit = await deps.store.commit(unit);
    if (commit.kind === 'committed') {
      return { kind: 'accepted', id, seq: conversation.next_seq };
    }
    // Write 0 is the inbox row: its key is taken. Any other conflict is a race for the head.
    if (commit.write === 0) return knownKey(deps, conversation, incoming);
  }
  throw new StoreFailure(`no place found at the head of ${incoming.conversation}`);
}

function intakeUnit(
  { store, origin, now }: IntakeDeps,
  conversation: ConversationRow,
  incoming: Incoming,
): { readonly unit: Unit; readonly id: string } {
  const at = now();
  const seq = conversation.next_seq;
  const id = activityId(conversation.id, seq);
  const event = eventOf(incoming, id);
  const from = { nextSeq: seq, headHash: conversation.head_hash };
  const happened = [{ actor: 'customer' as const, at, event }];
  const { writes, head } = append(store, origin, conversation.id, from, happened);
  const inbox = insertInbox(store, {
    channel: conversation.channel,
    channel_conv: conversation.channel_conv,
    activity_id: incoming.key,
    conversation_id: conversation.id,
    event_seq: seq,
    body_hash: bodyHash(incoming),
    body: JSON.stringify(incoming.activity),
    received_at: at,
    // Feedback asks for no answer: it is done as soon as it is on record.
    state: event.kind === 'MessageReceived' ? 'new' : 'done',
    turn_id: null,
  });
  const files = keepFiles(store, conversation.id, incoming.files ?? [], at);
  return { unit: [inbox, advanceHead(store, conversation.id, seq, head), ...writes, ...files], id };
}

function eventOf(incoming: Incoming, id: string): ConversationEvent {
  const { activity, event } = incoming;
  if ('feedback' in event) return { kind: 'FeedbackGiven', id, activity, ...event.feedback };
  return { kind: 'MessageReceived', id, activity, ...event, ...attachmentsIn(incoming) };
}

const attachmentsIn = ({ files = [] }: Incoming) =>
  files.length > 0 ? { attachments: files.map(attachmentOf) } : {};

/**
 * Card and identity numbers, passwords and codes do not belong in a chat: they are covered before
 * anything is written or hashed, in words, card values, file names and the kept activity alike
 * (脱敏). Ids and channel data stay as they came: the client knows its own message by them.
 */
function withoutSecrets(incoming: Incoming): Incoming {
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

/** The same words with other files are another message. */
const bodyHash = (incoming: Incoming): string =>
  createHash('sha256')
    .update(canonical({ ...incoming.event, ...attachmentsIn(incoming) }))
    .digest('hex');

async function knownKey(
  { store, now }: IntakeDeps,
  conversation: ConversationRow,
  incoming: Incoming,
): Promise<Receipt> {
  const { channel, channel_conv } = conversation;
  const first = await findInbox(store, channel, channel_conv, incoming.key);
  if (!first) throw new StoreFailure(`the inbox refused ${incoming.key} without holding it`);
  const id = activityId(first.conversation_id, first.event_seq);
  const hash = bodyHash(incoming);
  if (first.body_hash === hash) return { kind: 'duplicate', id, seq: first.event_seq };
  const { seq: _seq, ...row } = first;
  await store.commit([
    {
      ...insertInbox(store, {
        ...row,
        activity_id: `${incoming.key}#conflict:${hash.slice(0, 16)}`,
        body_hash: hash,
        body: JSON.stringify(incoming.activity),
        received_at: now(),
        state: 'conflict',
        turn_id: null,
      }),
    },
  ]);
  return { kind: 'conflict', id, seq: first.event_seq };
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
