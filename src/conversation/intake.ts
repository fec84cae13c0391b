import { createHash } from 'node:crypto';
import { canonical } from '../ledger/canonical.js';
import { ageOn, findCustomer } from '../profiles/kyc.js';
import { insertMaterialChange } from '../profiles/queries.js';
import type { ConversationRow } from '../store/schema.js';
import type { Store, Unit, Write } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { JsonObject } from '../terms/json.js';
import type { Instant } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import { activityId } from './activity-id.js';
import type { ReceivedFile } from './attachments.js';
import { attachmentOf, keepFiles } from './attachments.js';
import { withoutSecrets } from './covering.js';
import type { ConversationEvent, MessageReceived } from './events.js';
import type { MaterialChange } from './material-change.js';
import { materialChangeIn } from './material-change.js';
import { advanceHead, findConversation, findInbox, insertInbox } from './queries/conversation.js';
import { append } from './stream.js';

export interface IntakeDeps {
  readonly store: Store;
  /** Names this deployment in the ledger. */
  readonly origin: string;
  readonly now: () => Instant;
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
    const change = await changeTold(deps, conversation, incoming);
    const { unit, id } = intakeUnit(deps, conversation, incoming, change);
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
  change: MaterialChange | null,
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
  const told = changeWrites(store, conversation, event, change, at);
  const unit = [
    inbox,
    advanceHead(store, conversation.id, seq, head),
    ...writes,
    ...files,
    ...told,
  ];
  return { unit, id };
}

/** What the words report of the customer's life; how old they are is read only where it decides. */
async function changeTold(
  { store, now }: IntakeDeps,
  { customer_id: customer }: ConversationRow,
  { event }: Incoming,
): Promise<MaterialChange | null> {
  if (customer === null || !('text' in event)) return null;
  const change = materialChangeIn(event.text);
  if (change !== 'retired') return change;
  const profile = await findCustomer(store, customer);
  return materialChangeIn(event.text, ageOn(profile?.born ?? null, toLocalDate(now())));
}

/** On file with the words themselves, so that whatever is judged next is judged by it. */
function changeWrites(
  store: Store,
  { customer_id: customer }: ConversationRow,
  event: ConversationEvent,
  change: MaterialChange | null,
  at: Instant,
): readonly Write[] {
  if (customer === null || change === null || event.kind !== 'MessageReceived') return [];
  const { id, text } = event;
  return [insertMaterialChange(store, customer, { id, change, said: text }, at)];
}

function eventOf(incoming: Incoming, id: string): ConversationEvent {
  const { activity, event } = incoming;
  if ('feedback' in event) return { kind: 'FeedbackGiven', id, activity, ...event.feedback };
  return { kind: 'MessageReceived', id, activity, ...event, ...attachmentsIn(incoming) };
}

const attachmentsIn = ({ files = [] }: Incoming) =>
  files.length > 0 ? { attachments: files.map(attachmentOf) } : {};

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
