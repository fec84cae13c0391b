import type { Request, Response } from 'express';
import { SignJWT, jwtVerify } from 'jose';
import type { WebDeps } from './door.js';

const COOKIE = 'shuzhi_web';
const COOKIE_AGE_S = 12 * 3_600;

/** Who this browser is and which conversation is its own; kept in a signed cookie. */
export interface Session {
  readonly conversation: string;
  readonly customer: string | null;
}

type CookieDeps = Pick<WebDeps, 'sessionSecret' | 'secureCookies' | 'now'>;

export async function readCookie(deps: CookieDeps, req: Request): Promise<Session | null> {
  const header = req.headers.cookie ?? '';
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(header)?.[1];
  if (value === undefined) return null;
  try {
    const { payload } = await jwtVerify(value, new TextEncoder().encode(deps.sessionSecret), {
      algorithms: ['HS256'],
      audience: 'web',
      currentDate: new Date(deps.now()),
    });
    const customer = payload['customer'];
    return {
      conversation: String(payload['conversation']),
      customer: typeof customer === 'string' ? customer : null,
    };
  } catch {
    // An expired or foreign cookie is nobody's session.
    return null;
  }
}

export async function writeCookie(
  deps: CookieDeps,
  res: Response,
  session: Session,
): Promise<void> {
  const seconds = Math.floor(deps.now() / 1_000);
  const value = await new SignJWT({ ...session })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('web')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + COOKIE_AGE_S)
    .sign(new TextEncoder().encode(deps.sessionSecret));
  res.cookie(COOKIE, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure: deps.secureCookies,
    maxAge: COOKIE_AGE_S * 1_000,
    path: '/',
  });
}
