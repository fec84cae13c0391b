import type { OutboxRow } from '../../store/schema.js';
import { keptColumns, keptRow } from '../../store/sealed-tables.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** A statement that waits to be sent, with where it goes. */
export interface WaitingRow extends Pick<
  OutboxRow,
  'id' | 'conversation_id' | 'seq' | 'statement' | 'tries'
> {
  /** JSON of the conversation's address. */
  readonly address: string | null;
}

export const insertOutbox = ({ db }: Store, row: OutboxRow): Write => ({
  query: db.insertInto('outbox').values(keptRow('outbox', row)).compile(),
});

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

export const waitingIn = (store: Store, conversation: string): Promise<WaitingRow[]> =>
  waiting(store).where('outbox.conversation_id', '=', conversation).execute();

/** Of each conversation the oldest waiting statement, if its time has come. */
export const dueRows = (
  store: Store,
  channel: string,
  now: Instant,
  limit: number,
): Promise<WaitingRow[]> =>
  waiting(store)
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

/** Refused when the statement does not wait any more. */
export const markOutbox = (
  { db }: Store,
  { id, conversation }: { readonly id: string; readonly conversation: string },
  to: { state: OutboxRow['state']; tries: number; next_at: Instant; error: string | null },
): Write => ({
  query: db
    .updateTable('outbox')
    .set({ state: to.state, tries: to.tries, next_at: to.next_at })
    .set(keptColumns('outbox', { id, last_error: to.error }, conversation))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .compile(),
  rows: 1,
});
