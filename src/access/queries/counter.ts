import { sql } from 'kysely';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `counter`. */

export const addOne = ({ db }: Store, key: string, start: Instant): Write => ({
  query: db
    .insertInto('counter')
    .values({ key, window_start: start, count: 1 })
    .onConflict((c) =>
      c.columns(['key', 'window_start']).doUpdateSet({ count: sql<number>`counter.count + 1` }),
    )
    .compile(),
});

export const findCount = ({ db }: Store, key: string, start: Instant) =>
  db
    .selectFrom('counter')
    .select('count')
    .where('key', '=', key)
    .where('window_start', '=', start)
    .executeTakeFirst();

export const findLatestWindow = ({ db }: Store, key: string) =>
  db
    .selectFrom('counter')
    .select('window_start')
    .where('key', '=', key)
    .orderBy('window_start', 'desc')
    .limit(1)
    .executeTakeFirst();

export const deleteCountsBefore = ({ db }: Store, start: Instant): Write => ({
  query: db.deleteFrom('counter').where('window_start', '<', start).compile(),
});
