import type { Store, Write } from '../store/store.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { activityId } from './activity-id.js';
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
