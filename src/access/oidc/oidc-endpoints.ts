import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { z } from 'zod';
import type { OidcAttemptRow } from '../../store/staff-rows.js';
import { readCookie } from '../api/cookie.js';
import type { Endpoint } from '../api/endpoint.js';
import { openEndpoint } from '../api/endpoint.js';
import { MINUTE, enforce } from '../limits.js';
import { deleteAttemptsBefore, findAttempt, insertAttempt, takeAttempt } from '../queries/oidc.js';
import { recordNobody } from '../staff/record.js';
import type { SessionDeps } from '../staff/session-endpoints.js';
import { sessionIdOf } from '../staff/sessions.js';
import { signInVouched } from '../staff/sign-in.js';
import type { IdentityProvider, Vouched } from './provider.js';

export interface OidcDeps extends SessionDeps {
  readonly provider: IdentityProvider;
  readonly secureCookies: boolean;
  /** What went wrong with a sign-in, for the log; the person is told only that it did. */
  readonly refused: (error: unknown) => void;
}

/** Pages one may come back to. Any other address would be another site's. */
const PAGES = ['/desk', '/review', '/operations'] as const;
/** Long enough for a password and a second factor. */
const LIFETIME = 10 * MINUTE;
const BEGINS_PER_MINUTE = 30;

const TAG = 'session';

/** Signing in by the institution's identity provider: there, and back. */
export function oidcEndpoints(deps: OidcDeps): readonly Endpoint[] {
  return [
    openEndpoint({
      method: 'get',
      path: '/session/oidc',
      tag: TAG,
      summary: 'Go to the identity provider; for a browser',
      query: z.object({ to: z.enum(PAGES).default('/desk') }),
      status: 302,
      refusals: [429, 503],
      run: ({ query, req, res }) => begin(deps, query.to, req, res),
    }),
    openEndpoint({
      method: 'get',
      path: '/session/oidc/callback',
      tag: TAG,
      summary: 'Come back from it; leads to the page one came from, with `signIn` when refused',
      status: 302,
      run: ({ req, res }) => comeBack(deps, req, res),
    }),
  ];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const cookieName = ({ secureCookies }: OidcDeps): string =>
  secureCookies ? '__Host-shuzhi-oidc' : 'shuzhi-oidc';

/** Lax: the way back begins on the provider's page, where a strict cookie stays behind. */
const cookieOptions = ({ secureCookies: secure }: OidcDeps): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
  maxAge: LIFETIME,
});

async function begin(deps: OidcDeps, backTo: string, req: Request, res: Response): Promise<void> {
  const { store, provider } = deps;
  const now = deps.now();
  const limit = { key: `oidc:${req.ip}`, limit: BEGINS_PER_MINUTE, windowMs: MINUTE };
  await enforce(store, [limit], now);
  const begun = await provider.begin().catch((error: unknown) => {
    deps.refused(error);
    return null;
  });
  if (begun === null) return leadTo(res, backTo, 'unavailable');
  const browser = randomBytes(32).toString('base64url');
  const attempt = { id: sha256(browser), ...begun.secrets, back_to: backTo, began_at: now };
  await store.commit([deleteAttemptsBefore(store, now - LIFETIME), insertAttempt(store, attempt)]);
  res.cookie(cookieName(deps), browser, cookieOptions(deps)).redirect(begun.url);
}

async function comeBack(deps: OidcDeps, req: Request, res: Response): Promise<void> {
  const browser = readCookie(req, cookieName(deps));
  res.clearCookie(cookieName(deps), cookieOptions(deps));
  const attempt = browser === null ? null : await take(deps, sha256(browser));
  if (!attempt) return leadTo(res, '/desk', 'expired');
  const from = req.ip ?? null;
  const vouched = await finish(deps, req, attempt);
  // Nobody we know, but somebody tried: that too is on record.
  if (!vouched?.staff) {
    await recordNobody(deps, deps.now(), from);
    return leadTo(res, attempt.back_to, 'refused');
  }
  const held = deps.cookie.read(req);
  const session = await signInVouched(deps, vouched.staff, vouched.identity, {
    from,
    held: held === null ? null : sessionIdOf(held),
  });
  if (!session) return leadTo(res, attempt.back_to, 'refused');
  deps.cookie.write(res, session.token);
  leadTo(res, attempt.back_to, null);
}

/** The attempt this browser began; null: none, too long ago, or come back from already. */
async function take({ store, now }: OidcDeps, id: string): Promise<OidcAttemptRow | null> {
  const attempt = await findAttempt(store, id);
  if (!attempt) return null;
  const taken = await store.commit([takeAttempt(store, id)]);
  return taken.kind === 'committed' && now() - attempt.began_at < LIFETIME ? attempt : null;
}

const finish = (deps: OidcDeps, req: Request, attempt: OidcAttemptRow): Promise<Vouched | null> =>
  deps.provider
    .finish(req.originalUrl.split('?').slice(1).join('?'), attempt)
    .catch((error: unknown) => {
      deps.refused(error);
      return null;
    });

type Trouble = 'expired' | 'refused' | 'unavailable';

function leadTo(res: Response, page: string, trouble: Trouble | null): void {
  res.redirect(trouble === null ? page : `${page}?signIn=${trouble}`);
}
