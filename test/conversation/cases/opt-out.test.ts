import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withheldFrom } from '../../../src/advice/matching/standing.js';
import { DEFAULT_THRESHOLDS } from '../../../src/advice/suitability/house-thresholds.js';
import { isAllowed } from '../../../src/advice/suitability/verdict.js';
import { OWN_CHANNEL, gateFor } from '../../../src/agent/tools/gate.js';
import { askingFor } from '../../../src/agent/tools/planning.js';
import { rightCaseWrites } from '../../../src/conversation/cases/opening.js';
import { readCustomerCase } from '../../../src/conversation/cases/record.js';
import { caseId } from '../../../src/conversation/cases/number.js';
import { runMoments } from '../../../src/conversation/moments/run.js';
import { heldNow, standings } from '../../../src/conversation/moments/standing.js';
import type { Right } from '../../../src/compliance/rights.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import { findCustomer } from '../../../src/profiles/kyc.js';
import { publicProducts } from '../../../src/profiles/kyp.js';
import { customerThrough } from '../../../src/review/findings/known.js';
import type { Store } from '../../../src/store/store.js';
import { customerId } from '../../../src/terms/ids.js';
import { readInstant } from '../../../src/terms/time.js';
import { databases } from '../../store/databases.js';

const TODAY = '2026-11-26';
const NOW = readInstant(`${TODAY}T10:00`)!;
const EMPLOYEES = '{"id":"A1","name":"郑三","role":"advisor","licences":["fund"]}\n';
const CUSTOMER = JSON.stringify({
  id: 'C1',
  name: '林一',
  tolerance: 3,
  assessedOn: '2026-05-01',
  identityVerified: true,
  capacity: 'full',
  born: '1985-01-01',
  advisor: 'A1',
  personalization: true,
});
const PRODUCT = JSON.stringify({
  code: 'P1',
  name: '远山稳健债券 A',
  type: 'bond',
  regime: 'CSRC_FUND',
  issuer: '远山基金',
  riskLevel: 2,
  status: 'on_sale',
  asOf: '2026-11-01',
});
const HOLDINGS = 'customer,product,units,cost,asOf\nC1,P1,1000,90000,2026-11-01\n';
const EVENTS = [
  'id,customer,kind,at,body',
  `E1,C1,product-maturing,2026-11-20T09:30:00+08:00,"{""product"":""P1"",""inDays"":10}"`,
  'E2,C1,idle-cash,2026-11-25T09:30:00+08:00,"{""days"":40,""amount"":90000}"',
  'E3,C1,marketing-accepted,2026-11-01T09:30:00+08:00,',
  '',
].join('\n');

