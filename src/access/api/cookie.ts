import type { Request, Response } from 'express';

/**
 * The staff session's cookie: no script reads it, no other site's request carries it. Over https its
 * name binds it to this very host (RFC 6265bis, `__Host-`).
 */
export interface SessionCookie {
  read(req: Request): string | null;
  write(res: Response, token: string): void;
  clear(res: Response): void;
}

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-shuzhi-staff' : 'shuzhi-staff';
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
  return {
    read: (req) => readCookie(req, name),
    write: (res, token) => void res.cookie(name, token, options),
    clear: (res) => void res.clearCookie(name, options),
  };
}

/** The first cookie of that name; null without one. */
export function readCookie(req: Request, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}
