import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { movementOver } from '../../src/advice/lifecycle/movement.js';
import { reviewPortfolio } from '../../src/advice/lifecycle/review.js';
import { seedDemo } from '../../src/demo/seed.js';
import { importFiles } from '../../src/profiles/import/import.js';
import { readPortfolio, tradedBy } from '../../src/profiles/portfolio.js';
import type { Store } from '../../src/store/store.js';
import { customerId } from '../../src/terms/ids.js';
import type { LocalDate } from '../../src/terms/time.js';
import { addDays } from '../../src/terms/time.js';
import { PRODUCTS_FILE, TODAY } from '../demo/demo-shelf.js';
import { databases } from '../store/databases.js';

describe.each(databases)('a customer’s portfolio on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    await seedDemo(store, PRODUCTS_FILE, TODAY);
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  const read = (id: string) => readPortfolio(store, customerId(id));

  it('is the customer’s own, with the products and prices of all they traded', async () => {
    const { record, trades } = await read('C1004');
    const codes = ['LX0088', 'QY0003', 'QY0021', 'QY0071'];
    expect(record.holdings.map(({ product }) => String(product))).toEqual(codes);
    expect([...record.products.keys()].sort()).toEqual(codes);
    expect([...record.prices.keys()].sort()).toEqual(codes);
    expect(trades).toHaveLength(4);
    const dates = record.prices.get('QY0071')?.map(({ date }) => date) ?? [];
    expect(dates).toEqual([...dates].sort());
    expect(dates.at(-1)).toBe(addDays(TODAY, -1));
  });

  it('is empty of one who holds nothing, and of nobody', async () => {
    for (const id of ['C1009', 'nobody']) {
      const { record, trades } = await read(id);
      expect([record.holdings, trades]).toEqual([[], []]);
    }
  });

  it('tells C1005’s loss the same by what was paid and by what moved since the first day', async () => {
    const { record, trades } = await read('C1005');
    const review = reviewPortfolio(record, 5, TODAY);
    const moved = movementOver(record, trades, { from: addDays(TODAY, -1_096), to: TODAY });
    expect(review.profit).toBeLessThan(-30_000);
    expect(moved?.change).toBeCloseTo(review.profit ?? NaN, 0);
    expect(moved?.contributions[0]?.product).toBe('YX0501');
  });

  it('reads what was just imported', async () => {
    const files = [
      {
        path: 'holdings.csv',
        text: 'customer,product,units,cost,asOf\nC1009,QY0060,100,120,2026-11-24\n',
      },
      {
        path: 'transactions.csv',
        text: 'id,customer,product,kind,amount,at\nX1,C1009,,deposit,500,2026-11-01\nX2,C1009,QY0060,switch_in,120,2026-11-02T15:30\n',
      },
    ];
    await importFiles(store, files, { kind: null, dryRun: false, now: 0 });
    const { record, trades } = await read('C1009');
    expect(record.holdings).toEqual([
      { product: 'QY0060', units: 100, cost: 120, asOf: '2026-11-24' },
    ]);
    expect(trades).toEqual([{ product: 'QY0060', way: 'in', amount: 120, day: '2026-11-02' }]);
  });

  it('counts what is dated ahead from its own day on', async () => {
    const text = 'id,customer,product,kind,amount,at\nX9,C1009,QY0060,purchase,80,2030-01-05\n';
    const files = [{ path: 'transactions.csv', text }];
    await importFiles(store, files, { kind: null, dryRun: false, now: 0 });
    const daysBy = async (day: LocalDate) =>
      tradedBy(await read('C1009'), day).trades.map((trade) => trade.day);
    expect(await daysBy(TODAY)).not.toContain('2030-01-05');
    expect(await daysBy('2030-01-05')).toContain('2030-01-05');
  });
});
