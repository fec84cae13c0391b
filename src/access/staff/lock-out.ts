import type { Instant } from '../../terms/time.js';
import { MINUTE } from '../limits.js';
import type { Account } from './account.js';
import { evolve } from './account.js';
import type { OidcIdentity, RefusedFor, StaffEvent, Way } from './events.js';

/** 登录失败锁定: five wrong secrets in a row, then each one doubles the wait. House rule. */
const FREE_FAILURES = 5;
const FIRST_WAIT = MINUTE;
/** Longer would let a stranger who knows a name keep its owner out. */
const LONGEST_WAIT = 15 * MINUTE;

/** How long nobody gets in after so many wrong secrets in a row, in ms; 0: no wait. */
export const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES
    ? 0
    : Math.min(FIRST_WAIT * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT);

/** What somebody shows to be let in. */
export type Shown =
  | {
      readonly via: 'password' | 'code';
      readonly holds: boolean;
      /** When the secret in force runs out; null: never. */
      readonly expires: Instant | null;
    }
  /** Neither password nor code opens this account. */
  | { readonly via: 'none' }
  | { readonly via: 'oidc'; readonly identity: OidcIdentity };

export type Judgement =
  | { readonly admitted: true; readonly via: Way; readonly events: readonly StaffEvent[] }
  | { readonly admitted: false; readonly events: readonly StaffEvent[] };

/** Whether what is shown opens the account now, and what goes on record besides the sign-in. Pure. */
export function judge(
  account: Account,
  shown: Shown,
  now: Instant,
  from: string | null,
): Judgement {
  const why = refusal(account, shown, now);
  if (why === null) return { admitted: true, via: wayOf(shown), events: bound(account, shown) };
  const refused: StaffEvent = { kind: 'SignInRefused', why, from };
  if (why !== 'secret') return { admitted: false, events: [refused] };
  const { failures } = evolve(account, refused, now);
  const wait = waitAfter(failures);
  const lockedOut: StaffEvent = { kind: 'LockedOut', until: now + wait, failures };
  return { admitted: false, events: wait > 0 ? [refused, lockedOut] : [refused] };
}

function refusal(account: Account, shown: Shown, now: Instant): RefusedFor | null {
  if (account.state === 'locked') return 'locked';
  if (shown.via === 'oidc') return isBoundElsewhere(account, shown.identity) ? 'identity' : null;
  // A right secret inside the wait is refused too: else the wait would stop nobody from guessing.
  if (account.lockedUntil !== null && now < account.lockedUntil) return 'locked_out';
  if (shown.via === 'none') return 'no_secret';
  if (!shown.holds) return 'secret';
  return shown.expires !== null && now >= shown.expires ? 'code_expired' : null;
}

const isBoundElsewhere = ({ identity }: Account, shown: OidcIdentity): boolean =>
  identity !== null && (identity.issuer !== shown.issuer || identity.subject !== shown.subject);

const wayOf = (shown: Shown): Way => (shown.via === 'none' ? 'password' : shown.via);

/** A name can be given to another person at the provider; its subject cannot: the first one stays. */
const bound = ({ identity }: Account, shown: Shown): readonly StaffEvent[] =>
  shown.via === 'oidc' && identity === null ? [{ kind: 'IdentityBound', ...shown.identity }] : [];
