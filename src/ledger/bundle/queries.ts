import { sql } from 'kysely';
import type { Store } from '../../store/store.js';

/** What a bundle is made of, read as it stands: damaged rows too are somebody's evidence. */

/** Entries of a stream up to `last`, with the events they commit to where those are still there. */
export const readEntryLines = ({ evidence }: Store, stream: string, last: number) =>
  evidence
    .selectFrom('ledger_entry')
    .leftJoin('event', (join) =>
      join
        .onRef('event.stream', '=', 'ledger_entry.stream')
        .onRef('event.seq', '=', 'ledger_entry.cseq'),
    )
    .select(['leaf', 'entry', 'event.seq', 'event.kind', 'event.at', 'event.actor'])
    .select(['event.body', 'event.salt'])
    .where('ledger_entry.stream', '=', stream)
    .where('ledger_entry.cseq', '<=', last)
    .orderBy('ledger_entry.cseq')
    .execute();

/** The latest entries of one kind in a stream, latest first, within the first `size` leaves. */
export const readLatest = (
  { evidence }: Store,
  { stream, kind, size, limit }: { stream: string; kind: string; size: number; limit: number },
) =>
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
    .where('leaf', '<', size)
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
