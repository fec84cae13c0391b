import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { isSealed } from './kept.js';
import type { Schema, Sealed } from './schema.js';
import type { SealedTable } from './sealed-tables.js';
import { SEALED_TABLES, keptColumns } from './sealed-tables.js';
import type { Store, Write } from './store.js';
import { StoreFailure } from './store.js';

/** Rows read and written at once. */
const PAGE = 500;

type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/**
 * Seals what an earlier version wrote in clear, once, before anything else is done with the store:
 * begun again it goes on where it stopped. What the ledger committed to is the words themselves, so
 * every entry still holds. `lying`: reads rows as they lie there.
 */
export async function sealOldRows(store: Store, lying: Kysely<Schema>): Promise<void> {
  const done = await lying.selectFrom('sealed_once').select('table_name').execute();
  const names = new Set(done.map(({ table_name: name }) => name));
  const tables = (Object.keys(SEALED_TABLES) as (keyof Sealed)[]).filter((one) => !names.has(one));
  let found = 0;
  for (const table of tables) {
    found += await sealTable(store, lying, table);
  }
  // Older versions of the rows still lie in the files.
  if (found > 0) await store.scour('pack');
  await store.commit(
    tables.map((table) => ({
      query: store.db
        .insertInto('sealed_once')
        .values({ table_name: table })
        .onConflict((c) => c.doNothing())
        .compile(),
    })),
  );
}

async function sealTable(
  store: Store,
  lying: Kysely<Schema>,
  table: keyof Sealed,
): Promise<number> {
  let found = 0;
  let after: readonly unknown[] | null = null;
  for (;;) {
    const rows: readonly Row[] = (await pageOf(table, after).execute(lying)).rows;
    const last = rows.at(-1);
    if (!last) return found;
    const writes = rows.flatMap((row) => sealed(store, table, row));
    found += writes.length;
    const commit = await store.commit(writes);
    if (commit.kind !== 'committed') throw new StoreFailure(`${table} could not be sealed`);
    after = KEYS[table].map((column) => last[column]);
  }
}

/** What a page is ordered by: the primary key. */
const KEYS: Readonly<Record<keyof Sealed, readonly string[]>> = {
  event: ['stream', 'seq'],
  message: ['conversation_id', 'seq'],
  inbox: ['seq'],
  conversation: ['id'],
  attachment: ['conversation_id', 'id'],
  attempt: ['turn_id', 'n'],
  tool_call: ['idem_key'],
  outbox: ['id'],
  handoff: ['conversation_id'],
  moment: ['id'],
  idempotency: ['id'],
  review_item: ['conversation_id'],
  coaching_note: ['conversation_id', 'employee_id', 'by_staff'],
  saved_search: ['id'],
};

const columnsOf = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));

function pageOf(table: keyof Sealed, after: readonly unknown[] | null): RawBuilder<Row> {
  const key = columnsOf(KEYS[table]);
  const beyond = after === null ? sql`1 = 1` : sql`(${key}) > (${sql.join(after)})`;
  // A tool call names its turn, and the turn's attempt its conversation.
  const scope =
    table === 'tool_call'
      ? sql`, (select max(a.conversation_id) from attempt a where a.turn_id = tool_call.turn_id) as scope`
      : sql``;
  return sql<Row>`select *${scope} from ${sql.table(table)} where ${beyond} order by ${key} limit ${PAGE}`;
}

/** Nothing to write for a row that is sealed already, or of which nobody knows whose it is. */
function sealed(store: Store, table: keyof Sealed, row: Row): readonly Write[] {
  const { columns, id, scope, within = '' }: SealedTable = SEALED_TABLES[table];
  const open = columns.filter((column) => row[column] !== null && !isSealed(row[column]));
  if (open.length === 0) return [];
  const own = row[scope ?? 'scope'] ?? null;
  const stream = own === null ? `lost:${table}` : `${within}${String(own)}`;
  const named = Object.fromEntries([...id, ...open].map((column) => [column, row[column] ?? null]));
  const values = keptColumns(table, named, stream) as Readonly<Record<string, unknown>>;
  const set = sql.join(open.map((column) => sql`${sql.ref(column)} = ${values[column]}`));
  const where = sql.join(
    KEYS[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  );
  const query = sql`update ${sql.table(table)} set ${set} where ${where}`.compile(store.db);
  return [{ query, rows: 1 }];
}
