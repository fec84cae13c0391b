import { sql } from 'kysely';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { Problem } from './problem.js';

/** At most `limit` per window of `windowMs`, counted in the store so that replicas agree. */
export interface Limit {
  readonly key: string;
  readonly limit: number;
  readonly windowMs: number;
}

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Counts one more; throws a 429 Problem with Retry-After once a limit is passed. */
export async function enforce(store: Store, limits: readonly Limit[], now: Instant): Promise<void> {
  for (const limit of limits) {
    const start = now - (now % limit.windowMs);
    const used = await countOne(store, limit.key, start);
    if (used > limit.limit) {
      const seconds = Math.ceil((start + limit.windowMs - now) / 1_000);
      throw new Problem(429, '您发得有点快，请稍等几秒', { 'Retry-After': String(seconds) });
    }
  }
}

async function countOne(store: Store, key: string, start: Instant): Promise<number> {
  const query = store.db
    .insertInto('counter')
    .values({ key, window_start: start, count: 1 })
    .onConflict((c) =>
      c.columns(['key', 'window_start']).doUpdateSet({ count: sql<number>`counter.count + 1` }),
    )
    .compile();
  await store.commit([{ query }]);
  const row = await store.db
    .selectFrom('counter')
    .select('count')
    .where('key', '=', key)
    .where('window_start', '=', start)
    .executeTakeFirst();
  return row?.count ?? 1;
}

/** Forgets windows that have passed. */
export async function forgetOldCounts(store: Store, now: Instant): Promise<void> {
  const query = store.db
    .deleteFrom('counter')
    .where('window_start', '<', now - DAY)
    .compile();
  await store.commit([{ query }]);
}
