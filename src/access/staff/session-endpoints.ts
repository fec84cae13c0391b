import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CallerDeps } from '../api/caller.js';
import { refuseForeignOrigin } from '../api/caller.js';
import type { Call, Caller, Endpoint } from '../api/endpoint.js';
import { endpoint, openEndpoint } from '../api/endpoint.js';
import { noteBadSecret, refuseShutOut } from '../limits.js';
import { ROLES, allowances } from '../permissions.js';
import { Problem } from '../problem.js';
import { changePassword, signOut, takeBreak } from './own-account.js';
import type { StaffDeps } from './record.js';
import type { NewSession, Subject } from './sessions.js';
import { IDLE_LIMIT, sessionIdOf, subjectOf } from './sessions.js';
import { signIn } from './sign-in.js';

export interface SessionDeps extends StaffDeps, CallerDeps {
  /** Whether an identity provider is configured. */
  readonly oidc: boolean;
  /** Its name, as a sign-in page shows it. */
  readonly institution: string;
}

const TAG = 'session';
const OWN = { tag: TAG, needs: 'account.own', relation: () => 'self' as const } as const;
const SECRET = z.string().min(1).max(1_000);

const Ways = z
  .object({
    password: z.boolean(),
    oidc: z.boolean(),
    institution: z.string(),
    signedIn: z.boolean().describe('whether whoever asks is in already'),
  })
  .meta({ id: 'SignInWays', description: 'how one may sign in here' });

const SignIn = z
  .strictObject({
    username: z.string().trim().min(1).max(100),
    password: SECRET.describe('or the one-time code an administrator handed over'),
    bearer: z
      .boolean()
      .default(true)
      .describe('false: the answer holds no token, only the cookie does; for pages'),
  })
  .meta({ id: 'SignIn' });

const Since = z.iso.datetime().nullable().describe('null: not on a break');

const Session = z
  .object({
    staff: z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      employee: z.string().nullable().describe('whose licences and capacity are this person’s'),
    }),
    mustChange: z.boolean().describe('nothing but choosing a password is open'),
    via: z.enum(['password', 'code', 'oidc']),
    csrf: z.string().describe('to be said in X-CSRF-Token with every change, beside the cookie'),
    endsAt: z.iso.datetime(),
    breakSince: Since,
    idleSeconds: z.int().describe('so long it holds without a request by hand'),
    may: z
      .record(z.string(), z.array(z.string()))
      .describe('what this role may do, and to whose things'),
  })
  .meta({ id: 'Session' });

const Token = z.string().optional().describe('for Authorization: Bearer');
const NewSessionAnswer = Session.extend({ token: Token }).meta({ id: 'NewSession' });

const Password = z
  .strictObject({
    current: SECRET.nullable().default(null).describe('not needed after a one-time code'),
    next: SECRET,
    bearer: z.boolean().default(true),
  })
  .meta({ id: 'NewPassword' });

