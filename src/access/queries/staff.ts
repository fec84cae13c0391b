import type { StaffRow } from '../../store/staff-rows.js';
import type { Store, Write } from '../../store/store.js';

/** Every statement on `staff`. */

export const findStaff = ({ db }: Store, id: string): Promise<StaffRow | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();

export const findStaffOfEmployee = ({ db }: Store, employee: string) =>
  db.selectFrom('staff').select('id').where('employee_id', '=', employee).executeTakeFirst();

export const allStaff = ({ db }: Store): Promise<StaffRow[]> =>
  db.selectFrom('staff').selectAll().orderBy('id').execute();

export async function hasStaff({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** A conflict when the id is taken. */
export const insertStaff = ({ db }: Store, row: StaffRow): Write => ({
  query: db
    .insertInto('staff')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .compile(),
  rows: 1,
});

export const updateStaff = ({ db }: Store, { id, ...row }: StaffRow): Write => ({
  query: db.updateTable('staff').set(row).where('id', '=', id).compile(),
  rows: 1,
});

/** An employee of the master data, by id. */
export const findEmployeeName = ({ db }: Store, id: string) =>
  db.selectFrom('employee').select('name').where('id', '=', id).executeTakeFirst();

export const employeeNames = ({ db }: Store) =>
  db.selectFrom('employee').select(['id', 'name']).orderBy('id').execute();

export const staffNames = ({ db }: Store) =>
  db.selectFrom('staff').select(['id', 'name']).orderBy('id').execute();
