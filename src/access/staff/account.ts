import type { StaffRow } from '../../store/staff-rows.js';
import type { Instant } from '../../terms/time.js';
import { DAY } from '../limits.js';
import type { Role } from '../permissions.js';
import type { OidcIdentity, Particulars, StaffEvent } from './events.js';

/** 员工账号 where it now stands: the fold of its events. */
export interface Account extends Particulars {
  readonly state: 'open' | 'locked';
  /** The secret in force was not chosen by its owner: nothing else goes before it is changed. */
  readonly mustChange: boolean;
  /** Wrong secrets in a row, and when the last of them was. */
  readonly failures: number;
  readonly failedAt: Instant | null;
  readonly lockedUntil: Instant | null;
  readonly identity: OidcIdentity | null;
  readonly addedAt: Instant;
  readonly signedInAt: Instant | null;
  /** Null: not on a break. */
  readonly breakSince: Instant | null;
}

export const newAccount = (particulars: Particulars, addedAt: Instant): Account => ({
  ...particulars,
  state: 'open',
  mustChange: false,
  failures: 0,
  failedAt: null,
  lockedUntil: null,
  identity: null,
  addedAt,
  signedInAt: null,
  breakSince: null,
});

const FORGIVEN = { failures: 0, failedAt: null, lockedUntil: null } as const;

/** The account after an event at `at`. */
export function evolve(account: Account, event: StaffEvent, at: Instant): Account {
  switch (event.kind) {
    case 'StaffAdded':
    case 'StaffChanged': {
      const { name, role, employee } = event;
      return { ...account, name, role, employee };
    }
    case 'PasswordSet':
      return { ...account, ...FORGIVEN, mustChange: false };
    case 'CodeIssued':
      return { ...account, ...FORGIVEN, mustChange: true };
    case 'SignedIn':
      // Whoever signs in is back at work.
      return { ...account, ...FORGIVEN, signedInAt: at, breakSince: null };
    case 'BreakBegan':
      return { ...account, breakSince: at };
    case 'BreakEnded':
      return { ...account, breakSince: null };
    case 'SignInRefused':
      return event.why === 'secret' ? afterFailure(account, at) : account;
    case 'LockedOut':
      return { ...account, lockedUntil: event.until };
    case 'Locked':
      return { ...account, state: 'locked' };
    case 'Unlocked':
      return { ...account, ...FORGIVEN, state: 'open' };
    case 'IdentityBound': {
      const { issuer, subject } = event;
      return { ...account, identity: { issuer, subject } };
    }
    case 'SessionsEnded':
      return account;
  }
}

/** Wrong secrets are no longer "in a row" after a day without one. */
const FORGOTTEN_AFTER = DAY;

function afterFailure(account: Account, at: Instant): Account {
  const isNew = account.failedAt !== null && at - account.failedAt >= FORGOTTEN_AFTER;
  return { ...account, failures: isNew ? 1 : account.failures + 1, failedAt: at };
}

export const accountOf = (row: StaffRow): Account => ({
  name: row.name,
  role: row.role as Role,
  employee: row.employee_id,
  state: row.state,
  mustChange: row.must_change === 1,
  failures: row.failures,
  failedAt: row.failed_at,
  lockedUntil: row.locked_until,
  identity: row.oidc_identity === null ? null : (JSON.parse(row.oidc_identity) as OidcIdentity),
  addedAt: row.added_at,
  signedInAt: row.signed_in_at,
  breakSince: row.break_since,
});

/** What of a row an account decides. */
export const columnsOf = (account: Account) => ({
  name: account.name,
  role: account.role,
  employee_id: account.employee,
  state: account.state,
  must_change: account.mustChange ? 1 : 0,
  failures: account.failures,
  failed_at: account.failedAt,
  locked_until: account.lockedUntil,
  oidc_identity: account.identity && JSON.stringify(account.identity),
  added_at: account.addedAt,
  signed_in_at: account.signedInAt,
  break_since: account.breakSince,
});
