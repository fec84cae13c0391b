import type { Insertable } from 'kysely';
import { allRows, prepared } from '../../store/prepared.js';
import type { LedgerEntryRow } from '../../store/ledger-rows.js';
import type { EventRow, MessageRow, Sealed } from '../../store/schema.js';
import { keptRow } from '../../store/sealed-tables.js';
import type { KeptRow } from '../../store/kept.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `event`, `ledger_entry` and their projection `message`. */

const eventRow = prepared(({ db }, row: KeptRow<EventRow, Sealed['event']>) =>
  db.insertInto('event').values(row),
);
const ledgerRow = prepared(({ db }, row: Insertable<LedgerEntryRow>) =>
  db.insertInto('ledger_entry').values(row),
);
const messageRow = prepared(({ db }, row: KeptRow<MessageRow, Sealed['message']>) =>
  db.insertInto('message').values(row),
);

export const insertEvent = (store: Store, row: EventRow): Write => ({
  query: eventRow(store, keptRow('event', row)),
});

export const insertLedgerEntry = (store: Store, row: Insertable<LedgerEntryRow>): Write => ({
  query: ledgerRow(store, row),
});

export const insertMessage = (store: Store, row: MessageRow): Write => ({
  query: messageRow(store, keptRow('message', row)),
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

interface Stretch {
  readonly after: number;
  readonly before: number;
  readonly limit: number;
}

const utterancesBetween = prepared(({ db }, given: Stretch & { id: string }) =>
  db
    .selectFrom('message')
    .select(['role', 'text'])
    .where('conversation_id', '=', given.id)
    .where('seq', '>', given.after)
    .where('seq', '<', given.before)
    .orderBy('seq', 'desc')
    .limit(given.limit),
);

/** The last `limit` utterances between two places of the record, oldest first. */
export async function readUtterances(store: Store, id: string, stretch: Stretch) {
  const rows = await allRows(store, utterancesBetween(store, { id, ...stretch }));
  return rows.reverse();
}

/** The latest event of a kind in any conversation of a customer; undefined: there is none. */
export const latestOfKind = (
  { db }: Pick<Store, 'db'>,
  customer: string,
  kind: string,
  since: Instant,
) =>
  db
    .selectFrom('event')
    .innerJoin('conversation', 'conversation.id', 'event.stream')
    .select(['event.at', 'event.body'])
    .where('conversation.customer_id', '=', customer)
    .where('conversation.restricted_at', 'is', null)
    .where('event.kind', '=', kind)
    .where('event.at', '>=', since)
    .where('event.body', 'is not', null)
    .orderBy('event.at', 'desc')
    .limit(1)
    .executeTakeFirst();
