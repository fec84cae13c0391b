import type { ConversationRow } from '../store/schema.js';
import type { Store, Write } from '../store/store.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { activityId } from './activity-id.js';
import type { ConversationEvent } from './events.js';
import type { WaitingRow } from './queries/outbox.js';
import { dueRows, insertOutbox, waitingIn } from './queries/outbox.js';

/** A statement on its way to a channel that must be sent to; its id is stable over all tries. */
export interface OutboxEntry {
  readonly conversation: string;
  readonly seq: number;
  readonly channel: string;
  readonly statement: Statement;
  readonly inReplyTo: string | null;
}

export const enqueue = (store: Store, entry: OutboxEntry, now: Instant): Write =>
  insertOutbox(store, {
    id: activityId(entry.conversation, entry.seq),
    conversation_id: entry.conversation,
    seq: entry.seq,
    channel: entry.channel,
    statement: JSON.stringify({ statement: entry.statement, inReplyTo: entry.inReplyTo }),
    state: 'waiting',
    tries: 0,
    next_at: now,
    last_error: null,
  });

export interface SendingDeps {
  readonly store: Store;
  readonly now: () => Instant;
  /** Channels whose statements must be sent; the others are read by the customer's client. */
  readonly sentChannels: readonly string[];
}

/** What of events must be sent, where the channel is sent to. */
export function outboxWrites(
  { store, sentChannels, now }: SendingDeps,
  { id, channel, next_seq }: Pick<ConversationRow, 'id' | 'channel' | 'next_seq'>,
  events: readonly ConversationEvent[],
): readonly Write[] {
  if (!sentChannels.includes(channel)) return [];
  return events.flatMap((event, offset) => {
    const said = saidIn(event);
    if (!said) return [];
    const entry = { conversation: id, seq: next_seq + offset, channel, ...said };
    return [enqueue(store, entry, now())];
  });
}

function saidIn(
  event: ConversationEvent,
): { readonly statement: Statement; readonly inReplyTo: string | null } | null {
  switch (event.kind) {
    case 'ReplyDecided':
    case 'AdvisorSaid':
      return { statement: event.statement, inReplyTo: event.inReplyTo.at(-1) ?? null };
    case 'NoticeGiven':
      return { statement: event.statement, inReplyTo: null };
    default:
      return null;
  }
}

export interface Due {
  readonly id: string;
  readonly conversation: string;
  readonly seq: number;
  readonly statement: Statement;
  readonly inReplyTo: string | null;
  readonly tries: number;
  /** JSON of the conversation's address. */
  readonly address: string | null;
}

/**
 * What may be sent now: per conversation only its oldest waiting statement, and of these only the
 * ones whose time has come, so that an unreachable customer never stands in another's way.
 */
export const dueStatements = async (
  store: Store,
  channel: string,
  now: Instant,
  limit: number,
): Promise<readonly Due[]> => (await dueRows(store, channel, now, limit)).map(toDue);

/** The statement that answers one message, if it still waits to be sent. */
export async function waitingReply(
  store: Store,
  conversation: string,
  message: string,
): Promise<Due | null> {
  const rows = await waitingIn(store, conversation);
  return rows.map(toDue).find(({ inReplyTo }) => inReplyTo === message) ?? null;
}

const toDue = (row: WaitingRow): Due => ({
  id: row.id,
  conversation: row.conversation_id,
  seq: row.seq,
  ...(JSON.parse(row.statement) as Pick<Due, 'statement' | 'inReplyTo'>),
  tries: row.tries,
  address: row.address,
});
