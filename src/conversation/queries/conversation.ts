import { sql } from 'kysely';
import type { ConversationRow, InboxRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on the conversation's own tables. */

/**
 * Exactly the predicate of the partial index `inbox_pending`, as literals: with bound parameters
 * SQLite cannot see that the index holds every such row and reads the whole table.
 */
const isPending = sql<boolean>`inbox.state in ('new', 'taken')`;

export const findConversation = (store: Store, id: string): Promise<ConversationRow | undefined> =>
  store.db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst();

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

export const findInbox = (store: Store, channel: string, channelConv: string, activityId: string) =>
  store.db
    .selectFrom('inbox')
    .selectAll()
    .where('channel', '=', channel)
    .where('channel_conv', '=', channelConv)
    .where('activity_id', '=', activityId)
    .executeTakeFirst();

/** Messages that wait for a turn or are in one, oldest first. */
export const pendingInbox = (store: Store, conversationId: string) =>
  store.db
    .selectFrom('inbox')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where(isPending)
    .orderBy('seq')
    .execute();

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
    .values(row)
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

export const insertInbox = (store: Store, row: Omit<InboxRow, 'seq'>): Write => ({
  query: store.db
    .insertInto('inbox')
    .values(row)
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

export const moveAddress = (store: Store, id: string, address: string | null): Write => ({
  query: store.db.updateTable('conversation').set({ address }).where('id', '=', id).compile(),
});

/** Moves the head of a stream on, if it still stands where the caller read it. */
export const advanceHead = (
  store: Store,
  id: string,
  from: number,
  to: { nextSeq: number; headHash: string },
): Write => ({
  query: store.db
    .updateTable('conversation')
    .set({ next_seq: to.nextSeq, head_hash: to.headHash })
    .where('id', '=', id)
    .where('next_seq', '=', from)
    .compile(),
  rows: 1,
});

/**
 * The same, and gives the lease back; refused when another process has taken it (fence). The fence
 * moves on, so that whoever read the conversation before this cannot claim what is now done.
 */
export const finishTurnHead = (
  store: Store,
  id: string,
  fence: number,
  from: number,
  to: { nextSeq: number; headHash: string },
): Write => ({
  query: store.db
    .updateTable('conversation')
    .set({
      next_seq: to.nextSeq,
      head_hash: to.headHash,
      owner: null,
      lease_until: 0,
      fence: fence + 1,
    })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .where('next_seq', '=', from)
    .compile(),
  rows: 1,
});

export const claimLease = (
  store: Store,
  id: string,
  fence: number,
  owner: string,
  leaseMs: number,
): Write => ({
  query: store.db
    .updateTable('conversation')
    .set({
      owner,
      fence: fence + 1,
      lease_until: sql<number>`${store.clock} + cast(${leaseMs} as bigint)`,
    })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .where((eb) => eb.or([eb('owner', 'is', null), eb('lease_until', '<', store.clock)]))
    .compile(),
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

export const takeNewMessages = (store: Store, conversationId: string, turnId: string): Write => ({
  query: store.db
    .updateTable('inbox')
    .set({ state: 'taken', turn_id: turnId })
    .where('conversation_id', '=', conversationId)
    .where(isPending)
    .where('state', '=', 'new')
    .compile(),
});

export const markDone = (store: Store, conversationId: string, turnId: string): Write => ({
  query: store.db
    .updateTable('inbox')
    .set({ state: 'done' })
    .where('conversation_id', '=', conversationId)
    .where(isPending)
    .where('turn_id', '=', turnId)
    .compile(),
});
