import { sql } from 'kysely';
import type { Store, Unit, Write } from '../../../store/store.js';
import type { Instant } from '../../../terms/time.js';
import { idFrom } from './entry-ids.js';

/** Every statement that writes `search_entry` and its index. */

export interface NewEntry {
  readonly conversation: string;
  readonly seq: number;
  readonly at: Instant;
  readonly tokens: ReadonlySet<string>;
}

/**
 * Indexed once, and only while its conversation is in ordinary use: who freezes it waits for this, or
 * this finds it frozen.
 */
export function insertEntry(
  { db, dialect }: Store,
  { conversation, seq, at, tokens }: NewEntry,
): Write {
  const base = sql<number>`cast(${idFrom(at)} as bigint)`;
  // Where a second has more than its room, the rest stands in the next one's.
  const next = sql<number>`case
    when not exists (select 1 from search_entry where id = ${base}) then ${base}
    else (select e.id + 1 from search_entry e where e.id >= ${base}
      and not exists (select 1 from search_entry n where n.id = e.id + 1)
      order by e.id limit 1) end`;
  const shared = dialect === 'postgres' ? sql`for share` : sql``;
  const query = sql`insert into search_entry (id, conversation_id, seq, tokens)
    select ${next}, id, ${sql<number>`cast(${seq} as bigint)`}, ${` ${[...tokens].join(' ')} `} from conversation
    where id = ${conversation} and restricted_at is null ${shared} on conflict do nothing`;
  return { query: query.compile(db) };
}

/** Takes everything out of the index. */
export function clearEntries({ db, dialect }: Store): Unit {
  const unit =
    dialect === 'postgres'
      ? [sql`truncate search_entry`]
      : [
          // Row by row it would take minutes.
          sql`drop trigger search_entry_gone`,
          sql`delete from search_entry`,
          sql`insert into search_words(search_words) values ('delete-all')`,
          sql`create trigger search_entry_gone after delete on search_entry begin
            insert into search_words(search_words, rowid, tokens)
            values ('delete', old.id, old.tokens); end`,
        ];
  return unit.map((one) => ({ query: one.compile(db) }));
}

/** Entries of conversations that the ledger's tree took in after a leaf, in the tree's order. */
export const entriesAfter = ({ db }: Store, leaf: number, limit: number) =>
  db
    .selectFrom('ledger_entry')
    .innerJoin('event', (join) =>
      join
        .onRef('event.stream', '=', 'ledger_entry.stream')
        .onRef('event.seq', '=', 'ledger_entry.cseq'),
    )
    .leftJoin('conversation', 'conversation.id', 'event.stream')
    .select(['ledger_entry.leaf', 'event.stream', 'event.seq', 'event.kind', 'event.at'])
    .select(['event.body', 'conversation.channel', 'conversation.customer_id'])
    .where('ledger_entry.leaf', '>', leaf)
    .orderBy('ledger_entry.leaf')
    .limit(limit)
    .execute();
