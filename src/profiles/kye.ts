import type { Employee } from '../advice/routing/candidate.js';
import { languageOf } from '../advice/routing/languages.js';
import type { Licence } from '../advice/suitability/seller.js';
import { LICENCES } from '../advice/suitability/seller.js';
import type { Store } from '../store/store.js';
import { employeeHours } from './employee-hours.js';
import { allEmployeeRows } from './queries.js';

/** An employee's row as it is kept; older ones and the demonstration's lack what they never had. */
interface EmployeeRecord {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly licences?: readonly string[] | null;
  readonly productGrade?: number | null;
  readonly domains?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly capacity?: number | null;
  readonly hours?: string | null;
}

/**
 * 员工画像 (KYE): everybody on the staff, by id, as the rows stand at this moment. A licence nobody
 * knows permits nothing.
 */
export async function employees(store: Store): Promise<readonly Employee[]> {
  return (await allEmployeeRows(store)).map(({ body }) =>
    employeeOf(JSON.parse(body) as EmployeeRecord),
  );
}

const employeeOf = (record: EmployeeRecord): Employee => ({
  id: record.id,
  name: record.name,
  role: record.role,
  licences: LICENCES.filter((licence: Licence) => record.licences?.includes(licence)),
  productGrade: record.productGrade ?? null,
  domains: record.domains ?? [],
  languages: [...new Set((record.languages ?? []).map(languageOf))],
  capacity: record.capacity ?? 0,
  hours: employeeHours(record.hours ?? null),
});
