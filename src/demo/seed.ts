import { readFileSync } from 'node:fs';
import { putRows } from '../profiles/import/queries.js';
import {
  deleteMasterData,
  hasMasterData,
  insertCustomers,
  insertEmployees,
  insertProducts,
  restoreCustomer,
} from '../profiles/queries.js';
import { readSetting, writeSetting } from '../store/setting.js';
import type { Store } from '../store/store.js';
import type { Json } from '../terms/json.js';
import type { Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { demoCustomerEvents } from './customer-events.js';
import { demoCustomers } from './customers.js';
import { demoEmployees } from './employees.js';
import { demoPortfolios } from './portfolios.js';
import { demoPrices } from './prices.js';
import { resolveDates } from './relative-dates.js';

const SEEDED = 'demo_seeded_on';

/** Whether nothing has been put into the store yet. */
export const isEmpty = async (store: Store): Promise<boolean> => !(await hasMasterData(store));

export const seededOn = (store: Store): Promise<LocalDate | null> => readSetting(store, SEEDED);

/**
 * Puts the demonstration institution's shelf, customers, staff and what customers hold into the
 * store, in one unit: all of it or nothing. Deterministic for one day; dates are relative to it.
 */
export async function seedDemo(store: Store, productsFile: URL, today: LocalDate): Promise<void> {
  const products = readProducts(productsFile, today);
  const customers = demoCustomers(today);
  const prices = demoPrices(products);
  const { holdings, transactions } = demoPortfolios(customers, products, prices, today);
  await store.commit([
    ...deleteMasterData(store),
    ...insertProducts(store, products.map(productRow)),
    ...insertCustomers(
      store,
      customers.map((customer) => ({
        id: customer.id,
        name: customer.name,
        body: JSON.stringify(customer),
      })),
    ),
    ...insertEmployees(
      store,
      demoEmployees.map((employee) => ({
        id: employee.id,
        name: employee.name,
        role: employee.role,
        body: JSON.stringify(employee),
      })),
    ),
    ...putRows(store, 'price', ['product_code', 'date'], prices),
    ...putRows(store, 'holding', ['customer_id', 'product_code'], holdings),
    ...putRows(store, 'transaction_record', ['id'], transactions),
    ...putRows(store, 'customer_event', ['id'], demoCustomerEvents(customers, today)),
    writeSetting(store, SEEDED, today),
  ]);
}

/** A demonstration customer as on the first day, whatever was learned since; others are left alone. */
export async function standAsSeeded(store: Store, id: string): Promise<void> {
  const seeded = await seededOn(store);
  const customer = seeded && demoCustomers(seeded).find((one) => one.id === id);
  if (customer) await store.commit(restoreCustomer(store, id, JSON.stringify(customer)));
}

const readProducts = (file: URL, today: LocalDate): readonly Product[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => resolveDates(JSON.parse(line) as Json, today) as unknown as Product);

const productRow = (product: Product) => ({
  code: product.code,
  name: product.name,
  status: product.status,
  regime: product.regime,
  private: product.private ? 1 : 0,
  body: JSON.stringify(product),
});
