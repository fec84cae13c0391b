import { PERSONALIZATION_KINDS } from '../advice/lifecycle/moments/contact.js';
import type {
  CustomerRow,
  EmployeeRow,
  ProductChangeRow,
  ProductRow,
} from '../store/institution-rows.js';
import type { AssessmentRow } from '../store/schema.js';
import { allRows, firstRow, prepared } from '../store/prepared.js';
import type { Store, Write } from '../store/store.js';
import type { Instant } from '../terms/time.js';

/** Every statement on the master data: `product`, `customer`, `employee`; and on `assessment`. */

const productByCode = prepared(({ db }, { code }: { code: string }) =>
  db.selectFrom('product').select('body').where('code', '=', code),
);

export const findProductRow = (store: Store, code: string) =>
  firstRow(store, productByCode(store, { code }));

const productsByCode = prepared(({ db }) =>
  db.selectFrom('product').select('body').orderBy('code'),
);

export const allProductRows = (store: Store) => allRows(store, productsByCode(store, {}));

const productCodes = prepared(({ db }) => db.selectFrom('product').select('code'));

export const allProductCodes = (store: Store) => allRows(store, productCodes(store, {}));

/** 重大变化 a customer reported, and one that a later questionnaire has taken into account. */
const MATERIAL_CHANGE = 'material-change';
const MATERIAL_CHANGE_SETTLED = 'material-change-assessed';

/** `id`: the message it was told in. */
export const insertMaterialChange = (
  { db }: Store,
  customer: string,
  told: { readonly id: string; readonly change: string; readonly said: string },
  at: Instant,
): Write => ({
  query: db
    .insertInto('customer_event')
    .values({
      id: `told:${told.id}`,
      customer_id: customer,
      kind: MATERIAL_CHANGE,
      at,
      body: JSON.stringify({ change: told.change, source: told.id, said: told.said }),
    })
    .onConflict((on) => on.doNothing())
    .compile(),
});

/** They stay on file; the questionnaire taken after them speaks for the customer again. */
export const settleMaterialChanges = ({ db }: Store, customer: string): Write => ({
  query: db
    .updateTable('customer_event')
    .set({ kind: MATERIAL_CHANGE_SETTLED })
    .where('customer_id', '=', customer)
    .where('kind', '=', MATERIAL_CHANGE)
    .compile(),
});

/**
 * With the customer's last word on being chosen for, which stands above the row, and when they last told
 * of a change that no questionnaire has taken into account; null: they said none.
 */
const customerById = prepared(({ db }, { id }: { id: string }) =>
  db
    .selectFrom('customer')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('customer_event')
        .select('kind')
        .whereRef('customer_event.customer_id', '=', 'customer.id')
        .where('kind', 'in', [...PERSONALIZATION_KINDS])
        .orderBy('at', 'desc')
        .orderBy('customer_event.id', 'desc')
        .limit(1)
        .as('personalization_wish'),
    )
    .select(({ selectFrom }) =>
      selectFrom('customer_event')
        .select(({ fn }) => fn.max('at').as('at'))
        .whereRef('customer_event.customer_id', '=', 'customer.id')
        .where('kind', '=', MATERIAL_CHANGE)
        .as('changed_at'),
    )
    .where('id', '=', id),
);

export const findCustomerRow = (store: Store, id: string) =>
  firstRow(store, customerById(store, { id }));

const employeeById = prepared(({ db }, { id }: { id: string }) =>
  db.selectFrom('employee').selectAll().where('id', '=', id),
);

export const findEmployeeRow = (store: Store, id: string) =>
  firstRow(store, employeeById(store, { id }));

const holdingsOfCustomer = prepared(({ db }, { id }: { id: string }) =>
  db.selectFrom('holding').selectAll().where('customer_id', '=', id).orderBy('product_code'),
);

export const holdingRows = (store: Store, id: string) =>
  allRows(store, holdingsOfCustomer(store, { id }));

const transactionsOfCustomer = prepared(({ db }, { id }: { id: string }) =>
  db.selectFrom('transaction_record').selectAll().where('customer_id', '=', id).orderBy('at'),
);

export const transactionRows = (store: Store, id: string) =>
  allRows(store, transactionsOfCustomer(store, { id }));

const eventsOfKind = prepared(({ db }, { id, kind }: { id: string; kind: string }) =>
  db
    .selectFrom('customer_event')
    .selectAll()
    .where('customer_id', '=', id)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc'),
);

/** What happened to a customer of that kind, latest first. */
export const eventRowsOf = (store: Store, id: string, kind: string) =>
  allRows(store, eventsOfKind(store, { id, kind }));

/** Codes of all that a customer holds or ever traded. */
const touchedBy = ({ db }: Pick<Store, 'db'>, id: string) =>
  db
    .selectFrom('holding')
    .select('product_code')
    .where('customer_id', '=', id)
    .union(
      db
        .selectFrom('transaction_record')
        .select((eb) => eb.ref('product_code').$castTo<string>().as('product_code'))
        .where('customer_id', '=', id)
        .where('product_code', 'is not', null),
    );

const productsOfCustomer = prepared((store, { id }: { id: string }) =>
  store.db.selectFrom('product').select('body').where('code', 'in', touchedBy(store, id)),
);

/** Whatever their place on the shelf: who holds a product may see that they do. */
export const heldProductRows = (store: Store, id: string) =>
  allRows(store, productsOfCustomer(store, { id }));

