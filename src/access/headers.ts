import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Content-Security-Policy of the customer page (reliability.md D5). `socketBase` is where its
 * WebSocket goes, as the browser sees us.
 */
export function pagePolicy(
  frameAncestors: string,
  socketBase: (req: Request) => string,
): RequestHandler {
  return (req, res, next) => {
    const directives = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      `connect-src 'self' blob: ${socketBase(req)}`,
      "img-src 'self' data: blob:",
      'worker-src blob:',
      "font-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "object-src 'none'",
      `frame-ancestors ${frameAncestors}`,
    ];
    res.set('Content-Security-Policy', directives.join('; '));
    next();
  };
}

/** Headers of every answer; pages set their own CSP, everything else may load nothing at all. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xPoweredBy: true,
  });

/** Permissions-Policy is not helmet's: nothing here needs a camera, a place or a payment. */
export const permissionsPolicy: RequestHandler = (_req, res, next) => {
  res.set(
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()',
  );
  next();
};