/** Signing in and out, and one's own password. */
export function sessionEndpoints(deps: SessionDeps): readonly Endpoint[] {
  return [
    openEndpoint({
      method: 'get',
      path: '/session/ways',
      tag: TAG,
      summary: 'How one may sign in here',
      answer: Ways,
      run: async ({ caller }) => ({
        password: true,
        oidc: deps.oidc,
        institution: deps.institution,
        signedIn: caller !== null,
      }),
    }),
    openEndpoint({
      method: 'post',
      path: '/session',
      tag: TAG,
      summary: 'Sign in with a password or a one-time code',
      body: SignIn,
      bodyLimit: '8kb',
      status: 201,
      answer: NewSessionAnswer,
      secretAnswer: true,
      refusals: [401, 403, 429, 503],
      run: ({ body, req, res }) => enter(deps, body, req, res),
    }),
    endpoint({
      ...OWN,
      method: 'get',
      path: '/session',
      summary: 'Who is signed in, and what they may do',
      answer: Session,
      background: true,
      run: async ({ caller }) => toAnswer(subject(caller)),
    }),
    endpoint({
      ...OWN,
      method: 'post',
      path: '/session/presence',
      summary: 'Somebody is at the page: reading and typing keep a session awake too',
      run: async () => undefined,
    }),
    endpoint({
      ...OWN,
      method: 'put',
      path: '/session/break',
      summary: 'Go on a break, when nothing new is offered to you, or come back from one',
      body: z.strictObject({ away: z.boolean() }),
      answer: z.object({ breakSince: Since }),
      run: async ({ caller, body }) => {
        const since = await takeBreak(deps, subject(caller), body.away);
        return { breakSince: since === null ? null : new Date(since).toISOString() };
      },
    }),
    endpoint({
      ...OWN,
      method: 'delete',
      path: '/session',
      summary: 'Sign out here',
      run: (call) => leave(deps, call, false),
    }),
    endpoint({
      ...OWN,
      method: 'delete',
      path: '/session/everywhere',
      summary: 'Sign out on every device',
      run: (call) => leave(deps, call, true),
    }),
    endpoint({
      ...OWN,
      method: 'post',
      path: '/session/password',
      summary: 'Choose another password; every other session ends',
      body: Password,
      bodyLimit: '8kb',
      answer: NewSessionAnswer,
      secretAnswer: true,
      refusals: [429, 503],
      run: ({ caller, body, req, res }) => renew(deps, subject(caller), body, req, res),
    }),
  ];
}

/** The table lets nobody but a person reach their own account. */
function subject({ staff }: Caller): Subject {
  if (staff === null) throw new Problem(403, '您的岗位没有这项权限');
  return staff;
}

async function enter(
  deps: SessionDeps,
  { username, password, bearer }: z.output<typeof SignIn>,
  req: Request,
  res: Response,
) {
  refuseForeignOrigin(deps, req);
  const from = req.ip ?? null;
  await refuseShutOut(deps.store, strangerAt(from), deps.now());
  const held = deps.cookie.read(req);
  const session = await signIn(deps, username.toLowerCase(), password, {
    from,
    held: held === null ? null : sessionIdOf(held),
  });
  if (session) return begun(deps, res, session, bearer);
  await noteBadSecret(deps.store, strangerAt(from), deps.now());
  throw new Problem(401, NOT_ADMITTED);
}

/** Which of them it was is not for a stranger to know. */
const NOT_ADMITTED = '用户名或口令不对。连续输错会暂时锁定账号，请稍后再试，或请管理员重置';

const strangerAt = (from: string | null): string => `staff:${from ?? 'unknown'}`;

async function renew(
  deps: SessionDeps,
  me: Subject,
  { current, next, bearer }: z.output<typeof Password>,
  req: Request,
  res: Response,
) {
  // A stolen session is no place to guess the password from.
  const guesser = strangerAt(me.id);
  await refuseShutOut(deps.store, guesser, deps.now());
  const session = await changePassword(deps, me, current, next).catch(async (error: unknown) => {
    const isWrong = error instanceof Problem && error.status === 403;
    if (isWrong) await noteBadSecret(deps.store, guesser, deps.now());
    throw error;
  });
  return begun(deps, res, session, bearer);
}

/** The cookie of a session that has just begun, and what its page must know. */
export async function begun(
  { store, now, cookie }: SessionDeps,
  res: Response,
  { token }: NewSession,
  bearer: boolean,
) {
  const me = await subjectOf(store, token, now(), false);
  if (!me) throw new Problem(401, NOT_ADMITTED);
  cookie.write(res, token);
  return { ...toAnswer(me), ...(bearer ? { token } : {}) };
}

const toAnswer = ({ id, name, role, employee, mustChange, breakSince, session }: Subject) => ({
  staff: { id, name, role, employee },
  mustChange,
  via: session.via,
  csrf: session.csrf,
  endsAt: new Date(session.endsAt).toISOString(),
  breakSince: breakSince === null ? null : new Date(breakSince).toISOString(),
  idleSeconds: IDLE_LIMIT / 1_000,
  may: allowances(role) as Record<string, string[]>,
});

async function leave(
  deps: SessionDeps,
  { caller, res }: Call<undefined, undefined, undefined>,
  all: boolean,
): Promise<void> {
  await signOut(deps, subject(caller), all);
  deps.cookie.clear(res);
}
