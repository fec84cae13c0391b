import { randomUUID } from 'node:crypto';
import type { Store } from '../../../store/store.js';
import type { Instant } from '../../../terms/time.js';
import { deleteSavedSearch, insertSavedSearch, savedSearches } from './queries.js';

/** 保存的检索: everybody's own, under a key of their own; others neither see nor change them. */
export interface Saved<Query> {
  readonly id: string;
  readonly name: string;
  readonly query: Query;
}

export interface SavedDeps {
  readonly store: Store;
  readonly now: () => Instant;
}

const MOST = 50;

export async function savedOf<Query>(
  { store }: Pick<SavedDeps, 'store'>,
  staff: string,
): Promise<readonly Saved<Query>[]> {
  const rows = await savedSearches(store, staff);
  return rows.map(({ id, name, query }) => ({ id, name, query: JSON.parse(query) as Query }));
}

/** Null: they keep as many as one may. */
export async function saveSearch<Query>(
  { store, now }: SavedDeps,
  staff: string,
  { name, query }: Omit<Saved<Query>, 'id'>,
): Promise<Saved<Query> | null> {
  if ((await savedSearches(store, staff)).length >= MOST) return null;
  const id = randomUUID();
  const row = { id, staff_id: staff, name, query: JSON.stringify(query), saved_at: now() };
  await store.commit([insertSavedSearch(store, row)]);
  return { id, name, query };
}

/** False: they have none of that id. */
export async function dropSearch(
  { store }: Pick<SavedDeps, 'store'>,
  staff: string,
  id: string,
): Promise<boolean> {
  return (await store.commit([deleteSavedSearch(store, staff, id)])).kind === 'committed';
}
