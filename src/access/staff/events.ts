import type { Role } from '../permissions.js';
import type { Instant } from '../../terms/time.js';

/** 员工账号 on record. The stream of an account is `staff:<id>`; no event holds a secret. */

export const staffStream = (id: string): string => `staff:${id}`;
/** Attempts at names nobody has; no account can be called so. The name is not kept: people type passwords there. */
export const NOBODY = '?';

/** An account's name: never somebody else's afterwards; `terminal` is who acts on the machine itself. */
export const STAFF_ID = /^(?!terminal$)[a-z0-9][a-z0-9._@-]{1,63}$/;

/** Who did it: a staff id, or `terminal` (the command line on the machine itself). */
export type By = string;
export const TERMINAL = 'terminal';

export type Way = 'password' | 'code' | 'oidc';

/** Why somebody was not let in: for the record, never for the one who tries. */
export type RefusedFor =
  | 'unknown'
  | 'secret'
  | 'no_secret'
  | 'code_expired'
  | 'locked_out'
  | 'locked'
  /** The identity provider vouches for another person than the one this account is bound to. */
  | 'identity';

export type SessionsEndedFor =
  'signed_out' | 'signed_out_everywhere' | 'password' | 'reset' | 'locked' | 'changed';

export interface Particulars {
  readonly name: string;
  readonly role: Role;
  /** The employee whose licences are this person's; null: none. */
  readonly employee: string | null;
}

export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export type StaffEvent =
  | ({ readonly kind: 'StaffAdded'; readonly by: By } & Particulars)
  | ({ readonly kind: 'StaffChanged'; readonly by: By } & Particulars)
  | { readonly kind: 'PasswordSet'; readonly by: By }
  /** A one-time code takes the place of whatever opened the account. */
  | { readonly kind: 'CodeIssued'; readonly by: By; readonly expires: Instant }
  /** `from`: the client's address; null: not told. `session`: the first of its id's digits. */
  | {
      readonly kind: 'SignedIn';
      readonly via: Way;
      readonly session: string;
      readonly from: string | null;
    }
  | { readonly kind: 'SignInRefused'; readonly why: RefusedFor; readonly from: string | null }
  | { readonly kind: 'LockedOut'; readonly until: Instant; readonly failures: number }
  | { readonly kind: 'Locked'; readonly by: By; readonly reason: string }
  | { readonly kind: 'Unlocked'; readonly by: By }
  /** 休息: nothing new is offered to them until it ends. */
  | { readonly kind: 'BreakBegan'; readonly by: By }
  | { readonly kind: 'BreakEnded'; readonly by: By }
  | { readonly kind: 'IdentityBound'; readonly issuer: string; readonly subject: string }
  | { readonly kind: 'SessionsEnded'; readonly why: SessionsEndedFor; readonly by: By };

export type StaffActor = 'staff' | 'admin' | 'terminal' | 'service';

/** Who acts in an event of the account `id`, as the ledger names it. */
export function actorOf(event: StaffEvent, id: string): StaffActor {
  if (event.kind === 'LockedOut') return 'service';
  if (!('by' in event) || event.by === id) return 'staff';
  return event.by === TERMINAL ? 'terminal' : 'admin';
}
