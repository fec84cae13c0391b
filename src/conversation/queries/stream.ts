import type { EventRow, LedgerEntryRow, MessageRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on `event`, `ledger_entry` and their projection `message`. */

export const insertEvent = ({ db }: Store, row: EventRow): Write => ({
  query: db.insertInto('event').values(row).compile(),
});

export const insertLedgerEntry = ({ db }: Store, row: LedgerEntryRow): Write => ({
  query: db.insertInto('ledger_entry').values(row).compile(),
});

export const insertMessage = ({ db }: Store, row: MessageRow): Write => ({
  query: db.insertInto('message').values(row).compile(),
});

/** Events after `after`, in order, at most `limit`. */
export const readEvents = (store: Store, stream: string, after = 0, limit = 100_000) =>
  store.db
    .selectFrom('event')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();

/** The last `limit` utterances up to and without `before`, oldest first. */
export async function readUtterances(store: Store, id: string, before: number, limit: number) {
  const rows = await store.db
    .selectFrom('message')
    .select(['role', 'text'])
    .where('conversation_id', '=', id)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}
