import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request, Router } from 'express';
import express from 'express';
import { pagePolicy } from '../../access/headers.js';
import type { Store } from '../../store/store.js';
import type { Institution } from '../../terms/institution.js';
import type { Instant } from '../../terms/time.js';
import type { Tokens } from '../directline/tokens.js';
import { renderPage } from './markup.js';
import { startSession } from './session.js';

export interface WebDeps {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly sessionSecret: string;
  readonly institution: Institution;
  /** Demonstration customers a visitor may sign in as; empty outside demo mode. */
  readonly demoCustomers: readonly string[];
  readonly limits: { readonly conversationsPerHour: number; readonly tokensPerHour: number };
  /** What one message may carry. */
  readonly uploads: { readonly files: number; readonly bytes: number };
  readonly frameAncestors: string;
  /** Where the page's WebSocket goes, as the browser sees us. */
  readonly socketBase: (req: Request) => string;
  /** How browsers see us; null: as they say. */
  readonly publicUrl: string | null;
  readonly secureCookies: boolean;
  readonly now: () => Instant;
}

const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));
const INDEX = join(PUBLIC, 'index.html');

/** The customer page, its files, and the token it talks with. */
export function webRoutes(deps: WebDeps): Router {
  const routes = express.Router();
  routes.get('/', pagePolicy(deps.frameAncestors, deps.socketBase), (req, res, next) => {
    renderPage(deps, INDEX)
      .then((html) => res.set('Cache-Control', 'no-cache').type('html').send(html))
      .catch(next);
  });
  routes.post('/web/session', express.json({ limit: '4kb' }), (req, res, next) => {
    startSession(deps, req, res).catch(next);
  });
  routes.use(
    '/assets',
    express.static(join(PUBLIC, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  );
  routes.use(express.static(PUBLIC, { index: false, maxAge: '1h', dotfiles: 'ignore' }));
  return routes;
}
