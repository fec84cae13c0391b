import type { Request, RequestHandler, Response, Router } from 'express';
import express from 'express';
import type { IntakeDeps } from '../../conversation/intake.js';
import { openConversation } from '../../conversation/opening.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import type { Turns } from '../../conversation/turns.js';
import type { Watch } from '../../conversation/watch.js';
import type { CustomerId } from '../../terms/ids.js';
import { conversationId } from '../../terms/ids.js';
import type { Statement } from '../../terms/statement.js';
import { activitiesAfter, watermarkOf } from './activity-set.js';
import { sendFile } from './files.js';
import type { GrantDeps } from './grants.js';
import { generateToken, grantFor, grantToStart, refreshToken, tokenAnswer } from './grants.js';
import { postActivity, postFiles } from './messages.js';
import type { Seal } from '../pictures/seal.js';
import type { UploadLimits } from './multipart.js';
import { Refused, answerErrors, sendError } from './refusal.js';
import type { Grant, Seat, Tickets } from './tokens.js';

export interface DirectLineDeps extends IntakeDeps, GrantDeps {
  readonly tickets: Tickets;
  readonly turns: Turns;
  readonly watch: Watch;
  readonly assistantName: string;
  /** Closes the figures of pictures into their addresses. */
  readonly seal: Seal;
  /** The customer a `dl_…` user id means; null for visitors and unknown ids. */
  readonly customerOf: (user: string) => Promise<CustomerId | null>;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  readonly limits: {
    readonly messagesPerMinute: number;
    readonly messagesPerDay: number;
    readonly uploadsPerDay: number;
  };
  /** Of one message. */
  readonly uploads: UploadLimits;
  /** Messages a second per conversation for tokens made with the secret. */
  readonly serverMessagesPerSecond: number;
  /** `ws://…` or `wss://…` as the browser sees us. */
  readonly socketBase: (req: Request) => string;
  readonly report: (error: unknown) => void;
}

/** Uploads are read into memory whole; more at once than this are asked to come again. */
const MOST_UPLOADS_AT_ONCE = 8;

/** Direct Line 3.0 (directline.md §5.2), mounted at `/v3/directline`. */
export function directLineRoutes(deps: DirectLineDeps): Router {
  const routes = express.Router();
  routes.use(cors);
  // Before any body is parsed: a file may well be JSON.
  routes.post('/conversations/:id/upload', answer(deps, postFiles(MOST_UPLOADS_AT_ONCE)));
  routes.use(express.json({ limit: '256kb', strict: false }));
  routes.post('/tokens/generate', answer(deps, generateToken));
  routes.post('/tokens/refresh', answer(deps, refreshToken));
  routes.post('/conversations', answer(deps, startConversation));
  routes.get('/conversations/:id', answer(deps, reconnect));
  routes.get('/conversations/:id/activities', answer(deps, pollActivities));
  routes.post('/conversations/:id/activities', answer(deps, postActivity));
  routes.get('/conversations/:id/attachments/:file', answer(deps, sendFile));
  routes.get('/session/getsessionid', (_req, res) => void res.json({ sessionId: '' }));
  routes.use((_req, res) => void sendError(res, new Refused(404, 'NotFound', 'no such resource')));
  routes.use(answerErrors(deps.report));
  return routes;
}

type Handler = (deps: DirectLineDeps, req: Request, res: Response) => Promise<void>;

/** Express hands a rejected promise to the error handler. */
const answer =
  (deps: DirectLineDeps, handler: Handler): RequestHandler =>
  (req, res) =>
    handler(deps, req, res);

const cors: RequestHandler = (req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'authorization, content-type, x-requested-with, x-ms-bot-agent',
    'Access-Control-Max-Age': '600',
    'Cache-Control': 'no-store',
  });
  if (req.method === 'OPTIONS') res.status(204).end();
  else next();
};

async function startConversation(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  const grant = await grantToStart(deps, req);
  const customer = await deps.customerOf(grant.user);
  const opened = await openConversation(deps, {
    id: conversationId(grant.conversation),
    channel: 'directline',
    channelConv: grant.conversation,
    customer,
    address: { user: grant.user },
    greeting: await deps.greet(customer),
    isSent: false,
  });
  const status = opened === 'opened' ? 201 : 200;
  res
    .status(status)
    .json({ ...(await tokenAnswer(deps, grant)), ...streamUrl(deps, req, grant, null) });
}

const seatOf = (deps: DirectLineDeps, req: Request, { conversation, user }: Grant): Seat => ({
  conversation,
  user,
  base: deps.socketBase(req).replace(/^ws/, 'http'),
});

/** The watermark counts in the URL we hand out, so that nothing between two sockets is lost. */
function streamUrl(deps: DirectLineDeps, req: Request, grant: Grant, watermark: string | null) {
  const query = new URLSearchParams({ t: deps.tickets.issue(seatOf(deps, req, grant)) });
  if (watermark !== null) query.set('watermark', watermark);
  const path = `/v3/directline/conversations/${grant.conversation}/stream?${query.toString()}`;
  return { streamUrl: `${deps.socketBase(req)}${path}`, referenceGrammarId: '' };
}

async function reconnect(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  const grant = await grantFor(deps, req);
  const last = await lastSeq(deps, grant.conversation);
  // Left out or empty: only what comes after this request (directline.md §5.2, 4).
  const from = watermarkOf(req.query['watermark']) ?? last;
  res.json({
    ...(await tokenAnswer(deps, grant)),
    ...streamUrl(deps, req, grant, String(from)),
  });
}

async function lastSeq(deps: DirectLineDeps, id: string): Promise<number> {
  const conversation = await findConversation(deps.store, id);
  if (!conversation) throw new Refused(404, 'NotFound', 'no such conversation');
  return conversation.next_seq - 1;
}

async function pollActivities(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  const grant = await grantFor(deps, req);
  const watermark = watermarkOf(req.query['watermark']) ?? 0;
  // A 5xx would end the client's polling for good; an empty page only delays it.
  const page = await activitiesAfter(deps, seatOf(deps, req, grant), watermark).catch(
    (error: unknown) => {
      deps.report(error);
      return { activities: [], watermark: String(watermark) };
    },
  );
  res.json(page);
}
