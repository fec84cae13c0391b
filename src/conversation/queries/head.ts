import type { Store, Write } from '../../store/store.js';
import type { Head } from '../stream.js';

/** Every statement on `stream_head`: where streams stand that have no row of their own. */

/** Null: nothing has happened in it yet. */
export async function findHead({ db }: Store, stream: string): Promise<Head | null> {
  const row = await db
    .selectFrom('stream_head')
    .select(['next_seq', 'head_hash'])
    .where('stream', '=', stream)
    .executeTakeFirst();
  return row ? { nextSeq: row.next_seq, headHash: row.head_hash } : null;
}

/** Moves a head on from where the caller read it, or begins the stream; a conflict when it moved. */
export const moveHead = (store: Store, stream: string, from: Head | null, to: Head): Write =>
  from === null ? insertHead(store, stream, to) : updateHead(store, stream, from, to);

const insertHead = ({ db }: Store, stream: string, to: Head): Write => ({
  query: db
    .insertInto('stream_head')
    .values({ stream, next_seq: to.nextSeq, head_hash: to.headHash })
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

const updateHead = ({ db }: Store, stream: string, from: Head, to: Head): Write => ({
  query: db
    .updateTable('stream_head')
    .set({ next_seq: to.nextSeq, head_hash: to.headHash })
    .where('stream', '=', stream)
    .where('next_seq', '=', from.nextSeq)
    .compile(),
  rows: 1,
});
