import type { Request, Response } from 'express';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import type { WebDeps } from './door.js';

const COOKIE = 'shuzhi_web';
const COOKIE_AGE_S = 12 * 3_600;

/** Who this browser is and which conversations are its own, one a tab, newest first; kept in a signed cookie. */
export interface Browser {
  readonly conversations: readonly string[];
  readonly customer: string | null;
}

const Payload = z.object({
  conversations: z.array(z.string()),
  customer: z.string().nullable(),
});

type CookieDeps = Pick<WebDeps, 'sessionSecret' | 'secureCookies' | 'now'>;

export async function readCookie(deps: CookieDeps, req: Request): Promise<Browser | null> {
  const header = req.headers.cookie ?? '';
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(header)?.[1];
  if (value === undefined) return null;
  try {
    const { payload } = await jwtVerify(value, new TextEncoder().encode(deps.sessionSecret), {
      algorithms: ['HS256'],
      audience: 'web',
      currentDate: new Date(deps.now()),
    });
    return Payload.parse(payload);
  } catch {
    // An expired or foreign cookie is nobody's session.
    return null;
  }
}

export async function writeCookie(
  deps: CookieDeps,
  res: Response,
  browser: Browser,
): Promise<void> {
  const seconds = Math.floor(deps.now() / 1_000);
  const value = await new SignJWT({ ...browser })
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
