import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import { violations } from './ownership.js';
import { play, schedules } from './schedule.js';

/** `npm run test:handoff` sets how many; a seed names a run. */
const SCHEDULES = Number(process.env['HANDOFF_SCHEDULES'] ?? 100);
const SEED = Number(process.env['HANDOFF_SEED'] ?? 20261126);
/** Played side by side on one store, so that they also share its commits. */
const AT_ONCE = 20;
const MINUTES = 60_000;

describe.each(databases)('one pen on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  it(
    'is held by one at a time, silences the digital employee, and loses no message, however all is interleaved',
    async () => {
      const batch = fc.array(schedules, { minLength: AT_ONCE, maxLength: AT_ONCE });
      await fc.assert(
        fc.asyncProperty(batch, async (all) => {
          const played = await Promise.all(all.map((moves) => play(store, moves)));
          const found = await Promise.all(
            played.map(async (id, at) => ({ moves: all[at], wrong: await violations(store, id) })),
          );
          expect(found.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
        }),
        { numRuns: Math.ceil(SCHEDULES / AT_ONCE), seed: SEED, endOnFailure: true },
      );
    },
    60 * MINUTES,
  );
});
