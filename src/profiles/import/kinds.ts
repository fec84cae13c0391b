import type { Product as ProductMaster } from '../../terms/product.js';
import type { CustomerRecord } from '../kyc.js';
import type { Schema } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import { productChanges } from '../product-changes.js';
import { insertProductChanges } from '../queries.js';
import { customerBody, employeeBody, productBody } from './bodies.js';
import type { Cell } from './fields.js';
import type { ImportTable } from './queries.js';
import type { z } from 'zod';
import type { EmployeeGiven } from './schemas.js';
import {
  Customer,
  CustomerEvent,
  Employee,
  Holding,
  Price,
  Product,
  Transaction,
} from './schemas.js';

export const KIND_NAMES = [
  'customers',
  'products',
  'holdings',
  'transactions',
  'prices',
  'employees',
  'events',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** Something another row must be there for. */
export interface Reference {
  readonly column: string;
  readonly kind: 'customers' | 'products' | 'employees';
  readonly id: string;
}

type Column<Table extends ImportTable> = keyof Schema[Table] & string;

/** One kind of row: how it is read, what it stands for, and which table it goes to. */
export interface Kind<Given, Table extends ImportTable> {
  readonly name: KindName;
  readonly table: Table;
  readonly schema: z.ZodType<Given> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  readonly cells: Readonly<Record<string, Cell>>;
  /** The columns of the table that name a row; rows that stand are looked up by the first. */
  readonly key: readonly [Column<Table>, ...Column<Table>[]];
  references(given: Given): readonly Reference[];
  /** The word rows of this kind are counted by. */
  word?(given: Given): string;
  row(given: Given, before: Schema[Table] | null): Schema[Table];
  /** What else is kept where a row takes the place of another. */
  follow?(store: Store, before: Schema[Table], after: Schema[Table]): readonly Write[];
}

const customer = (id: string): Reference => ({ column: 'customer', kind: 'customers', id });
const product = (id: string): Reference => ({ column: 'product', kind: 'products', id });

/** Fixes both parameters where a kind is written down. */
const kind = <Given, Table extends ImportTable>(one: Kind<Given, Table>): Kind<Given, Table> => one;

export const customers = kind({
  name: 'customers',
  table: 'customer',
  schema: Customer,
  cells: {
    identityVerified: 'flag',
    cddBlocked: 'flag',
    tolerance: 'number',
    lowestCategory: 'flag',
    qualifiedInvestor: 'flag',
    liquidAssets: 'number',
    monthlySpending: 'number',
    householdIncome: 'number',
    personalization: 'flag',
  },
  key: ['id'],
  references: ({ advisor }) =>
    advisor ? [{ column: 'advisor', kind: 'employees', id: advisor }] : [],
  row: (given, before) => ({
    id: given.id,
    name: given.name,
    body: JSON.stringify(
      customerBody(given, before && (JSON.parse(before.body) as CustomerRecord)),
    ),
  }),
});

export const products = kind({
  name: 'products',
  table: 'product',
  schema: Product,
  cells: {
    aliases: 'list',
    riskLevel: 'number',
    issuerRiskLevel: 'number',
    private: 'flag',
    lockDays: 'number',
    termYears: 'number',
    agency: 'flag',
    quota: 'number',
    minAmount: 'number',
    step: 'number',
    fees: 'json',
  },
  key: ['code'],
  references: () => [],
  row(given, before) {
    const body = productBody(given, before && (JSON.parse(before.body) as ProductMaster));
    return {
      code: body.code,
      name: body.name,
      status: body.status,
      regime: body.regime,
      private: body.private ? 1 : 0,
      body: JSON.stringify(body),
    };
  },
  follow: (store, before, after) => insertProductChanges(store, productChanges(before, after)),
});

export const holdings = kind({
  name: 'holdings',
  table: 'holding',
  schema: Holding,
  cells: { units: 'number', cost: 'number' },
  key: ['customer_id', 'product_code'],
  references: (given) => [customer(given.customer), product(given.product)],
  row: (given) => ({
    customer_id: given.customer,
    product_code: given.product,
    units: given.units,
    cost: given.cost,
    as_of: given.asOf,
  }),
});

export const transactions = kind({
  name: 'transactions',
  table: 'transaction_record',
  schema: Transaction,
  cells: { amount: 'number' },
  key: ['id'],
  references: (given) => [
    customer(given.customer),
    ...(given.product ? [product(given.product)] : []),
  ],
  row: (given, before) => ({
    id: given.id,
    customer_id: given.customer,
    product_code: given.product === undefined ? (before?.product_code ?? null) : given.product,
    kind: given.kind,
    amount: given.amount,
    at: given.at,
  }),
});

export const prices = kind({
  name: 'prices',
  table: 'price',
  schema: Price,
  cells: { nav: 'number' },
  key: ['product_code', 'date'],
  references: (given) => [product(given.product)],
  row: (given) => ({ product_code: given.product, date: given.date, nav: given.nav }),
});

export const employees = kind({
  name: 'employees',
  table: 'employee',
  schema: Employee,
  cells: {
    licences: 'list',
    productGrade: 'number',
    domains: 'list',
    languages: 'list',
    capacity: 'number',
  },
  key: ['id'],
  references: () => [],
  row: (given, before) => ({
    id: given.id,
    name: given.name,
    role: given.role,
    body: JSON.stringify(employeeBody(given, before && (JSON.parse(before.body) as EmployeeGiven))),
  }),
});

export const events = kind({
  name: 'events',
  table: 'customer_event',
  schema: CustomerEvent,
  cells: { body: 'json' },
  key: ['id'],
  references: (given) => [customer(given.customer)],
  word: (given) => given.kind,
  row: (given, before) => ({
    id: given.id,
    customer_id: given.customer,
    kind: given.kind,
    at: given.at,
    body: given.body === undefined ? (before?.body ?? '{}') : JSON.stringify(given.body ?? {}),
  }),
});
