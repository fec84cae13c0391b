import { createHash, randomBytes } from 'node:crypto';
import type { StaffSessionRow } from '../../store/staff-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { HOUR, MINUTE } from '../limits.js';
import type { Role } from '../permissions.js';
import type { SessionAndStaff } from '../queries/session.js';
import {
  deleteSpentSessions,
  findSession,
  insertSession,
  touchSession,
} from '../queries/session.js';
import type { Way } from './events.js';

/** 会话时限 (reliability.md D5): a quarter of an hour without a hand on it, or a working day. */
export const IDLE_LIMIT = 15 * MINUTE;
const LONGEST = 12 * HOUR;
/** Long enough to think of a new password. */
const LONGEST_WITH_CODE = 15 * MINUTE;
/** A session is marked as used at most so often: a read must not cost a write each time. */
const TOUCH_EVERY = MINUTE;
const TOKEN_BYTES = 32;

/** What is known of a session by its name; the token itself is known to its holder alone. */
export const sessionIdOf = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Names a session on record: enough to tell two apart, too little to be one. */
export const shortSession = (id: string): string => id.slice(0, 12);

export interface NewSession {
  readonly token: string;
  readonly row: StaffSessionRow;
  readonly write: Write;
}

/** A session that begins now, under a token nobody has seen before. */
export function newSession(store: Store, staff: string, via: Way, now: Instant): NewSession {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const row: StaffSessionRow = {
    id: sessionIdOf(token),
    staff_id: staff,
    csrf: randomBytes(TOKEN_BYTES).toString('base64url'),
    via,
    began_at: now,
    seen_at: now,
    ends_at: now + (via === 'code' ? LONGEST_WITH_CODE : LONGEST),
  };
  return { token, row, write: insertSession(store, row) };
}

/** 在岗员工: who asks, as account and session stand at this moment. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The employee whose licences are this person's; null: none. */
  readonly employee: string | null;
  /** Nothing but choosing a password is open to them. */
  readonly mustChange: boolean;
  /** Null: not on a break. */
  readonly breakSince: Instant | null;
  readonly session: {
    readonly id: string;
    readonly csrf: string;
    readonly via: Way;
    /** The end however busy it is. */
    readonly endsAt: Instant;
  };
}

/**
 * Who holds this token; null once it ended, ran out, lay idle, or its account is locked. `byHand`:
 * a person did something, which keeps it from lying idle; a page that only watches does not.
 */
export async function subjectOf(
  store: Store,
  token: string,
  now: Instant,
  byHand: boolean,
): Promise<Subject | null> {
  const row = await findSession(store, sessionIdOf(token));
  if (!row || !holds(row, now)) return null;
  if (byHand && now - row.seen_at >= TOUCH_EVERY) {
    await store.commit([touchSession(store, row.id, now)], { soft: true });
  }
  return toSubject(row);
}

/** Whether a session still holds: for a stream that stays open while its right may be taken away. */
export async function isLive(store: Store, sessionId: string, now: Instant): Promise<boolean> {
  const row = await findSession(store, sessionId);
  return row !== undefined && holds(row, now);
}

const holds = (row: SessionAndStaff, now: Instant): boolean =>
  row.state === 'open' && now < row.ends_at && now - row.seen_at < IDLE_LIMIT;

const toSubject = (row: SessionAndStaff): Subject => ({
  id: row.staff_id,
  name: row.name,
  role: row.role as Role,
  employee: row.employee_id,
  // Who came by the identity provider has no use for a password here.
  mustChange: row.must_change === 1 && row.via !== 'oidc',
  breakSince: row.break_since,
  session: { id: row.id, csrf: row.csrf, via: row.via, endsAt: row.ends_at },
});

/** Forgets sessions that nobody can use any more. */
export async function forgetSpentSessions(store: Store, now: Instant): Promise<void> {
  await store.commit([deleteSpentSessions(store, now, now - IDLE_LIMIT)]);
}
