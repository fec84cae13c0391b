import { sql } from 'kysely';
import { allRows, firstRow, prepared } from '../../store/prepared.js';
import type { ConversationRow, InboxRow, Sealed } from '../../store/schema.js';
import { keptColumns, keptRow } from '../../store/sealed-tables.js';
import type { KeptRow } from '../../store/kept.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on the conversation's own tables. */

/**
 * Exactly the predicate of the partial index `inbox_pending`, as literals: with bound parameters
 * SQLite cannot see that the index holds every such row and reads the whole table.
 */
const isPending = sql<boolean>`inbox.state in ('new', 'taken')`;

const conversationById = prepared(({ db }, { id }: { id: string }) =>
  db
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    // What is frozen is found by nobody on an ordinary way.
    .where('restricted_at', 'is', null),
);

export const findConversation = (store: Store, id: string): Promise<ConversationRow | undefined> =>
  firstRow(store, conversationById(store, { id }));

export const findByChannel = (
  store: Store,
  channel: string,
  channelConv: string,
): Promise<ConversationRow | undefined> =>
  store.db
    .selectFrom('conversation')
    .selectAll()
    .where('channel', '=', channel)
    .where('channel_conv', '=', channelConv)
    .executeTakeFirst();

/** The one a customer opened last and that is still open, on none of the channels `besides`. */
export const latestConversation = (
  store: Store,
  customer: string,
  besides: readonly string[],
): Promise<ConversationRow | undefined> =>
  openOf(store, customer).where('channel', 'not in', besides).executeTakeFirst();

/** The latest they opened on one channel, of what is open. */
export const latestOn = (
  store: Store,
  customer: string,
  channel: string,
): Promise<ConversationRow | undefined> =>
  openOf(store, customer).where('channel', '=', channel).executeTakeFirst();

