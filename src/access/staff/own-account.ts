import type { Instant } from '../../terms/time.js';
import { Problem } from '../problem.js';
import { deleteSession, deleteSessions } from '../queries/session.js';
import { findStaff } from '../queries/staff.js';
import type { StaffDeps } from './record.js';
import { record } from './record.js';
import { checkPassword } from './secret-rules.js';
import type { NewSession, Subject } from './sessions.js';
import { newSession } from './sessions.js';
import { passwordOf } from './sign-in.js';

/**
 * Sets one's own password: every other session ends, and this one goes on under a new token. Throws a
 * 403 Problem when `current` is wrong; who came with a one-time code has shown it already.
 */
export async function changePassword(
  deps: StaffDeps,
  { id, name, session, mustChange }: Subject,
  current: string | null,
  next: string,
): Promise<NewSession> {
  checkPassword(next, [id, name]);
  const { store, passwords } = deps;
  const compared = mustChange ? null : await compareCurrent(deps, id, current);
  if (compared !== null && current === next) throw new Problem(400, '新口令要和现在的不同');
  const secret = passwordOf(await passwords.hash(next));
  const now = deps.now();
  return record(deps, id, now, (_account, row) => {
    if (compared !== null && row.secret_hash !== compared) throw new Problem(403, WRONG_CURRENT);
    const renewed = newSession(store, id, session.via === 'oidc' ? 'oidc' : 'password', now);
    return {
      events: [
        { kind: 'PasswordSet', by: id },
        { kind: 'SessionsEnded', why: 'password', by: id },
      ],
      secret,
      also: [deleteSessions(store, id), renewed.write],
      result: renewed,
    };
  });
}

const WRONG_CURRENT = '现在的口令不对';

/** The hash that `current` was found to match. */
async function compareCurrent(
  { store, passwords }: StaffDeps,
  id: string,
  current: string | null,
): Promise<string> {
  const hash = (await findStaff(store, id))?.secret_hash ?? null;
  if (hash !== null && current !== null && (await passwords.matches(current, hash))) return hash;
  throw new Problem(403, WRONG_CURRENT);
}

/** Ends this session, or every one of this person's. */
export const signOut = (deps: StaffDeps, { id, session }: Subject, all: boolean): Promise<void> =>
  record(deps, id, deps.now(), () => ({
    events: [{ kind: 'SessionsEnded', why: all ? 'signed_out_everywhere' : 'signed_out', by: id }],
    also: [all ? deleteSessions(deps.store, id) : deleteSession(deps.store, session.id, id)],
    result: undefined,
  }));

/** 休息 begins or ends; said twice it is on record once. Gives since when it lasts; null: it does not. */
export async function takeBreak(
  deps: StaffDeps,
  { id }: Subject,
  isAway: boolean,
): Promise<Instant | null> {
  const now = deps.now();
  return record(deps, id, now, ({ breakSince }) => {
    if (isAway === (breakSince !== null)) return { events: [], result: breakSince };
    const kind = isAway ? ('BreakBegan' as const) : ('BreakEnded' as const);
    return { events: [{ kind, by: id }], result: isAway ? now : null };
  });
}
