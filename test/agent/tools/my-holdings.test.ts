import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMyHoldings } from '../../../src/agent/tools/my-holdings.js';
import { seedDemo } from '../../../src/demo/seed.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
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

const ask = (query: string, customer: string | null = 'C1005') =>
  getMyHoldings(store).run(
    { query },
    {
      conversation: conversationId('c'),
      customer: customer === null ? null : customerId(customer),
      now: Date.parse(`${TODAY}T02:00:00Z`),
      today: TODAY,
    },
  );
const focusOf = async (query: string) => {
  const { portfolio } = await ask(query);
  return portfolio?.focus.map(String).sort();
};

describe('get_my_holdings', () => {
  it('takes no customer as an argument, and knows nobody’s where nobody is signed in', async () => {
    const tool = getMyHoldings(store);
    expect(tool.input.safeParse({ query: '', customer: 'C1004' }).success).toBe(false);
    expect(await ask('我的持仓', null)).toMatchObject({
      failure: 'nobody is signed in',
      facts: [],
    });
    expect((await ask('我的持仓', 'nobody')).portfolio).toBeUndefined();
  });

  it('gives the bound customer’s portfolio with every figure as a fact', async () => {
    const { portfolio, facts, failure } = await ask('我的持仓', 'C1004');
    expect(failure).toBeNull();
    expect(portfolio?.review.concentrated).toEqual(['QY0071']);
    const { value, profit } = portfolio?.review ?? {};
    for (const one of [
      { value, unit: 'yuan', label: '持仓市值' },
      { value: profit, unit: 'yuan', label: '持仓盈亏' },
      { value: '2026-11-24', unit: 'date', label: '数据截至' },
      { value: 4, unit: 'count', label: '持有产品数' },
    ]) {
      expect(facts).toContainEqual(one);
    }
  });

  it('finds what C1002 holds above the class', async () => {
    const { portfolio } = await ask('我的持仓', 'C1002');
    expect(portfolio?.review.risk).toMatchObject({ tolerance: 2, above: ['QY0031'] });
  });

  it('narrows to the product or the kind that is named', async () => {
    expect(await focusOf('我的优质治理亏了多少')).toEqual(['QY0060']);
    expect(await focusOf('我的基金涨了吗')).toEqual(['LX0050', 'QY0060', 'QY0090', 'TG0001']);
    expect(await focusOf('我的余额')).toEqual([]);
    expect(await focusOf('把我手上赚的列一下')).toEqual(['LX0050', 'TG0001']);
    expect(await focusOf('我的持仓风险高不高')).toEqual([]);
  });

  it('says what is not held', async () => {
    expect((await ask('我的安鑫纯债赚了吗')).portfolio).toMatchObject({
      focus: [],
      notHeld: '安鑫纯债',
    });
    expect((await ask('我的保单')).portfolio?.notHeld).toBe('保险');
  });

  it('tells what moved within the window that is named', async () => {
    const { portfolio, facts } = await ask('最近一年亏在哪');
    expect(portfolio?.window?.label).toBe('最近一年');
    const { movement } = portfolio?.window ?? {};
    expect(movement?.contributions[0]?.product).toBe('YX0501');
    expect(movement?.rate).not.toBeNull();
    expect(facts).toContainEqual({ value: movement?.change, unit: 'yuan', label: '区间账面变动' });
    expect((await ask('我这个月赚了多少')).portfolio?.window?.movement?.rate).toBeNull();
  });

  it('shows a holder what has left the shelf', async () => {
    const text =
      'code,name,type,regime,issuer,status,asOf\nQY0060,青屿优质治理股票 A,equity,CSRC_FUND,青屿基金,draft,2026-11-24\n';
    await importFiles(store, [{ path: 'products.csv', text }], {
      kind: null,
      dryRun: false,
      now: 0,
    });
    const { portfolio } = await ask('我的优质治理亏了多少');
    expect(portfolio?.focus).toEqual(['QY0060']);
  });
});
