import type { Store, Write } from '../store/store.js';
import type { Statement } from '../terms/statement.js';
import type { Instant } from '../terms/time.js';
import { activityId } from './activity-id.js';

/** A statement on its way to a channel that must be sent to; its id is stable over all tries. */
export interface OutboxEntry {
  readonly conversation: string;
  readonly seq: number;
  readonly channel: string;
  readonly statement: Statement;
  readonly inReplyTo: string | null;
}

export function enqueue(store: Store, entry: OutboxEntry, now: Instant): Write {
  const query = store.db
    .insertInto('outbox')
    .values({
      id: activityId(entry.conversation, entry.seq),
      conversation_id: entry.conversation,
      seq: entry.seq,
      channel: entry.channel,
      statement: JSON.stringify({ statement: entry.statement, inReplyTo: entry.inReplyTo }),
      state: 'waiting',
      tries: 0,
      next_at: now,
      last_error: null,
    })
    .compile();
  return { query };
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

/** Statements that wait to be sent, each with where it goes. */
const waiting = ({ db }: Store) =>
  db
    .selectFrom('outbox')
    .innerJoin('conversation', 'conversation.id', 'outbox.conversation_id')
    .select([
      'outbox.id',
      'outbox.conversation_id',
      'outbox.seq',
      'outbox.statement',
      'outbox.tries',
      'conversation.address',
    ])
    .where('outbox.state', '=', 'waiting');

/**
 * What may be sent now: per conversation only its oldest waiting statement, and of these only the
 * ones whose time has come, so that an unreachable customer never stands in another's way.
 */
export async function dueStatements(
  store: Store,
  channel: string,
  now: Instant,
  limit: number,
): Promise<readonly Due[]> {
  const rows = await waiting(store)
    .where('outbox.channel', '=', channel)
    .where('outbox.next_at', '<=', now)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.conversation_id', '=', 'outbox.conversation_id')
            .whereRef('earlier.seq', '<', 'outbox.seq')
            .where('earlier.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('outbox.next_at')
    .orderBy('outbox.id')
    .limit(limit)
    .execute();
  return rows.map(toDue);
}

/** The statement that answers one message, if it still waits to be sent. */
export async function waitingReply(
  store: Store,
  conversation: string,
  message: string,
): Promise<Due | null> {
  const rows = await waiting(store).where('outbox.conversation_id', '=', conversation).execute();
  return rows.map(toDue).find(({ inReplyTo }) => inReplyTo === message) ?? null;
}

interface DueRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly seq: number;
  readonly statement: string;
  readonly tries: number;
  readonly address: string | null;
}

const toDue = (row: DueRow): Due => ({
  id: row.id,
  conversation: row.conversation_id,
  seq: row.seq,
  ...(JSON.parse(row.statement) as Pick<Due, 'statement' | 'inReplyTo'>),
  tries: row.tries,
  address: row.address,
});

export const markOutbox = (
  store: Store,
  id: string,
  to: { state: 'waiting' | 'sent' | 'dead'; tries: number; next_at: Instant; error: string | null },
): Write => ({
  query: store.db
    .updateTable('outbox')
    .set({ state: to.state, tries: to.tries, next_at: to.next_at, last_error: to.error })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .compile(),
  rows: 1,
});
