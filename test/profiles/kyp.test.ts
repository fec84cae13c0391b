import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCustomer } from '../../src/profiles/kyc.js';
import { findProduct, isPublic, publicProducts } from '../../src/profiles/kyp.js';
import { seedDemo } from '../../src/demo/seed.js';
import type { Store } from '../../src/store/store.js';
import { PRODUCTS_FILE, TODAY, demoProduct } from '../demo/demo-shelf.js';
import { databases } from '../store/databases.js';

describe.each(databases.slice(0, 1))('portraits on $name', (database) => {
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

  it('show a product of the shelf as it stands in the master', async () => {
    expect(await findProduct(store, 'QY0021')).toEqual(demoProduct('QY0021'));
  });

  it('show no private product and no draft, not even to who knows the code', async () => {
    for (const code of ['HT0001', 'WC0001', 'LX0093', 'nothing']) {
      expect(await findProduct(store, code)).toBeNull();
    }
    const codes = (await publicProducts(store)).map(({ code }) => String(code));
    expect(codes).not.toContain('HT0001');
    expect(codes).toContain('YX0501');
  });

  it('forget a product in the second it leaves the shelf', async () => {
    const query = store.db
      .updateTable('product')
      .set({ body: JSON.stringify(demoProduct('QY0060', { status: 'draft' })) })
      .where('code', '=', 'QY0060')
      .compile();
    await store.commit([{ query }]);
    expect(await findProduct(store, 'QY0060')).toBeNull();
  });

  it('keep showing what can no longer be bought', () => {
    expect(isPublic(demoProduct('QY0021', { status: 'closed' }))).toBe(true);
  });

  it('know a customer by id and nobody else', async () => {
    expect(await findCustomer(store, 'C1003')).toMatchObject({ name: '陈嘉怡', tolerance: 3 });
    expect(await findCustomer(store, 'c1003')).toBeNull();
  });
});
