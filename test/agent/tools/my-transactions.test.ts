import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMyTransactions } from '../../../src/agent/tools/my-transactions.js';
import { loadTradingCalendar } from '../../../src/app/trading-calendar.js';
import { seedDemo } from '../../../src/demo/seed.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import type { RecordSide } from '../../../src/terms/transaction.js';
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

const ask = (side: RecordSide, query: string, customer: string | null, today = TODAY) =>
  getMyTransactions(store, loadTradingCalendar()).run(
    { side, query },
    {
      conversation: conversationId('c'),
      customer: customer === null ? null : customerId(customer),
      now: Date.parse(`${today}T08:00:00Z`),
      today,
    },
  );

describe('get_my_transactions', () => {
  it('takes no customer as an argument, and knows nobody’s where nobody is signed in', async () => {
    const tool = getMyTransactions(store, loadTradingCalendar());
    const input = { side: 'trades', query: '', customer: 'C1004' };
    expect(tool.input.safeParse(input).success).toBe(false);
    expect(await ask('trades', '买过几次', null)).toMatchObject({
      failure: 'nobody is signed in',
      facts: [],
    });
    expect((await ask('trades', '买过几次', 'nobody')).transactions).toBeUndefined();
  });

  it('reckons from the recorded day until when the money of a redemption is there', async () => {
    const { transactions, facts, products } = await ask('orders', '昨天赎的到了没', 'C1015');
    const [order, ...more] = transactions?.orders ?? [];
    expect(more).toEqual([]);
    expect(order).toMatchObject({
      of: { product: 'QY0021', deed: 'sold', amount: 20_000, day: '2026-11-24' },
      schedule: { accepted: '2026-11-24', confirmed: '2026-11-25', arrival: '2026-11-30' },
      standing: 'under_way',
    });
    expect(products.map(({ code }) => code)).toEqual(['QY0021']);
    expect(facts).toContainEqual({
      value: '2026-11-30',
      unit: 'date',
      label: '青屿安鑫纯债债券 A最晚到账日',
    });
  });

  it('holds a redemption for due once its last day has passed', async () => {
    const { transactions } = await ask('orders', '短债卖的钱到账了吗', 'C1015');
    expect(transactions?.orders.map(({ standing }) => standing)).toEqual(['due']);
  });

  it('tells all of the recent orders where the named day has none', async () => {
    const { transactions } = await ask('orders', '上周三赎的怎么还没到', 'C1015');
    expect(transactions?.told.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-01']);
  });

  it('names the newest of its kind where nothing is recent', async () => {
    const { transactions } = await ask('orders', '我赎回的钱到哪了', 'C1003');
    expect(transactions).toMatchObject({ told: [], latest: { product: 'QY0045', amount: 10_000 } });
  });

  it('adds up what was put in over the time that is named', async () => {
    const { transactions, facts } = await ask('paid_in', '今年一共投了多少', 'C1017');
    expect(transactions).toMatchObject({ window: '今年' });
    expect(transactions?.told).toHaveLength(4);
    expect(facts).toContainEqual({ value: 8_000, unit: 'yuan', label: '买入合计' });
  });

  it('tells a regular plan’s payments, and one that failed', async () => {
    const { transactions } = await ask('plan', '定投扣了吗', 'C1017');
    expect(transactions?.told.map(({ deed }) => deed)).toEqual([
      'plan_failed',
      'bought',
      'bought',
      'bought',
    ]);
  });

  it('tells dividends, reinvested or paid out, and what is not on record', async () => {
    const text = [
      'id,customer,product,kind,amount,at',
      'paid-1,C1001,YX0101,dividend,88.8,2026-11-10T10:00:00+08:00',
    ].join('\n');
    await importFiles(store, [{ path: 'transactions.csv', text }], {
      kind: null,
      dryRun: false,
      now: 0,
    });
    const paid = await ask('dividends', '分红发了吗', 'C1001');
    expect(paid.transactions?.told).toMatchObject([{ deed: 'dividend_paid', amount: 88.8 }]);
    const kept = await ask('dividends', '分红到哪了', 'C1017');
    expect(kept.transactions?.told).toMatchObject([{ deed: 'dividend_reinvested' }]);
    const none = await ask('trades', '我哪天买的安禾', 'C1017');
    expect(none.transactions).toMatchObject({ told: [], notOnRecord: '安禾' });
  });

  it('knows nothing yet of what the record dates ahead', async () => {
    const { transactions } = await ask('orders', '赎回的钱到了没', 'C1015', '2026-11-20');
    expect(transactions?.told.map(({ day }) => day)).toEqual(['2026-11-01']);
  });
});
