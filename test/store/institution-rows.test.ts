import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HoldingRow, PriceRow, TransactionRow } from '../../src/store/institution-rows.js';
import type { Store } from '../../src/store/store.js';
import { StoreFailure } from '../../src/store/store.js';
import { databases } from './databases.js';

const holding: HoldingRow = {
  customer_id: 'C1',
  product_code: 'P1',
  units: 10_234.56,
  cost: 12_000.1,
  as_of: '2026-11-24',
};
const price: PriceRow = { product_code: 'P1', date: '2026-11-24', nav: 1.0462 };
const bought: TransactionRow = {
  id: 'T1',
  customer_id: 'C1',
  product_code: null,
  kind: 'deposit',
  amount: 0.01,
  at: 1_795_000_000_123,
};

describe.each(databases)('an institution’s rows on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const keep = async () => {
    const { db } = store;
    await store.commit([
      { query: db.insertInto('holding').values(holding).compile() },
      { query: db.insertInto('price').values(price).compile() },
      { query: db.insertInto('transaction_record').values(bought).compile() },
    ]);
  };

  it('come back to the last digit, sums and instants as numbers', async () => {
    await keep();
    const { db } = store;
    expect(await db.selectFrom('holding').selectAll().execute()).toEqual([holding]);
    expect(await db.selectFrom('price').selectAll().execute()).toEqual([price]);
    expect(await db.selectFrom('transaction_record').selectAll().execute()).toEqual([bought]);
  });

  it('are one holding of a product a customer, one price a day, one transaction an id', async () => {
    await keep();
    const { db } = store;
    for (const query of [
      db.insertInto('holding').values({ ...holding, units: 1 }),
      db.insertInto('price').values({ ...price, nav: 2 }),
      db.insertInto('transaction_record').values({ ...bought, customer_id: 'C2' }),
    ]) {
      await expect(store.commit([{ query: query.compile() }])).rejects.toThrow(StoreFailure);
    }
  });

  it('tell what happened to a customer in the words of the event', async () => {
    const event = { id: 'E1', customer_id: 'C1', kind: 'bonus-received', at: 5, body: '{"a":1}' };
    await store.commit([{ query: store.db.insertInto('customer_event').values(event).compile() }]);
    expect(await store.db.selectFrom('customer_event').selectAll().execute()).toEqual([event]);
  });
});
