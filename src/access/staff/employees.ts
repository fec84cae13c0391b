import { findHead, moveHead } from '../../conversation/queries/head.js';
import { appendTo, newHead } from '../../conversation/stream.js';
import type { EmployeeChange, EmployeeRecord } from '../../profiles/employee-record.js';
import { findEmployeeRecord, withChange } from '../../profiles/employee-record.js';
import { StoreFailure } from '../../store/store.js';
import { Problem } from '../problem.js';
import type { By } from './events.js';
import { TERMINAL } from './events.js';
import type { StaffDeps } from './record.js';

/** 员工执业资料变更: who may advise on what, how much, and when; licences decide who may sign. */
export interface EmployeeChanged extends EmployeeChange {
  readonly kind: 'EmployeeChanged';
  readonly by: By;
  readonly before: EmployeeChange;
}

const MAX_RACES = 10;

export const employeeStream = (id: string): string => `employee:${id}`;

/** Changes an employee's row, in one unit with its record. Throws a 404 Problem without such a one. */
export async function changeEmployee(
  { store, origin, now }: Pick<StaffDeps, 'store' | 'origin' | 'now'>,
  id: string,
  by: By,
  change: EmployeeChange,
): Promise<EmployeeRecord> {
  const stream = employeeStream(id);
  for (let race = 0; race < MAX_RACES; race += 1) {
    const from = await findHead(store, stream);
    const found = await findEmployeeRecord(store, id);
    if (!found) throw new Problem(404, `没有员工 ${id}`);
    const differing = differences(found.record, change);
    if (Object.keys(differing).length === 0) return found.record;
    const before = Object.fromEntries(
      Object.keys(differing).map((key) => [key, found.record[key as keyof EmployeeChange]]),
    ) as EmployeeChange;
    const event: EmployeeChanged = { kind: 'EmployeeChanged', by, ...differing, before };
    const actor = by === TERMINAL ? ('terminal' as const) : ('admin' as const);
    const { writes, head } = appendTo(store, origin, stream, from ?? newHead, [
      { actor, at: now(), event },
    ]);
    const { record, write } = withChange(store, found, differing);
    const unit = [moveHead(store, stream, from, head), ...writes, write];
    if ((await store.commit(unit)).kind === 'committed') return record;
  }
  throw new StoreFailure(`no place found at the head of ${stream}`);
}

/** What of a change is not so already. */
const differences = (record: EmployeeRecord, change: EmployeeChange): EmployeeChange =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([key, value]) =>
        JSON.stringify(record[key as keyof EmployeeChange]) !== JSON.stringify(value),
    ),
  ) as EmployeeChange;
