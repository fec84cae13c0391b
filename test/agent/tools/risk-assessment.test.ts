import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMyProfile, startRiskAssessment } from '../../../src/agent/tools/risk-assessment.js';
import { seedDemo } from '../../../src/demo/seed.js';
import { assessmentWrites } from '../../../src/profiles/assessments.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { addDays } from '../../../src/terms/time.js';
import { PRODUCTS_FILE, TODAY } from '../../demo/demo-shelf.js';
import { databases } from '../../store/databases.js';

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await databases[0]!.open());
  await seedDemo(store, PRODUCTS_FILE, TODAY);
});
afterAll(async () => {
  await store.close();
  await remove();
});

const bound = (customer: string | null) => ({
  conversation: conversationId('c'),
  customer: customer === null ? null : customerId(customer),
  now: Date.parse(`${TODAY}T02:00:00Z`),
  today: TODAY,
});
const profile = (customer: string | null) => getMyProfile(store).run({}, bound(customer));
const start = (customer: string | null) => startRiskAssessment(store).run({}, bound(customer));

describe('get_my_profile', () => {
  it('tells the class and the days it counts, and its facts ground them', async () => {
    const { portrait, facts, failure } = await profile('C1003');
    expect(failure).toBeNull();
    expect(portrait).toMatchObject({ facts: { tolerance: 3 }, isAssessed: true });
    const last = addDays(portrait!.expires!, -1);
    expect(facts).toContainEqual({ value: last, unit: 'date', label: '测评有效期最后一天' });
  });

  it('says of an old assessment that it counts no more, and of none that there is none', async () => {
    expect((await profile('C1006')).portrait?.tags).toMatchObject([{ id: 'assessment_expired' }]);
    expect((await profile('C1009')).portrait).toMatchObject({
      isAssessed: false,
      expires: null,
      tags: [{ id: 'never_assessed' }],
    });
    expect((await profile('C1010')).portrait?.tags).toMatchObject([{ id: 'lowest_category' }]);
  });

  it('knows nobody who has not signed in, and takes nobody’s word for who they are', async () => {
    expect(await profile(null)).toMatchObject({ failure: 'nobody is signed in', facts: [] });
    expect(getMyProfile(store).input.safeParse({ customer: 'C1004' }).success).toBe(false);
  });
});

describe('start_risk_assessment', () => {
  it('begins while a chance is left, and says how many', async () => {
    expect(await start('C1009')).toMatchObject({
      failure: null,
      chances: { day: 2, year: 8, next: TODAY },
    });
  });

  it('does not begin for a visitor', async () => {
    expect((await start(null)).failure).toBe('nobody is signed in');
  });

  it('does not begin after the second of a day, and says when the next may be', async () => {
    for (const nth of [1, 2]) {
      const taken = { nth, day: TODAY, turn: 't', state: 'invalid', result: null } as const;
      await store.commit(await assessmentWrites(store, 'C1020', taken));
    }
    const { failure, chances, facts } = await start('C1020');
    const next = addDays(TODAY, 1);
    expect(failure).toBe('no assessment is left for now');
    expect(chances).toMatchObject({ day: 0, next });
    expect(facts).toContainEqual({ value: next, unit: 'date', label: '下次可以测评的日子' });
  });
});
