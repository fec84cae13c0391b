import { readFileSync } from 'node:fs';
import type { Store, Write } from '../store/store.js';
import type { Json } from '../terms/json.js';
import type { Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { demoCustomers } from './customers.js';
import { demoEmployees } from './employees.js';
import { resolveDates } from './relative-dates.js';

const SEEDED = 'demo_seeded_on';

/** Whether nothing has been put into the store yet. */
export async function isEmpty(store: Store): Promise<boolean> {
  const product = await store.db.selectFrom('product').select('code').limit(1).executeTakeFirst();
  const customer = await store.db.selectFrom('customer').select('id').limit(1).executeTakeFirst();
  return !product && !customer;
}

export async function seededOn(store: Store): Promise<LocalDate | null> {
  const row = await store.db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', SEEDED)
    .executeTakeFirst();
  return row?.value ?? null;
}

/**
 * Puts the demonstration institution's shelf, customers and staff into the store, in one unit:
 * all of it or nothing. Deterministic for one day; dates are relative to it.
 */
export async function seedDemo(store: Store, productsFile: URL, today: LocalDate): Promise<void> {
  const products = readProducts(productsFile, today);
  await store.commit([
    ...clear(store),
    ...products.map((product) => insertProduct(store, product)),
    ...insertCustomers(store, today),
    ...insertEmployees(store),
    { query: store.db.insertInto('setting').values({ name: SEEDED, value: today }).compile() },
  ]);
}

function clear({ db }: Store): readonly Write[] {
  return [
    { query: db.deleteFrom('product').compile() },
    { query: db.deleteFrom('customer').compile() },
    { query: db.deleteFrom('employee').compile() },
    { query: db.deleteFrom('setting').where('name', '=', SEEDED).compile() },
  ];
}

const readProducts = (file: URL, today: LocalDate): readonly Product[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => resolveDates(JSON.parse(line) as Json, today) as unknown as Product);

const insertProduct = ({ db }: Store, product: Product): Write => ({
  query: db
    .insertInto('product')
    .values({
      code: product.code,
      name: product.name,
      status: product.status,
      regime: product.regime,
      private: product.private ? 1 : 0,
      body: JSON.stringify(product),
    })
    .compile(),
});

/** Rows a statement: far below both databases' parameter limits. */
const BATCH = 200;

function insertCustomers({ db }: Store, today: LocalDate): readonly Write[] {
  const rows = demoCustomers(today).map((customer) => ({
    id: customer.id,
    name: customer.name,
    body: JSON.stringify(customer),
  }));
  const writes: Write[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    writes.push({
      query: db
        .insertInto('customer')
        .values(rows.slice(at, at + BATCH))
        .compile(),
    });
  }
  return writes;
}

const insertEmployees = ({ db }: Store): readonly Write[] => [
  {
    query: db
      .insertInto('employee')
      .values(
        demoEmployees.map((employee) => ({
          id: employee.id,
          name: employee.name,
          role: employee.role,
          body: JSON.stringify(employee),
        })),
      )
      .compile(),
  },
];
