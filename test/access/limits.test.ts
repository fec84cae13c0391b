import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE, enforce, forgetOldCounts } from '../../src/access/limits.js';
import type { Problem } from '../../src/access/problem.js';
import type { Store } from '../../src/store/store.js';
import { databases } from '../store/databases.js';

const NOON = Date.parse('2026-11-25T04:00:10Z');

describe.each(databases)('limits on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  /** The Retry-After of each of `times` tries in a row; null where it went through. */
  async function tries(key: string, limit: number, times: number, now = NOON) {
    const seconds: (string | null)[] = [];
    for (let i = 0; i < times; i += 1) {
      const refusal = await enforce(store, [{ key, limit, windowMs: MINUTE }], now).catch(
        (error: unknown) => error as Problem,
      );
      seconds.push(refusal ? (refusal.headers['Retry-After'] ?? 'none') : null);
    }
    return seconds;
  }

  it('let as many through as they say and tell the rest when to come back', async () => {
    expect(await tries('a', 2, 4)).toEqual([null, null, '50', '50']);
  });

  it('begin anew with the next window', async () => {
    expect(await tries('b', 1, 2)).toEqual([null, '50']);
    expect(await tries('b', 1, 1, NOON + 50_000)).toEqual([null]);
  });

  it('count each key for itself', async () => {
    await tries('c', 1, 2);
    expect(await tries('d', 1, 1)).toEqual([null]);
  });

  it('answer 429, and the first limit that is passed decides', async () => {
    const limits = [
      { key: 'e:minute', limit: 1, windowMs: MINUTE },
      { key: 'e:hour', limit: 9, windowMs: HOUR },
    ];
    await enforce(store, limits, NOON);
    await expect(enforce(store, limits, NOON)).rejects.toMatchObject({
      name: 'Problem',
      status: 429,
      headers: { 'Retry-After': '50' },
    });
  });

  it('lose no count when many come at once', async () => {
    const limit = { key: 'f', limit: 10, windowMs: MINUTE };
    const all = await Promise.allSettled(
      Array.from({ length: 25 }, () => enforce(store, [limit], NOON)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(10);
  });

  it('are forgotten after a day', async () => {
    await tries('g', 1, 1);
    const left = async () =>
      (await store.db.selectFrom('counter').selectAll().where('key', '=', 'g').execute()).length;
    await forgetOldCounts(store, NOON + HOUR);
    expect(await left()).toBe(1);
    await forgetOldCounts(store, NOON + DAY + MINUTE);
    expect(await left()).toBe(0);
  });
});