const pricesOfCustomer = prepared((store, { id }: { id: string }) =>
  store.db
    .selectFrom('price')
    .selectAll()
    .where('product_code', 'in', touchedBy(store, id))
    .orderBy('product_code')
    .orderBy('date'),
);

export const heldPriceRows = (store: Store, id: string) =>
  allRows(store, pricesOfCustomer(store, { id }));

const pricesOfProduct = prepared(({ db }, { code }: { code: string }) =>
  db.selectFrom('price').select(['date', 'nav']).where('product_code', '=', code).orderBy('date'),
);

export const priceRowsOf = (store: Store, code: string) =>
  allRows(store, pricesOfProduct(store, { code }));

const employeesById = prepared(({ db }) => db.selectFrom('employee').selectAll().orderBy('id'));

export const allEmployeeRows = (store: Store) => allRows(store, employeesById(store, {}));

/** Puts a new body in the place of the one that was read; a conflict where it has changed meanwhile. */
export const replaceCustomer = (
  { db }: Store,
  id: string,
  before: string,
  body: string,
): Write => ({
  query: db
    .updateTable('customer')
    .set({ body })
    .where('id', '=', id)
    .where('body', '=', before)
    .compile(),
  rows: 1,
});

/** Puts a new body in the place of the one that was read; a conflict where it has changed meanwhile. */
export const replaceEmployee = (
  { db }: Store,
  id: string,
  before: string,
  body: string,
): Write => ({
  query: db
    .updateTable('employee')
    .set({ body })
    .where('id', '=', id)
    .where('body', '=', before)
    .compile(),
  rows: 1,
});

const daysAssessed = prepared(({ db }, { id }: { id: string }) =>
  db
    .selectFrom('assessment')
    .select(['nth', 'day', 'state', 'tolerance', 'lowest_category'])
    .where('customer_id', '=', id)
    .orderBy('nth'),
);

export const assessmentDays = (store: Store, id: string) =>
  allRows(store, daysAssessed(store, { id }));

export const insertAssessment = ({ db }: Store, row: AssessmentRow): Write => ({
  query: db
    .insertInto('assessment')
    .values(row)
    .onConflict((c) => c.doNothing())
    .compile(),
  rows: 1,
});

/** Whether there is any product or customer. */
export async function hasMasterData({ db }: Store): Promise<boolean> {
  const product = await db.selectFrom('product').select('code').limit(1).executeTakeFirst();
  const customer = await db.selectFrom('customer').select('id').limit(1).executeTakeFirst();
  return product !== undefined || customer !== undefined;
}

/** One customer with a body of one's own choosing, as if never assessed here and nothing was asked. */
export const restoreCustomer = ({ db }: Store, id: string, body: string): readonly Write[] => [
  {
    query: db
      .deleteFrom('customer_event')
      .where('customer_id', '=', id)
      .where(({ or, eb }) => or([eb('id', 'like', 'wish:%'), eb('id', 'like', 'told:%')]))
      .compile(),
  },
  { query: db.deleteFrom('deleted_tag').where('customer_id', '=', id).compile() },
  { query: db.updateTable('customer').set({ body }).where('id', '=', id).compile() },
  { query: db.deleteFrom('assessment').where('customer_id', '=', id).compile() },
];

/** Masters, and all that refers to them. */
export const deleteMasterData = ({ db }: Store): readonly Write[] => [
  { query: db.deleteFrom('holding').compile() },
  { query: db.deleteFrom('transaction_record').compile() },
  { query: db.deleteFrom('price').compile() },
  { query: db.deleteFrom('customer_event').compile() },
  { query: db.deleteFrom('deleted_tag').compile() },
  { query: db.deleteFrom('product').compile() },
  { query: db.deleteFrom('customer').compile() },
  { query: db.deleteFrom('employee').compile() },
  { query: db.deleteFrom('assessment').compile() },
];

/** Rows a statement: far below both databases' parameter limits. */
const BATCH = 200;

const inBatches = <Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => Write['query'],
): readonly Write[] => {
  const writes: Write[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    writes.push({ query: insert(rows.slice(at, at + BATCH)) });
  }
  return writes;
};

export const insertProducts = ({ db }: Store, rows: readonly ProductRow[]): readonly Write[] =>
  inBatches(rows, (batch) => db.insertInto('product').values(batch).compile());

export const insertCustomers = ({ db }: Store, rows: readonly CustomerRow[]): readonly Write[] =>
  inBatches(rows, (batch) => db.insertInto('customer').values(batch).compile());

export const insertEmployees = ({ db }: Store, rows: readonly EmployeeRow[]): readonly Write[] =>
  inBatches(rows, (batch) => db.insertInto('employee').values(batch).compile());

/** Changes of products on file; a second import of the day keeps what was before the first. */
export const insertProductChanges = (
  { db }: Store,
  rows: readonly ProductChangeRow[],
): readonly Write[] =>
  rows.map((row) => ({
    query: db
      .insertInto('product_change')
      .values(row)
      .onConflict((c) => c.columns(['code', 'day', 'kind']).doUpdateSet({ after: row.after }))
      .compile(),
  }));

const deletedTagsOf = prepared(({ db }, { id }: { id: string }) =>
  db.selectFrom('deleted_tag').select('tag').where('customer_id', '=', id),
);

export const deletedTagRows = (store: Store, id: string) =>
  allRows(store, deletedTagsOf(store, { id }));
