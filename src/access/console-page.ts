import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler, Router } from 'express';
import express from 'express';

/** Where a console's page is; below each the page finds its own way. */
export const CONSOLES = ['/desk', '/review'] as const;

const NONCE_BYTES = 16;

/**
 * 员工工作台: one program in the browser, served under every console's address. It holds no secret and
 * knows nobody: what it may show, the API answers to whoever signs in.
 */
export function consoleRoutes(folder: string): Router {
  const routes = express.Router();
  const page = sendPage(join(folder, 'index.html'));
  for (const place of CONSOLES) routes.get([place, `${place}/*path`], page);
  routes.use(
    '/console/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  );
  return routes;
}

/** Styles that come with the page's program carry a nonce of this very answer (reliability.md D5). */
const sendPage = (file: string): RequestHandler => {
  return (_req, res) => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    res
      .set('Content-Security-Policy', policy(nonce))
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(readFileSync(file, 'utf8').replaceAll('shuzhi-nonce', nonce));
  };
};

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
