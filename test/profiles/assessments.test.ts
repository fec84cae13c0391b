import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { seedDemo, standAsSeeded } from '../../src/demo/seed.js';
import type { TakenAssessment } from '../../src/profiles/assessments.js';
import { assessmentWrites, assessmentsOf } from '../../src/profiles/assessments.js';
import { findCustomer } from '../../src/profiles/kyc.js';
import { insertMaterialChange } from '../../src/profiles/queries.js';
import { addDays } from '../../src/terms/time.js';
import type { Store } from '../../src/store/store.js';
import { PRODUCTS_FILE, TODAY } from '../demo/demo-shelf.js';
import { databases } from '../store/databases.js';

const WHO = 'C1006';
const taken = (part: Partial<TakenAssessment> = {}): TakenAssessment => ({
  nth: 1,
  day: TODAY,
  turn: 't1',
  state: 'counts',
  result: { tolerance: 4, lowestCategory: false },
  ...part,
});

describe.each(databases)('assessments on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    await seedDemo(store, PRODUCTS_FILE, TODAY);
  });
  beforeEach(() => standAsSeeded(store, WHO));
  afterAll(async () => {
    await store.close();
    await remove();
  });

  const take = async (part: Partial<TakenAssessment> = {}) =>
    (await store.commit(await assessmentWrites(store, WHO, taken(part)))).kind;
  const profile = async () => (await findCustomer(store, WHO))!;

  it('count the one the master data came with', async () => {
    const before = await profile();
    expect(await assessmentsOf(store, before)).toEqual({
      attempts: [before.assessedOn],
      recorded: 0,
    });
    expect(await assessmentsOf(store, { id: 'C1009', assessedOn: null })).toEqual({
      attempts: [],
      recorded: 0,
    });
  });

  it('become the customer’s class where they count, and change nothing else', async () => {
    const before = await profile();
    expect(await take()).toBe('committed');
    expect(await profile()).toEqual({ ...before, tolerance: 4, assessedOn: TODAY });
    // The day it came with still counts among the 12 months.
    const { attempts, recorded } = await assessmentsOf(store, await profile());
    expect([...attempts].sort()).toEqual([before.assessedOn, TODAY]);
    expect(recorded).toBe(1);
  });

  it('take a change of life into account that was reported before', async () => {
    const told = { id: 'talk|4', change: 'out_of_work', said: '我被裁了' };
    const at = Date.parse(`${TODAY}T01:00:00Z`);
    await take({ day: addDays(TODAY, -30) });
    await store.commit([insertMaterialChange(store, WHO, told, at)]);
    expect((await profile()).materialChange).toBe(true);
    for (const state of ['awaits_person', 'invalid'] as const) {
      await take({ nth: state === 'invalid' ? 2 : 3, turn: state, state, result: null });
      expect((await profile()).materialChange).toBe(true);
    }
    expect(await take({ nth: 4, turn: 'anew' })).toBe('committed');
    expect((await profile()).materialChange).toBeUndefined();
  });

  it.each(['awaits_person', 'invalid'] as const)(
    'that are %s are counted, and leave the class as it was',
    async (state) => {
      const before = await profile();
      expect(await take({ state, result: state === 'invalid' ? null : taken().result })).toBe(
        'committed',
      );
      expect(await profile()).toEqual(before);
      expect((await assessmentsOf(store, before)).attempts).toEqual([TODAY, before.assessedOn]);
    },
  );

  it('cannot take the same place twice, so that two conversations never count as one', async () => {
    await take();
    const before = await profile();
    expect(await take({ result: { tolerance: 1, lowestCategory: true } })).toBe('conflict');
    expect(await profile()).toEqual(before);
  });

  it('do not overwrite what was written to the customer meanwhile', async () => {
    const writes = await assessmentWrites(store, WHO, taken());
    await take({ nth: 2, result: { tolerance: 2, lowestCategory: false } });
    expect((await store.commit(writes)).kind).toBe('conflict');
    expect((await profile()).tolerance).toBe(2);
  });

  it('are gone with the customer as seeded', async () => {
    const before = await profile();
    await take();
    await standAsSeeded(store, WHO);
    expect(await profile()).toEqual(before);
    expect((await assessmentsOf(store, before)).recorded).toBe(0);
  });
});
