import type { EventRow, LedgerEntryRow, MessageRow } from '../../store/schema.js';
import { allRows, prepared } from '../../store/prepared.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on `event`, `ledger_entry` and their projection `message`. */

const eventRow = prepared(({ db }, row: EventRow) => db.insertInto('event').values(row));
const ledgerRow = prepared(({ db }, row: LedgerEntryRow) =>
  db.insertInto('ledger_entry').values(row),
);
const messageRow = prepared(({ db }, row: MessageRow) => db.insertInto('message').values(row));

export const insertEvent = (store: Store, row: EventRow): Write => ({
  query: eventRow(store, row),
});

export const insertLedgerEntry = (store: Store, row: LedgerEntryRow): Write => ({
  query: ledgerRow(store, row),
});

export const insertMessage = (store: Store, row: MessageRow): Write => ({
  query: messageRow(store, row),
});

const eventsAfter = prepared(({ db }, given: { stream: string; after: number; limit: number }) =>
  db
    .selectFrom('event')
    .select(['seq', 'kind', 'at', 'actor', 'body'])
    .where('stream', '=', given.stream)
    .where('seq', '>', given.after)
    .orderBy('seq')
    .limit(given.limit),
);

/** Events after `after`, in order, at most `limit`. */
export const readEvents = (store: Store, stream: string, after = 0, limit = 100_000) =>
  allRows(store, eventsAfter(store, { stream, after, limit }));

const utterancesBefore = prepared(({ db }, given: { id: string; before: number; limit: number }) =>
  db
    .selectFrom('message')
    .select(['role', 'text'])
    .where('conversation_id', '=', given.id)
    .where('seq', '<', given.before)
    .orderBy('seq', 'desc')
    .limit(given.limit),
);

/** The last `limit` utterances up to and without `before`, oldest first. */
export async function readUtterances(store: Store, id: string, before: number, limit: number) {
  const rows = await allRows(store, utterancesBefore(store, { id, before, limit }));
  return rows.reverse();
}
