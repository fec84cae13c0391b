import type { CompiledQuery, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement of an import: rows as they stand, and rows put in the place of them. */

export type ImportTable =
  | 'customer'
  | 'product'
  | 'employee'
  | 'holding'
  | 'transaction_record'
  | 'price'
  | 'customer_event';

/** Values a statement: far below both databases' parameter limits. */
const BATCH = 200;

const batches = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  );

/** The rows whose `column` is one of `values`. */
export async function standingRows<Table extends ImportTable>(
  { db }: Store,
  table: Table,
  column: keyof Schema[Table] & string,
  values: Iterable<string>,
): Promise<readonly Schema[Table][]> {
  const found: Schema[Table][] = [];
  for (const batch of batches([...new Set(values)])) {
    const query = sql<Schema[Table]>`select * from ${sql.table(table)}
      where ${sql.ref(column)} in (${sql.join(batch)})`;
    found.push(...(await query.execute(db)).rows);
  }
  return found;
}

const MASTERS = {
  customers: { table: 'customer', column: 'id' },
  products: { table: 'product', column: 'code' },
  employees: { table: 'employee', column: 'id' },
} as const;

/** Which of `ids` the store has as customer, product or employee. */
export async function knownIds(
  { db }: Store,
  kind: keyof typeof MASTERS,
  ids: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const { table, column } = MASTERS[kind];
  const known = new Set<string>();
  for (const batch of batches([...new Set(ids)])) {
    const query = sql<{ id: string }>`select ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} in (${sql.join(batch)})`;
    for (const { id } of (await query.execute(db)).rows) known.add(id);
  }
  return known;
}

/** Inserts rows, or puts them in the place of those with the same key. Each key once a call. */
export function putRows<Table extends ImportTable>(
  { db }: Store,
  table: Table,
  key: readonly (keyof Schema[Table] & string)[],
  rows: readonly Schema[Table][],
): readonly Write[] {
  const [first] = rows;
  if (!first) return [];
  const columns = Object.keys(first as object) as (keyof Schema[Table] & string)[];
  // The SQL of a full batch is the same every time: building it is most of the work.
  const statements = new Map<number, CompiledQuery>();
  return batches(rows).map((batch) => {
    const known =
      statements.get(batch.length) ?? insertion(table, key, columns, batch.length).compile(db);
    statements.set(batch.length, known);
    const parameters = batch.flatMap((row) => columns.map((column) => row[column]));
    return { query: { ...known, parameters }, rows: batch.length };
  });
}

/** The statement for so many rows; its values are put in afterwards, in the order of the columns. */
function insertion(
  table: string,
  key: readonly string[],
  columns: readonly string[],
  rows: number,
): RawBuilder<unknown> {
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const row = sql`(${sql.join(columns.map(() => null))})`;
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`insert into ${sql.table(table)} (${refs(columns)})
    values ${sql.join(Array.from({ length: rows }, () => row))}
    on conflict (${refs(key)}) do update set ${sql.join(changes)}`;
}
