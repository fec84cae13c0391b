import { sql } from 'kysely';
import type { ErasureRow } from '../../store/review-rows.js';
import type { Store, Unit, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `erasure`, and on what erasing and freezing touches. */

/** Asked once more for the same turn, it is the same case. */
export const insertErasure = ({ db }: Store, row: ErasureRow): Write => ({
  query: db
    .insertInto('erasure')
    .values(row)
    .onConflict((on) => on.doNothing())
    .compile(),
  rows: 1,
});

/** Moves a case on, if it still stands where the caller read it. */
export const moveErasure = ({ db }: Store, from: ErasureRow, to: ErasureRow): Write => ({
  query: db
    .updateTable('erasure')
    .set(to)
    .where('id', '=', from.id)
    .where('next_seq', '=', from.next_seq)
    .compile(),
  rows: 1,
});

export const findErasure = ({ db }: Store, id: string): Promise<ErasureRow | undefined> =>
  db.selectFrom('erasure').selectAll().where('id', '=', id).executeTakeFirst();

/** The one that is due first comes first. */
export const erasureRows = (
  { db }: Store,
  stages: readonly ErasureRow['stage'][],
  limit: number,
): Promise<ErasureRow[]> =>
  db
    .selectFrom('erasure')
    .selectAll()
    .where('stage', 'in', [...stages])
    .orderBy('due_day')
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Everything on record about a customer, by stream. */
export async function streamsOfCustomer({ db }: Store, customer: string) {
  const [conversations, proposals, moments, cases] = await Promise.all([
    db.selectFrom('conversation').select('id').where('customer_id', '=', customer).execute(),
    db.selectFrom('proposal').select('id').where('customer_id', '=', customer).execute(),
    db.selectFrom('moment').select('id').where('customer_id', '=', customer).execute(),
    db
      .selectFrom('customer_case')
      .select('id')
      .where('customer_id', '=', customer)
      // The request that is being answered is no part of what it is about.
      .where((eb) => eb.or([eb('matter', '=', 'complaint'), eb('stage', '=', 'closed')]))
      .execute(),
  ]);
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  return {
    conversations: ids(conversations),
    proposals: ids(proposals),
    moments: ids(moments),
    cases: ids(cases),
  };
}

/** What can be told of a stream without a word of it; undefined: it is empty. */
export async function streamSummary({ db }: Store, stream: string) {
  const kinds = await db
    .selectFrom('event')
    .select(({ fn }) => ['kind', fn.max<number>('at').as('last')])
    .where('stream', '=', stream)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  const tools = await db
    .selectFrom('tool_call')
    .innerJoin('attempt', 'attempt.turn_id', 'tool_call.turn_id')
    .select('tool_call.name')
    .distinct()
    .where('attempt.conversation_id', '=', stream)
    .orderBy('tool_call.name')
    .execute();
  const open = await db
    .selectFrom('customer_case')
    .select('id')
    .where('id', '=', caseIn(stream))
    .where('stage', '!=', 'closed')
    .executeTakeFirst();
  const handoff = await db
    .selectFrom('handoff')
    .select('stage')
    .where('conversation_id', '=', stream)
    .executeTakeFirst();
  return {
    kinds: kinds.map(({ kind }) => kind),
    last: Math.max(0, ...kinds.map(({ last }) => last)),
    tools: tools.map(({ name }) => name),
    handoff: handoff?.stage ?? 'none',
    isOpenCase: open !== undefined,
  };
}

/** Where the last entry stands whose words still lie there; 0: there is none. */
export async function lastWord({ db }: Store, stream: string): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select(({ fn }) => fn.max<number>('seq').as('seq'))
    .where('stream', '=', stream)
    .where('body', 'is not', null)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** Conversations opened before `before`, by id, after `after`; the frozen among them too. */
export const oldConversations = ({ db }: Store, before: Instant, after: string, limit: number) =>
  db
    .selectFrom('conversation')
    .select(['id', 'customer_id'])
    .where('id', '>', after)
    .where('opened_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute();

/** The same of complaints and requests. */
export const oldCases = ({ db }: Store, before: Instant, after: string, limit: number) =>
  db
    .selectFrom('customer_case')
    .select(['id', 'customer_id'])
    .where('id', '>', after)
    .where('opened_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute();

/** Whether a case about this stream is under way. */
export const openCaseOf = ({ db }: Store, conversation: string) =>
  db
    .selectFrom('erasure')
    .select('id')
    .where('conversation_id', '=', conversation)
    .where('why', '=', 'term')
    .where('stage', 'in', ['open', 'proposed', 'approved'])
    .executeTakeFirst();

/** The words of a stream, which nobody could open any more, and all that was made of them. */
export const eraseStream = (store: Store, stream: string, at: Instant): Unit => {
  const { db } = store;
  const turns = db.selectFrom('attempt').select('turn_id').where('conversation_id', '=', stream);
  const words = { body: null, salt: null };
  return [
    db.updateTable('event').set(words).where('stream', '=', stream),
    db.deleteFrom('tool_call').where('turn_id', 'in', turns),
    db.deleteFrom('attempt').where('conversation_id', '=', stream),
    db.deleteFrom('inbox').where('conversation_id', '=', stream),
    db.deleteFrom('outbox').where('conversation_id', '=', stream),
    // Its name is the hash of a file: somebody who has the file could tell that it was here.
    db.deleteFrom('attachment').where('conversation_id', '=', stream),
    db.updateTable('service').set({ customer_id: null }).where('conversation_id', '=', stream),
    db.updateTable('conversation').set({ customer_id: null }).where('id', '=', stream),
    db.deleteFrom('inspection').where('conversation_id', '=', stream),
    db.deleteFrom('finding').where('conversation_id', '=', stream),
    db.deleteFrom('review_item').where('conversation_id', '=', stream),
    db.deleteFrom('coaching_note').where('conversation_id', '=', stream),
    db.deleteFrom('moment').where(sql<string>`'moment:' || id`, '=', stream),
    db.deleteFrom('proposal').where(sql<string>`'proposal:' || id`, '=', stream),
    db.deleteFrom('customer_case').where('id', '=', caseIn(stream)),
  ]
    .map((query): Write => ({ query: query.compile() }))
    .concat(sealOff(store, stream, at));
};

/**
 * 停止除存储和采取必要安全保护措施之外的处理: the stream stays for whoever must prove something,
 * and nobody else comes across it. What is derived of it goes at once.
 */
export const sealOff = ({ db }: Store, stream: string, at: Instant): Unit =>
  [
    db.deleteFrom('message').where('conversation_id', '=', stream),
    db.deleteFrom('handoff').where('conversation_id', '=', stream),
    // Nobody answers what waits there any more.
    db.updateTable('inbox').set({ state: 'done' }).where('conversation_id', '=', stream),
    db
      .updateTable('conversation')
      // An IM channel goes on under the same name: its next message opens another conversation.
      .set({ channel_conv: sql<string>`'closed:' || id`, restricted_at: at, closed_at: at })
      .set({ address: null })
      .set(({ eb }) => ({ owner: null, lease_until: 0, fence: eb('fence', '+', 1) }))
      .where('id', '=', stream),
    db
      .updateTable('proposal')
      .set({ restricted_at: at })
      .where(sql<string>`'proposal:' || id`, '=', stream),
    // After the conversation was marked: what the index was just being given waits for that, and goes.
    db.deleteFrom('search_entry').where('conversation_id', '=', stream),
    db.updateTable('customer_case').set({ restricted_at: at }).where('id', '=', caseIn(stream)),
  ].map((query) => ({ query: query.compile() }));

/** The case whose stream it is; of any other stream, no case's id. */
const caseIn = (stream: string): string => stream.replace(/^(complaint|rights):/, '');

/** What key moments found about a customer is derived of other facts, and found again where it still holds. */
export const forgetMoments = ({ db }: Store, customer: string): Write => ({
  query: db.deleteFrom('moment').where('customer_id', '=', customer).compile(),
});

/** Searches that somebody of ours kept and that name a customer, who is not to be found by them any more. */
export async function forgetSearches(
  { db }: Store,
  customer: { readonly id: string; readonly name: string | null },
): Promise<readonly Write[]> {
  const kept = await db.selectFrom('saved_search').select(['id', 'name', 'query']).execute();
  const naming = kept.filter(({ name, query }) => isNamed(customer, `${name} ${query}`));
  return naming.map(({ id }) => ({
    query: db.deleteFrom('saved_search').where('id', '=', id).compile(),
  }));
}

/** By the whole id: C1 is not C1003. */
const isNamed = (
  { id, name }: { readonly id: string; readonly name: string | null },
  words: string,
): boolean => words.split(/[^\w-]+/).includes(id) || (name !== null && words.includes(name));

/** Answers kept for callers that repeat themselves may quote anybody. */
export const forgetAnswers = ({ db }: Store): Write => ({
  query: db.updateTable('idempotency').set({ answer: null }).compile(),
});
