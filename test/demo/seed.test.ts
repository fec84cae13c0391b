import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEmpty, seedDemo, seededOn } from '../../src/demo/seed.js';
import type { Store } from '../../src/store/store.js';
import { databases } from '../store/databases.js';
import { PRODUCTS_FILE, TODAY, demoShelf } from './demo-shelf.js';

describe.each(databases)('seeding on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  const counts = async () => {
    const count = async (table: 'product' | 'customer' | 'employee') =>
      (await store.db.selectFrom(table).selectAll().execute()).length;
    return [await count('product'), await count('customer'), await count('employee')];
  };

  it('fills an empty store in one go and leaves a note of the day', async () => {
    expect([await isEmpty(store), await seededOn(store)]).toEqual([true, null]);
    await seedDemo(store, PRODUCTS_FILE, TODAY);
    expect([await isEmpty(store), await seededOn(store)]).toEqual([false, TODAY]);
    expect(await counts()).toEqual([demoShelf.length, 2_000, 16]);
  });

  it('puts everything back when done again on a later day', async () => {
    const rename = store.db.updateTable('customer').set({ name: '改了' }).compile();
    const stray = { customer_id: 'C1009', product_code: 'QY0060', units: 1, cost: 1, as_of: TODAY };
    await store.commit([
      { query: rename },
      { query: store.db.insertInto('holding').values(stray).compile() },
    ]);
    await seedDemo(store, PRODUCTS_FILE, '2027-01-10');
    expect(await seededOn(store)).toBe('2027-01-10');
    expect(await counts()).toEqual([demoShelf.length, 2_000, 16]);
    const [row] = await store.db
      .selectFrom('customer')
      .select('name')
      .where('id', '=', 'C1003')
      .execute();
    expect(row?.name).toBe('陈嘉怡');
    const holdings = await store.db
      .selectFrom('holding')
      .select(['customer_id', 'as_of'])
      .where('customer_id', 'in', ['C1003', 'C1009'])
      .execute();
    expect(holdings).toEqual(
      Array.from({ length: 4 }, () => ({ customer_id: 'C1003', as_of: '2027-01-09' })),
    );
  });

  it('keeps what was there when the new shelf is broken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-seed-'));
    const twice = JSON.stringify(demoShelf[0]);
    const file = join(folder, 'products.jsonl');
    writeFileSync(file, `${twice}\n${twice}\n`);
    await expect(seedDemo(store, pathToFileURL(file), TODAY)).rejects.toThrow();
    expect(await counts()).toEqual([demoShelf.length, 2_000, 16]);
    rmSync(folder, { recursive: true });
  });
});
