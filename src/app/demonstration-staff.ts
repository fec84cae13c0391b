import { randomBytes } from 'node:crypto';
import { hasStaff } from '../access/queries/staff.js';
import { TERMINAL } from '../access/staff/events.js';
import type { StaffDeps } from '../access/staff/record.js';
import { recordNew } from '../access/staff/record.js';
import { passwordOf } from '../access/staff/sign-in.js';
import { demoEmployees } from '../demo/employees.js';

const PASSWORD_BYTES = 12;

/**
 * Opens an account for everybody of the demonstration's staff, all with one password, where nobody has
 * an account yet. Returns the password when it was made here: it is to be shown, and kept nowhere.
 */
export async function openDemoStaff(
  deps: StaffDeps,
  configured: string | null,
): Promise<string | null> {
  if (await hasStaff(deps.store)) return null;
  const password = configured ?? randomBytes(PASSWORD_BYTES).toString('base64url');
  const secret = passwordOf(await deps.passwords.hash(password));
  const at = deps.now();
  for (const { id, name, role } of demoEmployees) {
    const added = { kind: 'StaffAdded', by: TERMINAL, name, role, employee: id } as const;
    await recordNew(deps, id, at, [added, { kind: 'PasswordSet', by: TERMINAL }], secret);
  }
  return configured === null ? password : null;
}
