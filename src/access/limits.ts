import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { Problem } from './problem.js';
import { addOne, deleteCountsBefore, findCount, findLatestWindow } from './queries/counter.js';

/** At most `limit` per window of `windowMs`, counted in the store so that replicas agree. */
export interface Limit {
  readonly key: string;
  readonly limit: number;
  readonly windowMs: number;
  /** What whoever passed it is told, with the seconds to wait; absent: that they go too fast. */
  readonly told?: (seconds: number) => string;
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
      throw new Problem(429, limit.told?.(seconds) ?? '您发得有点快，请稍等几秒', {
        'Retry-After': String(seconds),
      });
    }
  }
}

const BAD_SECRETS_PER_MINUTE = 10;
const QUARTER_HOUR = 15 * MINUTE;

/**
 * Notes that `who` showed a wrong secret; after ten in a minute everything of theirs that needs one
 * is refused for a quarter of an hour (reliability.md D5).
 */
export async function noteBadSecret(store: Store, who: string, now: Instant): Promise<void> {
  const minute = now - (now % MINUTE);
  if ((await countOne(store, `bad-secret:${who}`, minute)) > BAD_SECRETS_PER_MINUTE) {
    await countOne(store, `shut-out:${who}`, now);
  }
}

/** Throws a 429 Problem while `who` is shut out. */
export async function refuseShutOut(store: Store, who: string, now: Instant): Promise<void> {
  const row = await findLatestWindow(store, `shut-out:${who}`);
  const until = (row?.window_start ?? 0) + QUARTER_HOUR;
  if (now < until) {
    const seconds = Math.ceil((until - now) / 1_000);
    throw new Problem(429, '尝试次数过多，请稍后再试', { 'Retry-After': String(seconds) });
  }
}

async function countOne(store: Store, key: string, start: Instant): Promise<number> {
  // A count lost with the machine costs nothing.
  await store.commit([addOne(store, key, start)], { soft: true });
  return (await findCount(store, key, start))?.count ?? 1;
}

/** Forgets windows that have passed. */
export async function forgetOldCounts(store: Store, now: Instant): Promise<void> {
  await store.commit([deleteCountsBefore(store, now - DAY)]);
}
