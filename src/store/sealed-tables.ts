import type { KeptRow } from './kept.js';
import { kept } from './kept.js';
import type { Sealed } from './schema.js';

/** Which columns of which tables are sealed, under whose key and bound to which place. */
export interface SealedTable {
  readonly columns: readonly string[];
  /** What names a row; none: its stream alone. */
  readonly id: readonly string[];
  /** The column with the stream; null: the row itself does not say. */
  readonly scope: string | null;
  /** Put before it; absent: nothing. */
  readonly within?: string;
}

const OF_CUSTOMER = 'customer:';

/** What is derived about a customer and belongs to no stream is under a key of this name. */
export const customerScope = (customer: string): string => `${OF_CUSTOMER}${customer}`;

export const SEALED_TABLES = {
  event: { columns: ['body', 'salt'], id: ['seq'], scope: 'stream' },
  message: { columns: ['text'], id: ['seq'], scope: 'conversation_id' },
  inbox: { columns: ['body'], id: ['channel', 'activity_id'], scope: 'conversation_id' },
  conversation: { columns: ['address'], id: [], scope: 'id' },
  attachment: { columns: ['name', 'content'], id: ['id'], scope: 'conversation_id' },
  attempt: {
    columns: ['versions', 'draft', 'blocked_by', 'given'],
    id: ['turn_id', 'n'],
    scope: 'conversation_id',
  },
  tool_call: { columns: ['args', 'result'], id: ['idem_key'], scope: null },
  outbox: { columns: ['statement', 'last_error'], id: ['id'], scope: 'conversation_id' },
  handoff: { columns: ['state'], id: [], scope: 'conversation_id' },
  moment: { columns: ['body'], id: ['id'], scope: 'customer_id', within: OF_CUSTOMER },
  idempotency: { columns: ['answer'], id: ['id'], scope: null },
  review_item: { columns: ['state'], id: [], scope: 'conversation_id' },
  coaching_note: {
    columns: ['words'],
    id: ['employee_id', 'by_staff'],
    scope: 'conversation_id',
  },
  saved_search: {
    columns: ['name', 'query'],
    id: ['id'],
    scope: 'staff_id',
    within: 'searches:',
  },
} as const satisfies Record<keyof Sealed, SealedTable>;

type Value = string | number | Uint8Array | null;
type Row = Readonly<Record<string, Value>>;

/**
 * The sealed columns of a row, or of as much of one as names it, ready to be written. `scope`: its
 * stream, where the row does not say.
 */
export function keptColumns<T extends keyof Sealed, R extends object>(
  table: T,
  row: R,
  scope?: string,
): Pick<KeptRow<R, Sealed[T] & keyof R>, Sealed[T] & keyof R> {
  const { columns, id, scope: named, within = '' } = SEALED_TABLES[table] as SealedTable;
  const given = row as Row;
  const stream = scope ?? `${within}${String(given[named ?? ''])}`;
  const place = id.map((column) => `/${String(given[column])}`).join('');
  const sealed = columns
    .filter((column) => column in given)
    .map((column) => {
      const words = (given[column] ?? null) as string | Uint8Array | null;
      return [column, kept(stream, `${table}.${column}${place}`, words)];
    });
  return Object.fromEntries(sealed) as never;
}

/** The same with every other column of the row. */
export const keptRow = <T extends keyof Sealed, R extends object>(
  table: T,
  row: R,
  scope?: string,
): KeptRow<R, Sealed[T] & keyof R> =>
  ({ ...row, ...keptColumns(table, row, scope) }) as KeptRow<R, Sealed[T] & keyof R>;
