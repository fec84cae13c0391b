import type { StaffSessionRow } from '../../store/staff-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';

/** Every statement on `staff_session`. */

export const insertSession = ({ db }: Store, row: StaffSessionRow): Write => ({
  query: db.insertInto('staff_session').values(row).compile(),
});

/** The session beside its account as both stand now: a role that is taken away is gone at once. */
export const findSession = ({ db }: Store, id: string) =>
  db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['staff_session.id', 'staff_id', 'csrf', 'via', 'began_at', 'seen_at', 'ends_at'])
    .select(['name', 'role', 'employee_id', 'state', 'must_change', 'break_since'])
    .where('staff_session.id', '=', id)
    .executeTakeFirst();

export type SessionAndStaff = NonNullable<Awaited<ReturnType<typeof findSession>>>;

export const touchSession = ({ db }: Store, id: string, now: Instant): Write => ({
  query: db.updateTable('staff_session').set({ seen_at: now }).where('id', '=', id).compile(),
});

/** Ends one session of a person, if it is still there. */
export const deleteSession = ({ db }: Store, id: string, staff: string): Write => ({
  query: db
    .deleteFrom('staff_session')
    .where('id', '=', id)
    .where('staff_id', '=', staff)
    .compile(),
});

/** Ends the session a browser gives up for a new one, whoever's it was. */
export const deleteHeldSession = ({ db }: Store, id: string): Write => ({
  query: db.deleteFrom('staff_session').where('id', '=', id).compile(),
});

/** Ends every session of a person. */
export const deleteSessions = ({ db }: Store, staff: string): Write => ({
  query: db.deleteFrom('staff_session').where('staff_id', '=', staff).compile(),
});

/** Sessions nobody can use any more. */
export const deleteSpentSessions = ({ db }: Store, now: Instant, idleSince: Instant): Write => ({
  query: db
    .deleteFrom('staff_session')
    .where((eb) => eb.or([eb('ends_at', '<=', now), eb('seen_at', '<=', idleSince)]))
    .compile(),
});

/** Of open accounts whose owner chose its password and is on no break, with a session that still holds. */
export async function employeesWithSession(
  { db }: Store,
  now: Instant,
  idleSince: Instant,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select('staff.employee_id')
    .distinct()
    .where('staff.state', '=', 'open')
    .where('staff.break_since', 'is', null)
    .where('staff_session.ends_at', '>', now)
    .where('staff_session.seen_at', '>', idleSince)
    .where('staff_session.via', '!=', 'code')
    .execute();
  return rows.flatMap(({ employee_id }) => employee_id ?? []);
}
