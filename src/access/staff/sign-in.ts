import type { StaffRow } from '../../store/staff-rows.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { deleteHeldSession } from '../queries/session.js';
import { findStaff } from '../queries/staff.js';
import type { OidcIdentity, StaffEvent } from './events.js';
import { STAFF_ID } from './events.js';
import type { Shown } from './lock-out.js';
import { judge } from './lock-out.js';
import type { StaffDeps, Step } from './record.js';
import { record, recordNobody } from './record.js';
import { readCode } from './secret-rules.js';
import type { NewSession } from './sessions.js';
import { newSession, shortSession } from './sessions.js';

/** Who knocks: the client's address, and the session that this browser has held until now. */
export interface Knock {
  readonly from: string | null;
  /** Id of a session to be given up for the new one; null: there is none. */
  readonly held: string | null;
}

/**
 * Signs in with a password or a one-time code; null when refused, whatever the reason: a stranger
 * learns neither which names exist nor which of them wait. Both answers take the same work.
 */
export async function signIn(
  deps: StaffDeps,
  id: string,
  secret: string,
  knock: Knock,
): Promise<NewSession | null> {
  const { store, passwords } = deps;
  const row = await accountCalled(store, id);
  const hash = row?.secret_hash ?? null;
  const told = row?.secret_kind === 'code' ? readCode(secret) : secret;
  const holds = await passwords.matches(told, hash);
  const now = deps.now();
  if (!row) {
    await recordNobody(deps, now, knock.from);
    return null;
  }
  const isOld = holds && row.secret_kind === 'password' && passwords.isOutdated(hash ?? '');
  const renewed = isOld ? await passwords.hash(secret) : null;
  return record(deps, id, now, (account, current) => {
    // A secret that changed meanwhile was not the one compared.
    const shown = shownOf(current, holds && current.secret_hash === hash);
    return admission(deps, current, judge(account, shown, now, knock.from), {
      ...knock,
      now,
      renewed,
    });
  });
}

/** Signs in whom the identity provider vouches for; null when refused, or nobody here is called so. */
export async function signInVouched(
  deps: StaffDeps,
  id: string,
  identity: OidcIdentity,
  knock: Knock,
): Promise<NewSession | null> {
  const now = deps.now();
  if (!(await accountCalled(deps.store, id))) {
    await recordNobody(deps, now, knock.from);
    return null;
  }
  return record(deps, id, now, (account, row) => {
    const judgement = judge(account, { via: 'oidc', identity }, now, knock.from);
    return admission(deps, row, judgement, { ...knock, now, renewed: null });
  });
}

/** What is no account's name is not looked for: people type anything there, and paste worse. */
const accountCalled = async (store: Store, id: string): Promise<StaffRow | undefined> =>
  STAFF_ID.test(id) ? findStaff(store, id) : undefined;

const shownOf = ({ secret_kind: via, secret_expires: expires }: StaffRow, holds: boolean): Shown =>
  via === null ? { via: 'none' } : { via, holds, expires };

interface Circumstances extends Knock {
  readonly now: Instant;
  /** The password's hash at today's cost; null: it needs none. */
  readonly renewed: string | null;
}

function admission(
  { store }: StaffDeps,
  row: StaffRow,
  judgement: ReturnType<typeof judge>,
  { now, from, held, renewed }: Circumstances,
): Step<NewSession | null> {
  const { events } = judgement;
  if (!judgement.admitted) return { events, result: null };
  const { via } = judgement;
  const session = newSession(store, row.id, via, now);
  const signedIn: StaffEvent = {
    kind: 'SignedIn',
    via,
    session: shortSession(session.row.id),
    from,
  };
  return {
    events: [...events, signedIn],
    ...(via === 'code' ? { secret: SPENT } : {}),
    ...(renewed === null ? {} : { secret: passwordOf(renewed) }),
    also: [...(held === null ? [] : [deleteHeldSession(store, held)]), session.write],
    result: session,
  };
}

/** A code opens once. */
const SPENT = { secret_hash: null, secret_kind: null, secret_expires: null } as const;

export const passwordOf = (hash: string) =>
  ({ secret_hash: hash, secret_kind: 'password', secret_expires: null }) as const;
