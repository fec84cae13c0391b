import type { Kysely, Migration } from 'kysely';

/**
 * What the institution's own systems know of a customer's money: holdings, transactions, the prices
 * they are valued at, and what happened in the customer's life. Loaded by `shuzhi import`.
 */
export const institutionRows: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('holding')
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('product_code', 'text', (c) => c.notNull())
      .addColumn('units', 'double precision', (c) => c.notNull())
      .addColumn('cost', 'double precision', (c) => c.notNull())
      .addColumn('as_of', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('holding_pk', ['customer_id', 'product_code'])
      .execute();
    await db.schema.createIndex('holding_product').on('holding').column('product_code').execute();
    await db.schema
      .createTable('transaction_record')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('customer_id', 'text', (c) => c.notNull())
      .addColumn('product_code', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('amount', 'double precision', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createIndex('transaction_record_customer')
      .on('transaction_record')
      .columns(['customer_id', 'at'])
      .execute();
    await createPriceAndEvent(db);
  },
};

async function createPriceAndEvent(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('price')
    .addColumn('product_code', 'text', (c) => c.notNull())
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('nav', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('price_pk', ['product_code', 'date'])
    .execute();
  await db.schema
    .createTable('customer_event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('customer_event_customer')
    .on('customer_event')
    .columns(['customer_id', 'at'])
    .execute();
}
