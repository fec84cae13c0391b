import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Store } from '../../../store/store.js';
import type { TokenTest } from './conditions.js';
import { TRUE, and, inText, whole } from './conditions.js';
import { secondOf } from '../index/entry-ids.js';
import { latestOf } from './latest-first.js';

/** Every statement that looks for entries, and for what they are picked by. */

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
export async function candidates(store: Store, query: CandidateQuery, limit: number) {
  const ids = await picked(store, query, limit);
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
    .where('search_entry.id', 'in', ids)
    .orderBy('search_entry.id', 'desc')
    .execute();
}

const PICK = {
  words: pickWords,
  findings: pickFindings,
  verdicts: pickVerdicts,
} as const;

/** Ids of what may be meant; PostgreSQL finds words step by step. */
async function picked(store: Store, query: CandidateQuery, limit: number) {
  const { first, tokens } = query;
  if (store.dialect === 'postgres' && first === 'words' && tokens.length > 0) {
    const ids = await latestOf(store, { ...query, rest: besides(query) }, limit);
    return sql<number>`(${sql.join(ids.length > 0 ? ids : [NO_ID])})`;
  }
  const picking = sql`${PICK[first](query)} limit ${limit}`;
  return sql<number>`(select id from (${picking}) as picked)`;
}

const NO_ID = -1;

const besides = (query: CandidateQuery): RawBuilder<unknown> =>
  and([hasFinding(query), hasVerdict(query)]);

function pickWords(query: CandidateQuery): RawBuilder<unknown> {
  const { tokens, from, through } = query;
  const rest = besides(query);
  if (tokens.length === 0) {
    return sql`select e.id from search_entry e where e.id between ${whole(from)} and ${whole(through)}
      and ${rest} order by e.id desc`;
  }
  return sql`select w.rowid as id from search_words w
    cross join search_entry e on e.id = w.rowid
    where search_words match ${matchOf(tokens)}
    and w.rowid between ${whole(from)} and ${whole(through)} and ${rest} order by w.rowid desc`;
}

/** `said_at` and the id run the same way, so that the index on the one gives the order of the other. */
function pickFindings(query: CandidateQuery): RawBuilder<unknown> {
  const { rule, from, through, tokens } = query;
  return sql`select e.id from finding f cross join search_entry e
    where f.rule = ${rule} and f.stands = 1
    and f.said_at between ${whole(secondOf(from))} and ${whole(secondOf(through) + 999)}
    and e.conversation_id = f.conversation_id and e.seq = f.seq
    and e.id between ${whole(from)} and ${whole(through)}
    and ${inText(tokens)} and ${hasVerdict(query)}
    group by f.said_at, e.id order by f.said_at desc, e.id desc`;
}

function pickVerdicts(query: CandidateQuery): RawBuilder<unknown> {
  const { verdict, from, through, tokens } = query;
  return sql`select e.id from review_item v cross join search_entry e
    where v.verdict = ${verdict} and e.conversation_id = v.conversation_id
    and e.id between ${whole(from)} and ${whole(through)}
    and ${inText(tokens)} and ${hasFinding(query)} order by e.id desc`;
}

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
