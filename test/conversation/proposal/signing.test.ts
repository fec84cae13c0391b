import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import type { Told } from '../../../src/conversation/proposal/notice.js';
import {
  draftWrites,
  proposalId,
  readProposal,
} from '../../../src/conversation/proposal/record.js';
import type { Signature, SigningDeps } from '../../../src/conversation/proposal/signing.js';
import { sign } from '../../../src/conversation/proposal/signing.js';
import { seedDemo } from '../../../src/demo/seed.js';
import { assessmentWrites } from '../../../src/profiles/assessments.js';
import {
  findCustomerRow,
  findProductRow,
  insertMaterialChange,
  replaceCustomer,
} from '../../../src/profiles/queries.js';
import type { Store } from '../../../src/store/store.js';
import type { Plan } from '../../../src/terms/plan.js';
import { PRODUCTS_FILE, TODAY, demoProduct } from '../../demo/demo-shelf.js';
import { databases } from '../../store/databases.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { draft } from '../harness.js';

const NOW = Date.parse(`${TODAY}T02:00:00Z`);
const REASON = '离用钱还有五年，定期存款少放一些。';

let store: Store;
let remove: () => Promise<void>;
let count = 0;

beforeAll(async () => {
  ({ store, remove } = await databases[0]!.open());
  await seedDemo(store, PRODUCTS_FILE, TODAY);
});
afterAll(async () => {
  await store.close();
  await remove();
});

const bond = demoProduct('QY0021');
const plan = samplePlan({
  products: [{ ...samplePlan().products[0]!, code: bond.code, name: bond.name, amount: 60_000 }],
});

const deps = (part: Partial<SigningDeps> = {}): SigningDeps => ({
  store,
  origin: 'test',
  now: () => NOW,
  operator: 'licensed_self_operated',
  house: DEFAULT_THRESHOLDS,
  allowedHosts: [],
  houseWords: [],
  aiLabel: '小屿 · AI 生成',
  composeNotice: ({ state }: Told) => draft(state.signed?.reason ?? '顾问看过了。'),
  ...part,
});

async function put(customer = 'C1003', what: Plan = plan): Promise<string> {
  const turn = `signing-${(count += 1)}`;
  const id = proposalId(turn, 0);
  const place = { customer, conversation: 'talk', turn, plan: what };
  await store.commit(draftWrites(store, 'test', id, place, NOW));
  return id;
}
const signed = async (signature: Signature, id?: string, part?: Partial<SigningDeps>) =>
  sign(deps(part), id ?? (await put()), signature);

/** With a row of the customer's changed while `work` runs. */
async function withCustomer<T>(id: string, changes: object, work: () => Promise<T>): Promise<T> {
  const { body } = (await findCustomerRow(store, id))!;
  const changed = JSON.stringify({ ...(JSON.parse(body) as object), ...changes });
  await store.commit([replaceCustomer(store, id, body, changed)]);
  try {
    return await work();
  } finally {
    await store.commit([replaceCustomer(store, id, changed, body)]);
  }
}

async function withProduct<T>(code: string, changes: object, work: () => Promise<T>): Promise<T> {
  const { body } = (await findProductRow(store, code))!;
  const put = (text: string) =>
    store.commit([
      {
        query: store.db
          .updateTable('product')
          .set({ body: text })
          .where('code', '=', code)
          .compile(),
      },
    ]);
  await put(JSON.stringify({ ...(JSON.parse(body) as object), ...changes }));
  try {
    return await work();
  } finally {
    await put(body);
  }
}

const approve: Signature = { do: 'approve', by: 'advisor1', reason: '逐项看过' };

describe('an advisor', () => {
  it('signs under their own name, with the licences on file', async () => {
    const id = await put();
    expect((await signed(approve, id)).kind).toBe('signed');
    const { state, signedAt } = (await readProposal(store, id))!;
    expect(state).toMatchObject({
      stage: 'approved',
      untold: true,
      signed: { by: { name: '周谨言' } },
    });
    expect(signedAt).toBe(NOW);
  });

  it('declines and adjusts with a reason', async () => {
    const declined = await signed({ do: 'decline', by: 'advisor1', reason: REASON });
    expect(declined).toMatchObject({ kind: 'signed', proposal: { state: { stage: 'declined' } } });
    const other = samplePlan({ products: [], cautions: [] });
    const adjusted = await signed({ do: 'adjust', by: 'advisor1', plan: other, reason: REASON });
    expect(adjusted).toMatchObject({ kind: 'signed', proposal: { state: { plan: other } } });
  });

  it.each([
    ['compliance1', { why: 'not_an_advisor' }],
    ['advisor7', { why: 'unlicensed' }],
    ['nobody', { kind: 'unknown', what: 'employee' }],
  ])('%s may not', async (by, because) => {
    expect(await signed({ ...approve, by })).toMatchObject(because);
  });

  it('signs a draft once', async () => {
    const id = await put();
    const both = await Promise.all([signed(approve, id), signed(approve, id)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['refused', 'signed']);
    expect(await signed(approve, 'P0')).toEqual({ kind: 'unknown', what: 'proposal' });
  });

  it('is not let say to the customer what the guard stops', async () => {
    const id = await put();
    const said = await signed({ do: 'decline', by: 'advisor1', reason: '换成这款，保本' }, id);
    expect(said.kind).toBe('unsayable');
    expect((await readProposal(store, id))?.state.stage).toBe('drafted');
  });
});

describe('what held when it was drafted', () => {
  it('is judged anew on the shelf of today', async () => {
    const closed = await withProduct('QY0021', { status: 'closed' }, () => signed(approve));
    expect(closed).toMatchObject({ why: 'unsuitable', products: [{ row: null }] });
    const graded = await withProduct('QY0021', { riskLevel: 5 }, () => signed(approve));
    expect(graded).toMatchObject({ why: 'unsuitable', products: [{ row: 13 }] });
  });

  it.each([
    ['expired', { assessedOn: '2025-01-01' }, 'assessment_expired'],
    ['taken back', { personalization: false }, 'opted_out'],
    ['lower', { tolerance: 2 }, 'class_lower'],
  ])('an assessment or consent that is %s stops it', async (_, changes, standing) => {
    const refused = await withCustomer('C1003', changes, () => signed(approve));
    expect(refused).toMatchObject({ kind: 'refused', why: 'standing', standing });
  });

  it('a change of life the customer reported stops it until a new questionnaire is taken', async () => {
    const told = { id: 'talk|9', change: 'out_of_work', said: '我失业了' };
    await store.commit([insertMaterialChange(store, 'C1003', told, NOW)]);
    const id = await put();
    const refused = await signed(approve, id);
    expect(refused).toMatchObject({
      kind: 'refused',
      why: 'standing',
      standing: 'assessment_expired',
    });
    expect((await readProposal(store, id))?.state.stage).toBe('drafted');
    const result = { tolerance: 3, lowestCategory: false } as const;
    const taken = { nth: 1, day: TODAY, turn: 'anew', state: 'counts', result } as const;
    await store.commit(await assessmentWrites(store, 'C1003', taken));
    expect((await signed(approve, id)).kind).toBe('signed');
  });

  it('does not stop a no', async () => {
    const declined = await withCustomer('C1003', { tolerance: 1 }, () =>
      signed({ do: 'decline', by: 'advisor1', reason: REASON }),
    );
    expect(declined.kind).toBe('signed');
  });
});
