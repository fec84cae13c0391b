import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Schema } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import type { Columns, Fault, GivenFile, RawRow } from './file-rows.js';
import { readFileRows } from './file-rows.js';
import type { Kind, KindName, Reference } from './kinds.js';
import { customers, employees, events, holdings, prices, products, transactions } from './kinds.js';
import type { ImportTable } from './queries.js';
import { putRows, standingRows } from './queries.js';

/** How many rows of one kind are new, changed or as they were. */
export interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What an import would come to. */
export interface Plan {
  readonly counts: Counts;
  readonly writes: readonly Write[];
  /** Rows as they would stand, of what is new or changed. */
  readonly changed: readonly object[];
}

/** All rows of one kind in an import, judged by themselves. */
export interface Batch {
  readonly name: KindName;
  readonly faults: readonly Fault[];
  /** First column of every row's key: what other rows may refer to. */
  readonly ids: ReadonlySet<string>;
  readonly references: readonly (Reference & Pick<RawRow, 'file' | 'line'>)[];
  /** Of events: the kind of each. */
  readonly words: readonly string[];
  /** Compares with what stands. */
  plan(store: Store): Promise<Plan>;
}

/** A row of the right shape, and the table's row it becomes where nothing stands yet. */
interface Judged<Given, Row> extends Pick<RawRow, 'file' | 'line'> {
  readonly given: Given;
  readonly fresh: Row;
}

function openKind<Given, Table extends ImportTable>(kind: Kind<Given, Table>) {
  const all = Object.keys(kind.schema.shape);
  const required = all.filter((name) => !kind.schema.shape[name]?.safeParse(undefined).success);
  const columns: Columns = { all, required, cells: kind.cells };
  const [first] = kind.key;
  return (files: readonly GivenFile[]): Batch => {
    const read = files.map((file) => readFileRows(file, columns));
    const judged = judge(
      kind,
      read.flatMap(({ rows }) => rows),
    );
    const { rows } = judged;
    return {
      name: kind.name,
      faults: [...read.flatMap(({ faults }) => faults), ...judged.faults, ...repeated(kind, rows)],
      ids: new Set(rows.map(({ fresh }) => String(fresh[first]))),
      references: rows.flatMap(({ file, line, given }) =>
        kind.references(given).map((reference) => ({ ...reference, file, line })),
      ),
      words: rows.flatMap(({ given }) => kind.word?.(given) ?? []),
      plan: (store) => plan(store, kind, rows),
    };
  };
}

async function plan<Given, Table extends ImportTable>(
  store: Store,
  kind: Kind<Given, Table>,
  rows: readonly Judged<Given, Schema[Table]>[],
): ReturnType<Batch['plan']> {
  const [first] = kind.key;
  const ids = rows.map(({ fresh }) => String(fresh[first]));
  const standing = await standingRows(store, kind.table, first, ids);
  const before = new Map(standing.map((row) => [keyOf(kind, row), row]));
  const changed: Schema[Table][] = [];
  const follow: Write[] = [];
  let updated = 0;
  for (const { given, fresh } of rows) {
    const known = before.get(keyOf(kind, fresh));
    const row = known ? kind.row(given, known) : fresh;
    if (known && isSame(known, row)) continue;
    if (known) {
      updated += 1;
      follow.push(...(kind.follow?.(store, known, row) ?? []));
    }
    changed.push(row);
  }
  return {
    counts: {
      added: changed.length - updated,
      updated,
      unchanged: rows.length - changed.length,
    },
    writes: [...putRows(store, kind.table, kind.key, changed), ...follow],
    changed: changed as readonly object[],
  };
}

const keyOf = <Given, Table extends ImportTable>(
  kind: Kind<Given, Table>,
  row: Schema[Table],
): string => kind.key.map((column) => String(row[column])).join('|');

function judge<Given, Table extends ImportTable>(
  kind: Kind<Given, Table>,
  raw: readonly RawRow[],
): {
  readonly rows: readonly Judged<Given, Schema[Table]>[];
  readonly faults: readonly Fault[];
} {
  const rows: Judged<Given, Schema[Table]>[] = [];
  const faults: Fault[] = [];
  for (const { file, line, values } of raw) {
    const parsed = kind.schema.safeParse(values);
    if (parsed.success) {
      rows.push({ file, line, given: parsed.data, fresh: kind.row(parsed.data, null) });
      continue;
    }
    const reasons = parsed.error.issues.map((issue) => reasonOf(issue, values));
    faults.push(...reasons.map((reason) => ({ file, line, reason })));
  }
  return { rows, faults };
}

function reasonOf(issue: z.core.$ZodIssue, values: RawRow['values']): string {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return `unknown column ${[path, issue.keys.join(', ')].filter((one) => one !== '').join('.')}`;
  }
  const [column] = issue.path;
  const isMissing = issue.path.length === 1 && (values[String(column)] ?? null) === null;
  return `${path} ${isMissing ? 'is missing' : issue.message}`;
}

/** A key given twice: which of the two is meant, nobody could tell. */
function repeated<Given, Table extends ImportTable>(
  kind: Kind<Given, Table>,
  rows: readonly Judged<Given, Schema[Table]>[],
): readonly Fault[] {
  const first = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { file, line, fresh } of rows) {
    const key = keyOf(kind, fresh);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, `${file} line ${line}`);
    else
      faults.push({
        file,
        line,
        reason: `${key.replaceAll('|', ' ')} stands already in ${earlier}`,
      });
  }
  return faults;
}

/** Bodies are compared by what they say, not by the order of their names. */
const isSame = (one: object, other: object): boolean =>
  isDeepStrictEqual(withBody(one), withBody(other));

const withBody = (row: object): unknown =>
  'body' in row ? { ...row, body: JSON.parse(String(row.body)) as unknown } : { ...row };

/** Every kind there is; whatever others refer to stands first. */
export const KINDS: Readonly<Record<KindName, (files: readonly GivenFile[]) => Batch>> = {
  employees: openKind(employees),
  customers: openKind(customers),
  products: openKind(products),
  holdings: openKind(holdings),
  transactions: openKind(transactions),
  prices: openKind(prices),
  events: openKind(events),
};
