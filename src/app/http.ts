import compression from 'compression';
import type { Express, Router } from 'express';
import express from 'express';
import type { Registry } from 'prom-client';
import { permissionsPolicy, securityHeaders } from '../access/headers.js';
import { Problem, answerProblems, sendProblem } from '../access/problem.js';

export interface Readiness {
  readonly model: string;
  /** How the ledger stands. */
  readonly ledger?: object | null;
}

export interface DoorRoutes {
  /** Proxies whose word about the client's address counts (express `trust proxy`). */
  readonly trustProxy: string;
  readonly web: Router;
  /** The staff's consoles. */
  readonly console: Router;
  readonly pictures: Router;
  readonly directLine: Router;
  /** Null: this route does not exist here. */
  readonly botFramework: Router | null;
  /** The staff's API, `/api/v1`. */
  readonly api: Router;
  /** Its OpenAPI document. */
  readonly openApi: () => object;
  readonly registry: Registry;
  /** Resolves when a message could be taken durably; the text names the active model. */
  readonly ready: () => Promise<Readiness>;
  readonly report: (error: unknown) => void;
}

/** The HTTP surface: every door under its stable path (architecture.md §4). */
export function createHttp(doors: DoorRoutes): Express {
  const http = express();
  http.disable('x-powered-by');
  http.set('trust proxy', doors.trustProxy);
  http.use(securityHeaders(), permissionsPolicy, compression());
  http.get('/healthz', (_req, res) => void res.json({ status: 'alive' }));
  http.get('/readyz', (_req, res, next) => {
    doors
      .ready()
      .then((readiness) => res.json({ status: 'ready', ...readiness }))
      .catch((error: unknown) => {
        doors.report(error);
        next(new Problem(503, '暂时不能接收消息', { 'Retry-After': '5' }));
      });
  });
  http.get('/metrics', (_req, res, next) => {
    doors.registry
      .metrics()
      .then((text) => res.type(doors.registry.contentType).send(text))
      .catch(next);
  });
  http.use('/v3/directline', doors.directLine);
  if (doors.botFramework) http.use('/api/messages', doors.botFramework);
  http.get('/api/openapi.json', (_req, res) => void res.json(doors.openApi()));
  http.use('/api/v1', doors.api);
  http.use(doors.pictures);
  http.use(doors.console);
  http.use(doors.web);
  http.use((_req, res) => sendProblem(res, new Problem(404, '没有这个页面')));
  http.use(answerProblems(doors.report));
  return http;
}
