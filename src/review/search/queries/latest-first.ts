import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Store } from '../../../store/store.js';
import type { TokenTest } from './conditions.js';
import { and, inText, or, whole } from './conditions.js';

/**
 * 由近及远: how PostgreSQL finds the latest entries with some hashes. GIN gives no order: of a word that one
 * entry in ten has, every entry would be fetched and sorted for a page of sixty. So the latest are read
 * through first, where what is common is found; what is few is fetched at once; and what is many, but not
 * of late, is looked for in one stretch of time after the other, which the index knows by a mark of its
 * own (migration 0027).
 */

export interface Picking {
  readonly tokens: TokenTest;
  /** Ids, both ends included. */
  readonly from: number;
  readonly through: number;
  /** Whatever else must hold of the entry `e`. */
  readonly rest: RawBuilder<unknown>;
}

/** So many of the latest are read through before the index is asked. */
const NEAR = 2_000;
/** Ids of one stretch: 48 days, some 65,000 of a million messages in two years. */
const STRETCH_BITS = 30;
/** Fewer than that are fetched at once, wherever they lie. */
const FEW = 3_000;
/** Stretches that are asked for at once, after the first: what is only in old ones is fetched in parts. */
const MOST_AT_ONCE = 2;
/** Groups of stretches that are gone through before it is looked whether there is much at all. */
const SHORT = 2;

/** Ids, the latest first. */
export async function latestOf(
  store: Store,
  picking: Picking,
  limit: number,
): Promise<readonly number[]> {
  const reach = await reachOf(store, picking);
  if (!reach) return [];
  const { near, oldest } = reach;
  const known = await readThrough(store, picking, near, limit);
  const found = [...known];
  const before = { ...picking, from: oldest, through: near - 1 };
  if (found.length >= limit || near <= oldest) return found;
  const groups = stretchesOf(before.from, before.through);
  for (const [nth, stretches] of groups.entries()) {
    if (found.length >= limit) break;
    // What the latest stretches have too little of may be little altogether.
    if (nth === SHORT) {
      const few = await fewOf(store, before);
      if (few) return [...known, ...few].slice(0, limit);
    }
    found.push(...(await indexed(store, before, stretches, limit - found.length)));
  }
  return found;
}

/** From where on there are `NEAR` entries, and where the first of all is; null: there is none. */
async function reachOf({ db }: Store, { from, through }: Picking) {
  const span = sql`id between ${whole(from)} and ${whole(through)}`;
  const { rows } = await sql<{ near: number | null; oldest: number | null }>`select
    (select id from search_entry where ${span}
      order by id desc offset ${whole(NEAR - 1)} limit 1) as near,
    (select id from search_entry where ${span} order by id limit 1) as oldest`.execute(db);
  const { near, oldest } = rows[0]!;
  return oldest === null ? null : { near: Number(near ?? oldest), oldest: Number(oldest) };
}

/** Numbers of stretches, the latest first, in the groups in which they are asked for. */
export function stretchesOf(oldest: number, latest: number): readonly (readonly number[])[] {
  if (latest < oldest) return [];
  const [first, last] = [stretchAt(latest), stretchAt(oldest)];
  const groups: number[][] = [];
  for (let next = first, width = 1; next >= last; width = Math.min(MOST_AT_ONCE, width * 2)) {
    const count = Math.min(width, next - last + 1);
    const top = next;
    groups.push(Array.from({ length: count }, (_, nth) => top - nth));
    next -= count;
  }
  return groups;
}

const stretchAt = (id: number): number => Math.floor(id / 2 ** STRETCH_BITS);

/** In the order of their ids, every one of them looked at. */
const readThrough = (
  store: Store,
  { tokens, through, rest }: Picking,
  near: number,
  limit: number,
) =>
  idsOf(
    store,
    sql`select e.id from search_entry e where e.id between ${whole(near)} and ${whole(through)}
      and ${inText(tokens)} and ${rest}
      order by e.id desc limit ${whole(limit)}`,
  );

/**
 * `id + 0` and the fence keep the planner from walking through ids instead: it takes neighbouring hashes
 * for independent ones, and expects few rows of what is everywhere.
 */
const indexed = (
  store: Store,
  { tokens, from, through, rest }: Picking,
  stretches: readonly number[],
  limit: number,
) =>
  idsOf(
    store,
    sql`select id from (select e.id from search_entry e
      where ${or(stretches.map((stretch) => inStretch(tokens, `@${stretch}`)))}
      and e.id + 0 between ${whole(from)} and ${whole(through)} and ${rest} offset 0) as found
      order by id desc limit ${whole(limit)}`,
  );

/**
 * All there are, the latest first; null: they are not few. That a row's hashes are read as well tells the
 * planner that the index is worth it, whatever it takes the hashes for.
 */
async function fewOf(store: Store, { tokens, from, through, rest }: Picking) {
  const test = and(tokens.map((any) => or(any.map((all) => holds(all)))));
  const found = await idsOf(
    store,
    sql`select id from (select e.id from search_entry e where ${test} and ${inText(tokens)}
      and e.id + 0 between ${whole(from)} and ${whole(through)} and ${rest} offset 0) as found
      limit ${whole(FEW)}`,
  );
  return found.length < FEW ? found.sort((a, b) => b - a) : null;
}

/**
 * All in one array with the mark: as conditions of their own GIN would skip from list to list for every
 * entry, which of a phrase that one entry in eight has took half a minute (PostgreSQL 15).
 */
function inStretch(tokens: TokenTest, mark: string): RawBuilder<unknown> {
  const sure = tokens.flatMap((any) => (any.length === 1 ? any[0]! : []));
  const choices = tokens.filter(({ length }) => length > 1);
  return and([
    holds([...sure, mark]),
    ...choices.map((any) => or(any.map((all) => holds([...all, mark])))),
  ]);
}

/** Word for word what migration 0027 indexes. */
const holds = (tokens: readonly string[]): RawBuilder<unknown> =>
  sql`array_append(string_to_array(e.tokens, ' '), '@' || (e.id >> ${sql.lit(STRETCH_BITS)})::text)
    @> array[${sql.join(tokens)}]::text[]`;

async function idsOf({ db }: Store, query: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await (query as RawBuilder<{ id: number }>).execute(db);
  return rows.map(({ id }) => Number(id));
}
