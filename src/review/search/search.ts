import type { HouseDeps } from '../../conversation/house-stream.js';
import { keepInHouse } from '../../conversation/house-stream.js';
import type { Store } from '../../store/store.js';
import type { Hit } from './hit.js';
import { hitOf } from './hit.js';
import { blindingOf } from './index/blinding.js';
import { rulesIn } from './narrowing/queries.js';
import type { SearchOrder } from './plan.js';
import { planned, wantedBy } from './plan.js';
import { candidates } from './queries/candidates.js';

export interface Found {
  readonly hits: readonly Hit[];
  /** Where to go on; null: there is no more. */
  readonly next: number | null;
}

/**
 * 检索留痕: who searched, by what, and whose conversations they were shown. Of what was typed a keyed
 * hash is kept: it may be a customer's words or name, and must not outlive what it was found in.
 */
export interface RecordsSearched {
  readonly kind: 'RecordsSearched';
  readonly by: string;
  readonly words: string | null;
  readonly person: string | null;
  readonly product: string | null;
  readonly filters: Readonly<Record<string, string | number | readonly string[] | null>>;
  readonly shown: readonly string[];
}

/** That somebody looks goes on record before they see anything. */
export async function search(deps: HouseDeps, order: SearchOrder, by: string): Promise<Found> {
  const found = await find(deps.store, order);
  const { token } = await blindingOf(deps.store);
  const { words, person, product, limit: _, ...filters } = order;
  const event: RecordsSearched = {
    kind: 'RecordsSearched',
    by,
    words: words === '' ? null : token('gram', words),
    person: person === null ? null : token('person', person),
    product: product === null ? null : token('product', product),
    filters,
    shown: [...new Set(found.hits.map(({ conversation }) => conversation))],
  };
  await keepInHouse(deps, event);
  return found;
}

/** Enough to fill a page in one round where the index is right, which it nearly always is. */
const ROUND = 60;
/** Opened for one page at most; what is left is looked through when the next page is asked for. */
const MOST_OPENED = 600;

export async function find(store: Store, order: SearchOrder): Promise<Found> {
  const wanted = await wantedBy(store, order);
  if (!wanted) return { hits: [], next: null };
  const { limit } = order;
  const hits: Omit<Hit, 'rules'>[] = [];
  let query = await planned(store, order, wanted);
  let opened = 0;
  // What a round gave too little of will be as rare in the next.
  for (let round = ROUND; opened < MOST_OPENED; round = Math.min(2 * round, MOST_OPENED - opened)) {
    const rows = await candidates(store, query, round);
    opened += round;
    for (const row of rows) {
      const hit = hitOf(row, wanted);
      if (!hit) continue;
      hits.push(hit);
      if (hits.length > limit) return withRules(store, hits.slice(0, limit), hits[limit - 1]!.id);
    }
    const last = rows.at(-1);
    if (rows.length < round || !last) return withRules(store, hits, null);
    query = { ...query, through: Number(last.id) - 1 };
  }
  return withRules(store, hits, query.through + 1);
}

async function withRules(
  store: Store,
  hits: readonly Omit<Hit, 'rules'>[],
  next: number | null,
): Promise<Found> {
  if (hits.length === 0) return { hits: [], next };
  const rules = new Map<string, Set<string>>();
  for (const { conversation_id: id, seq, rule } of await rulesIn(store, [
    ...new Set(hits.map(({ conversation }) => conversation)),
  ])) {
    const place = `${id} ${seq}`;
    rules.set(place, (rules.get(place) ?? new Set()).add(rule));
  }
  const shown = hits.map((hit) => ({
    ...hit,
    rules: [...(rules.get(`${hit.conversation} ${hit.seq}`) ?? [])],
  }));
  return { hits: shown, next };
}
