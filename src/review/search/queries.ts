import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Store } from '../../store/store.js';
import { secondOf } from './index/entry-ids.js';

/** Every statement that looks for entries, and for what they are picked by. */

const whole = (value: number): RawBuilder<number> => sql`cast(${value} as bigint)`;

/** Of each list at least one, of that one every token. */
export type TokenTest = readonly (readonly (readonly string[])[])[];

export interface CandidateQuery {
  readonly tokens: TokenTest;
  /** Ids of entries, both ends included. */
  readonly from: number;
  readonly through: number;
  readonly rule: string | null;
  readonly verdict: string | null;
  /** What is looked through first: the fewest. */
  readonly first: 'words' | 'findings' | 'verdicts';
}

/** Entries that may be meant, the latest first, with all that is wanted to see whether they are. */
export function candidates(store: Store, query: CandidateQuery, limit: number) {
  const picked = sql<{ id: number }>`${pickedBy(store, query, limit)} limit ${limit}`;
  return store.db
    .selectFrom('search_entry')
    .innerJoin('event', (join) =>
      join
        .onRef('event.stream', '=', 'search_entry.conversation_id')
        .onRef('event.seq', '=', 'search_entry.seq'),
    )
    .innerJoin('conversation', 'conversation.id', 'search_entry.conversation_id')
    .leftJoin('review_item', 'review_item.conversation_id', 'search_entry.conversation_id')
    .select(['search_entry.id', 'event.stream', 'event.seq', 'event.kind', 'event.at'])
    .select(['event.body', 'conversation.channel', 'conversation.customer_id'])
    .select(['conversation.restricted_at', 'review_item.verdict'])
    .where('search_entry.id', 'in', sql<number>`(select id from (${picked}) as picked)`)
    .orderBy('search_entry.id', 'desc')
    .execute();
}

const PICK = {
  words: pickWords,
  findings: pickFindings,
  verdicts: pickVerdicts,
} as const;

const pickedBy = (store: Store, query: CandidateQuery, limit: number): RawBuilder<unknown> =>
  PICK[query.first](store, query, limit);

function pickWords({ dialect }: Store, query: CandidateQuery, limit: number): RawBuilder<unknown> {
  const { tokens, from, through } = query;
  const rest = and([hasFinding(query), hasVerdict(query)]);
  if (dialect === 'postgres' && hasPhrase(tokens)) return nearFirst(query, rest, limit);
  if (tokens.length === 0 || dialect === 'postgres') {
    return sql`select e.id from search_entry e where e.id between ${whole(from)} and ${whole(through)}
      and ${inArray(tokens)} and ${rest} order by e.id desc`;
  }
  return sql`select w.rowid as id from search_words w
    cross join search_entry e on e.id = w.rowid
    where search_words match ${matchOf(tokens)}
    and w.rowid between ${whole(from)} and ${whole(through)} and ${rest} order by w.rowid desc`;
}

/** Hashes of neighbours, which stand together wherever one of them does. */
const hasPhrase = (tokens: TokenTest): boolean =>
  tokens.some((any) => any.some((all) => all.length > 1));

/** So many of the latest are read through before the index is asked. */
const NEAR = 3_000;

/**
 * What is common is found among the latest: PostgreSQL takes neighbouring hashes for independent ones,
 * expects few rows of them, and would fetch and sort every entry with a phrase that one in twenty has.
 */
function nearFirst(
  { tokens, from, through }: CandidateQuery,
  rest: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  const span = sql`id between ${whole(from)} and ${whole(through)}`;
  return sql`with latest as materialized (
      select id, conversation_id, seq, tokens from search_entry
      where ${span} order by id desc limit ${whole(NEAR)}),
    near as materialized (
      select e.id from latest e where ${inText(tokens)} and ${rest}
      order by e.id desc limit ${whole(limit)})
    select id from near where (select count(*) from near) >= ${whole(limit)}
    union all (select e.id from search_entry e
      where ${span} and ${inArray(tokens)} and ${rest}
      and (select count(*) from near) < ${whole(limit)}
      order by e.id desc limit ${whole(limit)})`;
}

/** `said_at` and the id run the same way, so that the index on the one gives the order of the other. */
function pickFindings(_: Store, query: CandidateQuery): RawBuilder<unknown> {
  const { rule, from, through, tokens } = query;
  return sql`select e.id from finding f cross join search_entry e
    where f.rule = ${rule} and f.stands = 1
    and f.said_at between ${whole(secondOf(from))} and ${whole(secondOf(through) + 999)}
    and e.conversation_id = f.conversation_id and e.seq = f.seq
    and e.id between ${whole(from)} and ${whole(through)}
    and ${inText(tokens)} and ${hasVerdict(query)}
    group by f.said_at, e.id order by f.said_at desc, e.id desc`;
}

function pickVerdicts(_: Store, query: CandidateQuery): RawBuilder<unknown> {
  const { verdict, from, through, tokens } = query;
  return sql`select e.id from review_item v cross join search_entry e
    where v.verdict = ${verdict} and e.conversation_id = v.conversation_id
    and e.id between ${whole(from)} and ${whole(through)}
    and ${inText(tokens)} and ${hasFinding(query)} order by e.id desc`;
}

const TRUE = sql`1 = 1`;
const and = (tests: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  tests.length === 0 ? TRUE : sql`(${sql.join(tests, sql` and `)})`;
const or = (tests: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`(${sql.join(tests, sql` or `)})`;

const hasFinding = ({ rule }: CandidateQuery): RawBuilder<unknown> =>
  rule === null
    ? TRUE
    : sql`exists (select 1 from finding f where f.conversation_id = e.conversation_id
        and f.rule = ${rule} and f.seq = e.seq and f.stands = 1)`;

const hasVerdict = ({ verdict }: CandidateQuery): RawBuilder<unknown> =>
  verdict === null
    ? TRUE
    : sql`exists (select 1 from review_item v
        where v.conversation_id = e.conversation_id and v.verdict = ${verdict})`;

/** FTS5's own words; hashes have no sign that means anything there. */
const matchOf = (tokens: TokenTest): string =>
  tokens
    .map(
      (any) =>
        `(${any.map((all) => `(${all.map((one) => `"${one}"`).join(' AND ')})`).join(' OR ')})`,
    )
    .join(' AND ');

const inArray = (tokens: TokenTest): RawBuilder<unknown> =>
  and(
    tokens.map((any) =>
      or(any.map((all) => sql`string_to_array(e.tokens, ' ') @> array[${sql.join(all)}]::text[]`)),
    ),
  );

const inText = (tokens: TokenTest): RawBuilder<unknown> =>
  and(
    tokens.map((any) =>
      or(any.map((all) => and(all.map((one) => sql`e.tokens like ${`% ${one} %`}`)))),
    ),
  );
