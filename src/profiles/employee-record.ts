import type { Conflict, ConflictKind } from '../advice/routing/candidate.js';
import { CONFLICT_KINDS } from '../advice/routing/candidate.js';
import type { Licence } from '../advice/suitability/seller.js';
import { LICENCES } from '../advice/suitability/seller.js';
import type { EmployeeRow } from '../store/institution-rows.js';
import type { Store, Write } from '../store/store.js';
import { allEmployeeRows, findEmployeeRow, replaceEmployee } from './queries.js';

/** 员工执业资料 as it is written on file: what an administrator reads and changes. */
export interface EmployeeRecord {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly licences: readonly Licence[];
  /** Highest product grade the person was found fit for; null: none. */
  readonly productGrade: number | null;
  readonly domains: readonly string[];
  readonly languages: readonly string[];
  /** Conversations at once. */
  readonly capacity: number;
  /** In the institution's words; null: its own hours. */
  readonly hours: string | null;
  /** 利益冲突: customers they must never serve. */
  readonly conflicts: readonly DeclaredConflict[];
}

export interface DeclaredConflict {
  readonly customer: string;
  readonly kind: ConflictKind;
}

export type EmployeeChange = Partial<Omit<EmployeeRecord, 'id' | 'name' | 'role'>>;

/** A record with the very text it was read from. */
export interface FoundEmployee {
  readonly record: EmployeeRecord;
  readonly body: string;
}

export const employeeRecords = async (store: Store): Promise<readonly EmployeeRecord[]> =>
  (await allEmployeeRows(store)).map(recordOf);

/** Null: there is no such employee. */
export async function findEmployeeRecord(store: Store, id: string): Promise<FoundEmployee | null> {
  const row = await findEmployeeRow(store, id);
  return row ? { record: recordOf(row), body: row.body } : null;
}

/** The record after a change, and the write that puts it in place if nobody was there before. */
export function withChange(
  store: Store,
  { record, body }: FoundEmployee,
  change: EmployeeChange,
): { readonly record: EmployeeRecord; readonly write: Write } {
  const after = { ...(JSON.parse(body) as object), ...change };
  return {
    record: { ...record, ...change },
    write: replaceEmployee(store, record.id, body, JSON.stringify(after)),
  };
}

/** What an older row lacks, it never had; a licence nobody knows permits nothing. */
function recordOf({ id, name, role, body }: EmployeeRow): EmployeeRecord {
  const given = JSON.parse(body) as { readonly [K in keyof EmployeeRecord]?: unknown };
  return {
    id,
    name,
    role,
    licences: LICENCES.filter((licence) => listOf(given.licences).includes(licence)),
    productGrade: typeof given.productGrade === 'number' ? given.productGrade : null,
    domains: listOf(given.domains),
    languages: listOf(given.languages),
    capacity: typeof given.capacity === 'number' ? given.capacity : 0,
    hours: typeof given.hours === 'string' ? given.hours : null,
    conflicts: conflictsIn(given.conflicts),
  };
}

function conflictsIn(value: unknown): readonly DeclaredConflict[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Partial<DeclaredConflict>[]).flatMap(({ customer, kind }) =>
    // A kind nobody knows still keeps the two apart.
    customer === undefined
      ? []
      : [{ customer, kind: CONFLICT_KINDS.find((one) => one === kind) ?? 'declared' }],
  );
}

/** Who of the staff must not serve a customer. */
export const conflictsWith = (
  records: readonly EmployeeRecord[],
  customer: string,
): readonly Conflict[] =>
  records.flatMap(({ id: employee, conflicts }) =>
    conflicts.filter((one) => one.customer === customer).map(({ kind }) => ({ employee, kind })),
  );

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];
