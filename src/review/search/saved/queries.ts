import type { SavedSearchRow } from '../../../store/review-rows.js';
import { keptRow } from '../../../store/sealed-tables.js';
import type { Store, Write } from '../../../store/store.js';

/** Every statement on `saved_search`. */

export const insertSavedSearch = ({ db }: Store, row: SavedSearchRow): Write => ({
  query: db.insertInto('saved_search').values(keptRow('saved_search', row)).compile(),
  rows: 1,
});

/** A conflict where it is not theirs, or not there. */
export const deleteSavedSearch = ({ db }: Store, staff: string, id: string): Write => ({
  query: db.deleteFrom('saved_search').where('id', '=', id).where('staff_id', '=', staff).compile(),
  rows: 1,
});

export const savedSearches = ({ db }: Store, staff: string): Promise<SavedSearchRow[]> =>
  db
    .selectFrom('saved_search')
    .selectAll()
    .where('staff_id', '=', staff)
    .orderBy('saved_at')
    .orderBy('id')
    .execute();
