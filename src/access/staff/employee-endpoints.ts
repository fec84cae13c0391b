import { z } from 'zod';
import { CONFLICT_KINDS } from '../../advice/routing/candidate.js';
import { LICENCES } from '../../advice/suitability/seller.js';
import { employeeHours } from '../../profiles/employee-hours.js';
import { employeeRecords } from '../../profiles/employee-record.js';
import type { Endpoint } from '../api/endpoint.js';
import { endpoint } from '../api/endpoint.js';
import { changeEmployee } from './employees.js';
import type { StaffDeps } from './record.js';
import { Words } from './staff-endpoints.js';

const TAG = 'staff';
const MOST_CAPACITY = 50;

const Words40 = z.array(Words.max(40)).max(30);
const Grade = z.int().min(1).max(5).nullable().describe('highest product grade; null: none');
const Capacity = z.int().min(0).max(MOST_CAPACITY).describe('conversations at once');

const Conflicts = z
  .array(z.strictObject({ customer: z.string().min(1).max(64), kind: z.enum(CONFLICT_KINDS) }))
  .max(200)
  .describe('customers they must never serve');

const EmployeeAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    licences: z.array(z.enum(LICENCES)),
    productGrade: z.int().nullable(),
    domains: z.array(z.string()),
    languages: z.array(z.string()),
    capacity: z.int(),
    hours: z.string().nullable().describe('as written; null: the institution’s own'),
    conflicts: Conflicts,
  })
  .meta({ id: 'Employee', description: 'licences, capacity and hours, as they are on file' });

const Hours = Words.max(200)
  .refine((written) => employeeHours(written) !== null, {
    message: '写成「周一至周五 9:00-17:30」',
  })
  .nullable();

const Change = z
  .strictObject({
    licences: z.array(z.enum(LICENCES)),
    productGrade: Grade,
    domains: Words40,
    languages: Words40,
    capacity: Capacity,
    hours: Hours,
    conflicts: Conflicts,
  })
  .partial()
  .meta({ id: 'EmployeeChange' });

/** Licences, grade, capacity and hours of the staff: who may advise on what, and when. */
export function employeeEndpoints(
  deps: Pick<StaffDeps, 'store' | 'origin' | 'now'>,
): readonly Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/employees',
      tag: TAG,
      summary: 'Everybody on the staff, with licences, capacity and hours',
      needs: 'employee.list',
      answer: z.object({ employees: z.array(EmployeeAnswer) }),
      run: async () => ({
        employees: (await employeeRecords(deps.store)).map((one) => ({
          ...one,
          licences: [...one.licences],
          domains: [...one.domains],
          languages: [...one.languages],
          conflicts: [...one.conflicts],
        })),
      }),
    }),
    endpoint({
      method: 'patch',
      path: '/employees/{id}',
      tag: TAG,
      summary:
        'Change licences, grade, domains, languages, capacity, hours or conflicts of interest',
      needs: 'employee.change',
      params: z.object({ id: Words.max(64) }),
      body: Change,
      refusals: [404],
      run: async ({ caller, params, body }) =>
        void (await changeEmployee(deps, params.id, caller.id, withoutGaps(body))),
    }),
  ];
}

/** What was said, without what was left out. */
const withoutGaps = (body: z.output<typeof Change>) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
