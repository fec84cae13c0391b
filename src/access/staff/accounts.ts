import type { StaffRow } from '../../store/staff-rows.js';
import type { Instant } from '../../terms/time.js';
import { Problem } from '../problem.js';
import { deleteSessions } from '../queries/session.js';
import { findEmployeeName, findStaffOfEmployee } from '../queries/staff.js';
import type { By, Particulars, SessionsEndedFor, StaffEvent } from './events.js';
import type { StaffDeps } from './record.js';
import { record, recordNew } from './record.js';
import { CODE_LIFETIME, checkPassword, newCode } from './secret-rules.js';
import { passwordOf } from './sign-in.js';

/** 一次性代码, to be handed over in person; it is shown this once and kept nowhere. */
export interface Code {
  readonly code: string;
  readonly expires: Instant;
}

export interface NewStaff extends Particulars {
  readonly id: string;
  /** Null: a one-time code is made instead. */
  readonly password: string | null;
}

/** Adds an account. Throws a 409 Problem when the id is taken, 400 for a password one could guess. */
export async function addStaff(deps: StaffDeps, by: By, put: NewStaff): Promise<Code | null> {
  const { id, name, role, employee, password } = put;
  await checkEmployee(deps, employee, id);
  if (password !== null) checkPassword(password, [id, name]);
  const now = deps.now();
  const added = { kind: 'StaffAdded', by, name, role, employee } as const;
  const code = password === null ? { code: newCode(), expires: now + CODE_LIFETIME } : null;
  const second: StaffEvent = code
    ? { kind: 'CodeIssued', by, expires: code.expires }
    : { kind: 'PasswordSet', by };
  const secret = code ? await codeSecret(deps, code) : await passwordSecret(deps, password ?? '');
  if (await recordNew(deps, id, now, [added, second], secret)) return code;
  throw new Problem(409, `员工账号 ${id} 已经存在`);
}

/** Changes what an account says of its person; a change of role ends what they are doing under it. */
export async function changeStaff(
  deps: StaffDeps,
  id: string,
  by: By,
  change: Partial<Particulars>,
): Promise<void> {
  await checkEmployee(deps, change.employee ?? null, id);
  await record(deps, id, deps.now(), ({ name, role, employee }) => {
    const after = { name, role, employee, ...change };
    const isSame = after.name === name && after.role === role && after.employee === employee;
    if (isSame) return { events: [], result: undefined };
    const changed: StaffEvent = { kind: 'StaffChanged', by, ...after };
    if (after.role === role) return { events: [changed], result: undefined };
    return { ...endingAll(deps, id, 'changed', by, [changed]), result: undefined };
  });
}

/** Puts a one-time code in the place of whatever opened the account, and ends its sessions. */
export async function resetStaff(deps: StaffDeps, id: string, by: By): Promise<Code> {
  const now = deps.now();
  const code = { code: newCode(), expires: now + CODE_LIFETIME };
  const secret = await codeSecret(deps, code);
  const issued: StaffEvent = { kind: 'CodeIssued', by, expires: code.expires };
  return record(deps, id, now, () => ({
    ...endingAll(deps, id, 'reset', by, [issued]),
    secret,
    result: code,
  }));
}

export const lockStaff = (deps: StaffDeps, id: string, by: By, reason: string): Promise<void> =>
  record(deps, id, deps.now(), ({ state }) => {
    if (state === 'locked') return { events: [], result: undefined };
    const locked: StaffEvent = { kind: 'Locked', by, reason };
    return { ...endingAll(deps, id, 'locked', by, [locked]), result: undefined };
  });

/** Opens what an administrator or too many wrong secrets have closed. */
export const unlockStaff = (deps: StaffDeps, id: string, by: By): Promise<void> =>
  record(deps, id, deps.now(), ({ state, failures }) => ({
    events: state === 'open' && failures === 0 ? [] : [{ kind: 'Unlocked', by }],
    result: undefined,
  }));

const endingAll = (
  { store }: StaffDeps,
  id: string,
  why: SessionsEndedFor,
  by: By,
  events: readonly StaffEvent[],
) => ({
  events: [...events, { kind: 'SessionsEnded', why, by } as const],
  also: [deleteSessions(store, id)],
});

async function codeSecret({ passwords }: StaffDeps, { code, expires }: Code) {
  const hash = await passwords.hash(code);
  return { secret_hash: hash, secret_kind: 'code', secret_expires: expires } as const;
}

const passwordSecret = async (
  { passwords }: StaffDeps,
  password: string,
): Promise<Pick<StaffRow, 'secret_hash' | 'secret_kind' | 'secret_expires'>> =>
  passwordOf(await passwords.hash(password));

/** The employee must be known, and nobody else's: their licences would be two persons'. */
async function checkEmployee({ store }: StaffDeps, employee: string | null, id: string) {
  if (employee === null) return;
  if (!(await findEmployeeName(store, employee))) throw new Problem(400, `没有员工 ${employee}`);
  const holder = await findStaffOfEmployee(store, employee);
  if (holder && holder.id !== id) {
    throw new Problem(409, `员工 ${employee} 已经有账号 ${holder.id}`);
  }
}