/** 关闭个性化推荐: wherever somebody is chosen for, before it is asked for and in the same instant after. */
describe.each(databases)('an opt-out on $name', ({ open }) => {
  let store: Store;
  let remove: () => Promise<void>;
  const rules = { operator: OWN_CHANNEL.operator, house: DEFAULT_THRESHOLDS };
  const load = (path: string, text: string) =>
    importFiles(store, [{ path, text }], { kind: null, dryRun: false, now: NOW });
  const opened = {
    kind: 'CaseOpened',
    matter: 'opt_out',
    customer: 'C1',
    conversation: null,
    cause: 'turn/opt_out',
    channel: 'counter',
    by: 'a',
    words: '',
    wish: '',
    received: TODAY,
    due: TODAY,
    deadlines: null,
    erasure: null,
  } as const;
  const told = { kind: 'ToldOutside', by: 'a', channel: 'counter', day: TODAY } as const;
  const optOut = () => store.commit(rightCaseWrites({ store, origin: 'test' }, opened, NOW, told));
  const bound = { customer: customerId('C1'), today: TODAY };

  beforeEach(async () => {
    ({ store, remove } = await open());
    await load('employees.jsonl', EMPLOYEES);
    await load('customers.jsonl', CUSTOMER);
    await load('products.jsonl', PRODUCT);
    await load('holdings.csv', HOLDINGS);
    await load('events.csv', EVENTS);
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  it('keeps matching and plans from choosing', async () => {
    const need = { amount: 100_000, months: 36, maxLoss: null, liquidity: 'dated' } as const;
    const withheld = async () =>
      withheldFrom((await askingFor(store, bound, null))!.customer, need, TODAY);
    expect(await withheld()).toBeNull();
    await optOut();
    expect(await withheld()).toBe('opted_out');
  });

  it('keeps the gate from letting anything be brought up unasked', async () => {
    const allowed = async () => {
      const products = await publicProducts(store);
      const gate = await gateFor(store, rules, bound, products, { initiative: 'bot' });
      return gate!.judged.some(({ verdict }) => isAllowed(verdict));
    };
    expect(await allowed()).toBe(true);
    await optOut();
    expect(await allowed()).toBe(false);
  });

  it('holds back key moments that sell, or that bring up products, also those raised before', async () => {
    const deps = { store, origin: 'test', now: () => NOW, ...rules };
    await runMoments(deps, TODAY);
    const all = await store.db.selectFrom('moment').selectAll().execute();
    const rows = all.filter(({ number }) => number === 1 || number === 25);
    const held = async () => {
      const standing = await (await standings(store, ['C1'], NOW))('C1');
      return rows.map((row) => heldNow({ ...row, barred: null }, standing, NOW)?.by ?? null);
    };
    expect(await held()).toEqual([null, null]);
    await optOut();
    expect(await held()).toEqual(rows.map(() => 'personalization_off'));
  });

  it('bars offers in whatever is raised afterwards', async () => {
    await optOut();
    await runMoments({ store, origin: 'test', now: () => NOW, ...rules }, TODAY);
    const rows = await store.db.selectFrom('moment').select(['number', 'barred']).execute();
    expect(rows.filter(({ number }) => number === 1).map(({ barred }) => barred)).toContain('gate');
  });

  it('is what the desk and the customer’s own page show', async () => {
    const shown = async () => (await (await standings(store, ['C1'], NOW))('C1')).wishes;
    expect((await shown()).personalization).toBe(true);
    await optOut();
    expect((await shown()).personalization).toBe(false);
    expect((await findCustomer(store, 'C1'))?.personalization).toBe(false);
  });

  it('is not undone by the next import, and is by the customer’s own word', async () => {
    await optOut();
    await load('customers.jsonl', CUSTOMER);
    expect((await findCustomer(store, 'C1'))?.personalization).toBe(false);
    await load(
      'events.csv',
      'id,customer,kind,at,body\nE9,C1,personalization-accepted,2026-11-26T10:00:01+08:00,\n',
    );
    expect((await findCustomer(store, 'C1'))?.personalization).toBe(true);
  });

  it('is taken back by asking for it again, and so is a no to marketing', async () => {
    let at = NOW;
    const again = async (matter: Right) => {
      at += 1;
      const asked = { ...opened, matter, cause: `later/${matter}` };
      await store.commit(rightCaseWrites({ store, origin: 'test' }, asked, at, told));
    };
    await optOut();
    await again('opt_in');
    expect((await findCustomer(store, 'C1'))?.personalization).toBe(true);
    await again('stop_marketing');
    const accepts = async () =>
      (await (await standings(store, ['C1'], NOW))('C1')).wishes.acceptsMarketing;
    expect(await accepts()).toBe(false);
    await again('resume_marketing');
    expect(await accepts()).toBe(true);
  });

  it('says nothing of yesterday, when it was not yet asked for', async () => {
    await optOut();
    const at = await customerThrough(store, 'C1');
    expect(at(NOW - 1)?.personalization).toBe(true);
    expect(at(NOW)?.personalization).toBe(false);
  });

  it('is a case that is done, told and closed in the same unit', async () => {
    await optOut();
    const record = await readCustomerCase(store, caseId(opened.cause, 'opt_out'));
    expect(record?.events.map(({ event }) => event.kind)).toEqual([
      'CaseOpened',
      'WishKept',
      'CaseDecided',
      'ToldOutside',
    ]);
    expect(record?.row).toMatchObject({ stage: 'closed', outcome: 'granted', told_day: TODAY });
  });
});
