import { sql } from 'kysely';
import type { Store } from '../../store/store.js';

/** What a bundle is made of, read as it stands: damaged rows too are somebody's evidence. */

/** Entries with the events they commit to where those are still there, altered or not. */
export const entriesAsTheyLie = ({ evidence }: Store) =>
  evidence
    .selectFrom('ledger_entry')
    .leftJoin('event', (join) =>
      join
        .onRef('event.stream', '=', 'ledger_entry.stream')
        .onRef('event.seq', '=', 'ledger_entry.cseq'),
    )
    .select(['entry', 'event.seq', 'event.kind', 'event.at', 'event.actor'])
    .select(['event.body', 'event.salt']);

/** Entries of a stream up to `last`, with their events. */
export const readEntryLines = (store: Store, stream: string, last: number) =>
  entriesAsTheyLie(store)
    .select('leaf')
    .where('ledger_entry.stream', '=', stream)
    .where('ledger_entry.cseq', '<=', last)
    .orderBy('ledger_entry.cseq')
    .execute();

interface Latest {
  readonly stream: string;
  readonly kind: string;
  readonly size: number | null;
  readonly limit: number;
}

/**
 * The latest entries of one kind in a stream, latest first, within the first `size` leaves; null: also
 * what has no place in the tree yet.
 */
export const readLatest = ({ evidence }: Store, { stream, kind, size, limit }: Latest) =>
  evidence
    .selectFrom('event')
    .innerJoin('ledger_entry', (join) =>
      join
        .onRef('ledger_entry.stream', '=', 'event.stream')
        .onRef('ledger_entry.cseq', '=', 'event.seq'),
    )
    .select(['leaf', 'entry', 'event.seq', 'event.kind', 'event.at', 'event.actor'])
    .select(['event.body', 'event.salt'])
    .where('event.stream', '=', stream)
    .where('event.kind', '=', kind)
    .$if(size !== null, (query) => query.where('leaf', '<', size))
    .orderBy('event.seq', 'desc')
    .limit(limit)
    .execute();

/** Where a stream stands in the tree; undefined: nothing of it is there. */
export const findStreamHead = ({ db }: Store, stream: string) =>
  db
    .selectFrom('ledger_head')
    .select(['cseq', 'hash'])
    .where('stream', '=', stream)
    .executeTakeFirst();

/** Checkpoints below `size`, latest first. */
export const checkpointsBelow = ({ db }: Store, size: number, limit: number) =>
  db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note', 'cosignatures'])
    .where('size', '<', size)
    .orderBy('size', 'desc')
    .limit(limit)
    .execute();

/** Entries by their place in the tree, from `from` up to and without `to`. */
export const readLeaves = ({ db }: Store, from: number, to: number) =>
  db
    .selectFrom('ledger_entry')
    .select([sql<number>`leaf`.as('leaf'), 'entry'])
    .where('leaf', '>=', from)
    .where('leaf', '<', to)
    .orderBy('leaf')
    .execute();

/** The same with the events they commit to, as the database has them. */
export const readLeafLines = (store: Store, from: number, to: number) =>
  entriesAsTheyLie(store)
    .select([sql<number>`leaf`.as('leaf'), 'ledger_entry.stream', 'cseq', 'hash'])
    .where('leaf', '>=', from)
    .where('leaf', '<', to)
    .orderBy('leaf')
    .execute();

/** Which entry has this place in the tree. */
export const entryAtLeaf = ({ db }: Store, leaf: number) =>
  db
    .selectFrom('ledger_entry')
    .select(['stream', 'cseq'])
    .where('leaf', '=', leaf)
    .executeTakeFirst();

/** Signed notes of more leaves than `after` and of no more than `size`, the smallest first. */
export const notesAfter = ({ db }: Store, after: number, size: number, limit: number) =>
  db
    .selectFrom('ledger_checkpoint')
    .select(['size', 'note'])
    .where('size', '>', after)
    .where('size', '<=', size)
    .orderBy('size')
    .limit(limit)
    .execute();

/** Events after one, by stream and place; `cseq` null: no entry of the ledger commits to it. */
export const eventsBeside = (
  { db }: Store,
  after: { readonly stream: string; readonly seq: number },
  limit: number,
) =>
  db
    .selectFrom('event')
    .leftJoin('ledger_entry', (join) =>
      join
        .onRef('ledger_entry.stream', '=', 'event.stream')
        .onRef('ledger_entry.cseq', '=', 'event.seq'),
    )
    .select(['event.stream', 'event.seq', 'ledger_entry.cseq'])
    .where(({ eb, tuple, refTuple }) =>
      eb(refTuple('event.stream', 'event.seq'), '>', tuple(after.stream, after.seq)),
    )
    .orderBy('event.stream')
    .orderBy('event.seq')
    .limit(limit)
    .execute();

/** Streams that something was ever recorded in, as whoever writes them has it, by name. */
export const streamsBegun = ({ db }: Store, after: string, limit: number) =>
  db
    .selectFrom('stream_head')
    .select('stream')
    .where('stream', '>', after)
    .where('next_seq', '>', 1)
    .union(
      db
        .selectFrom('conversation')
        .select('id as stream')
        .where('id', '>', after)
        .where('next_seq', '>', 1),
    )
    .orderBy('stream')
    .limit(limit)
    .execute();