const openOf = ({ db }: Store, customer: string) =>
  db
    .selectFrom('conversation')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('closed_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(1);

export const findInbox = (store: Store, channel: string, channelConv: string, activityId: string) =>
  store.db
    .selectFrom('inbox')
    .selectAll()
    .where('channel', '=', channel)
    .where('channel_conv', '=', channelConv)
    .where('activity_id', '=', activityId)
    .executeTakeFirst();

const pendingOf = prepared(({ db }, { id }: { id: string }) =>
  db
    .selectFrom('inbox')
    .select(['event_seq', 'state', 'turn_id'])
    .where('conversation_id', '=', id)
    .where(isPending)
    .orderBy('seq'),
);

/** Messages that wait for a turn or are in one, oldest first. */
export const pendingInbox = (store: Store, id: string) => allRows(store, pendingOf(store, { id }));

/** Conversations with waiting messages whose lease is free or has run out, oldest message first. */
export const unattended = (store: Store, limit: number) =>
  store.db
    .selectFrom('inbox')
    .innerJoin('conversation', 'conversation.id', 'inbox.conversation_id')
    .select(['inbox.conversation_id as id', sql<number>`min(inbox.seq)`.as('oldest')])
    .where(isPending)
    .where((eb) =>
      eb.or([
        eb('conversation.owner', 'is', null),
        eb('conversation.lease_until', '<', store.clock),
      ]),
    )
    .groupBy('inbox.conversation_id')
    .orderBy('oldest')
    .limit(limit)
    .execute();

export const insertConversation = (store: Store, row: ConversationRow): Write => ({
  query: store.db
    .insertInto('conversation')
    .values(keptRow('conversation', row))
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

const inboxRow = prepared(({ db }, row: Omit<KeptRow<InboxRow, Sealed['inbox']>, 'seq'>) =>
  db
    .insertInto('inbox')
    .values(row)
    .onConflict((c) => c.doNothing()),
);

export const insertInbox = (store: Store, row: Omit<InboxRow, 'seq'>): Write => ({
  query: inboxRow(store, keptRow('inbox', row)),
  rows: 1,
});

export const moveAddress = (store: Store, id: string, address: string | null): Write => ({
  query: store.db
    .updateTable('conversation')
    .set(keptColumns('conversation', { id, address }))
    .where('id', '=', id)
    .compile(),
});

/** Where a stream stood when the caller read it, and where it then stands. */
export interface Move {
  readonly id: string;
  readonly from: number;
  readonly nextSeq: number;
  readonly headHash: string;
}

const headMoved = prepared(({ db }, { id, from, nextSeq, headHash }: Move) =>
  db
    .updateTable('conversation')
    .set({ next_seq: nextSeq, head_hash: headHash })
    .where('id', '=', id)
    .where('next_seq', '=', from),
);

/** Moves the head of a stream on, if it still stands where the caller read it. */
export const advanceHead = (
  store: Store,
  id: string,
  from: number,
  to: { nextSeq: number; headHash: string },
): Write => ({ query: headMoved(store, { id, from, ...to }), rows: 1 });

const turnFinished = prepared(
  ({ db }, given: Move & { fence: number; nextFence: number; epoch: number }) =>
    db
      .updateTable('conversation')
      .set({
        next_seq: given.nextSeq,
        head_hash: given.headHash,
        owner: null,
        lease_until: 0,
        fence: given.nextFence,
      })
      .where('id', '=', given.id)
      .where('fence', '=', given.fence)
      .where('epoch', '=', given.epoch)
      .where('next_seq', '=', given.from),
);

/**
 * Moves the head as `advanceHead` does and gives the lease back; refused when another process has
 * taken it (fence), or the pen has moved (epoch). The fence moves on, so that whoever read the
 * conversation before this cannot claim what is now done.
 */
export const finishTurnHead = (
  store: Store,
  id: string,
  held: { readonly fence: number; readonly epoch: number },
  from: number,
  to: { nextSeq: number; headHash: string },
): Write => ({
  query: turnFinished(store, { id, from, ...to, ...held, nextFence: held.fence + 1 }),
  rows: 1,
});

/** Gives the pen to another hand. Whatever turn runs under the old one loses its lease (D2). */
export const movePen = (
  { db }: Store,
  id: string,
  from: number,
  to: Pick<ConversationRow, 'pen' | 'epoch'>,
): Write => ({
  query: db
    .updateTable('conversation')
    .set((eb) => ({ ...to, owner: null, lease_until: 0, fence: eb('fence', '+', 1) }))
    .where('id', '=', id)
    .where('epoch', '=', from)
    .compile(),
  rows: 1,
});

const leaseClaimed = prepared(
  (
    { db, clock },
    given: { id: string; fence: number; nextFence: number; owner: string; leaseMs: number },
  ) =>
    db
      .updateTable('conversation')
      .set({
        owner: given.owner,
        fence: given.nextFence,
        lease_until: sql<number>`${clock} + cast(${given.leaseMs} as bigint)`,
      })
      .where('id', '=', given.id)
      .where('fence', '=', given.fence)
      .where((eb) => eb.or([eb('owner', 'is', null), eb('lease_until', '<', clock)])),
);

export const claimLease = (
  store: Store,
  id: string,
  fence: number,
  owner: string,
  leaseMs: number,
): Write => ({
  query: leaseClaimed(store, { id, fence, nextFence: fence + 1, owner, leaseMs }),
  rows: 1,
});

export const renewLease = (store: Store, id: string, fence: number, leaseMs: number): Write => ({
  query: store.db
    .updateTable('conversation')
    .set({ lease_until: sql<number>`${store.clock} + cast(${leaseMs} as bigint)` })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .compile(),
  rows: 1,
});

/** Gives a lease back without a reply, so that another attempt may start at once. */
export const releaseLease = (store: Store, id: string, fence: number): Write => ({
  query: store.db
    .updateTable('conversation')
    .set({ owner: null, lease_until: 0 })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .compile(),
});

/** On SQLite a new process knows that every earlier owner of the file is gone. */
export const releaseAllLeases = (store: Store): Write => ({
  query: store.db
    .updateTable('conversation')
    .set((eb) => ({ owner: null, lease_until: 0, fence: eb('fence', '+', 1) }))
    .where('owner', 'is not', null)
    .compile(),
});

interface OfTurn {
  readonly conversation: string;
  readonly turn: string;
}

const newTaken = prepared(({ db }, { conversation, turn }: OfTurn) =>
  db
    .updateTable('inbox')
    .set({ state: 'taken', turn_id: turn })
    .where('conversation_id', '=', conversation)
    .where(isPending)
    .where('state', '=', 'new'),
);

export const takeNewMessages = (store: Store, conversation: string, turn: string): Write => ({
  query: newTaken(store, { conversation, turn }),
});

const takenDone = prepared(({ db }, { conversation, turn }: OfTurn) =>
  db
    .updateTable('inbox')
    .set({ state: 'done' })
    .where('conversation_id', '=', conversation)
    .where(isPending)
    .where('turn_id', '=', turn),
);

export const markDone = (store: Store, conversation: string, turn: string): Write => ({
  query: takenDone(store, { conversation, turn }),
});
