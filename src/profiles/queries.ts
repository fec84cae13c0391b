import type { Store } from '../store/store.js';

export const findProductRow = (store: Store, code: string) =>
  store.db.selectFrom('product').select('body').where('code', '=', code).executeTakeFirst();

export const allProductRows = (store: Store) =>
  store.db.selectFrom('product').select('body').orderBy('code').execute();

export const findCustomerRow = (store: Store, id: string) =>
  store.db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();
