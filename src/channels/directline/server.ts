import type { Request, RequestHandler, Response, Router } from 'express';
import express from 'express';
import type { Limit } from '../../access/limits.js';
import { DAY, MINUTE, enforce } from '../../access/limits.js';
import type { Incoming, IntakeDeps } from '../../conversation/intake.js';
import { newConversationId, openConversation, receive } from '../../conversation/intake.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import type { Turns } from '../../conversation/turns.js';
import type { Watch } from '../../conversation/watch.js';
import type { ConversationId, CustomerId } from '../../terms/ids.js';
import { conversationId } from '../../terms/ids.js';
import type { Statement } from '../../terms/statement.js';
import { activitiesAfter, watermarkOf } from './activity-set.js';
import type { ClientActivity } from './activity.js';
import { parseActivity } from './activity.js';
import type { GrantDeps } from './grants.js';
import { generateToken, grantFor, grantToStart, refreshToken, tokenAnswer } from './grants.js';
import { Refused, answerErrors, sendError } from './refusal.js';
import type { Grant, Tickets } from './tokens.js';

export interface DirectLineDeps extends IntakeDeps, GrantDeps {
  readonly tickets: Tickets;
  readonly turns: Turns;
  readonly watch: Watch;
  readonly assistantName: string;
  /** The customer a `dl_…` user id means; null for visitors and unknown ids. */
  readonly customerOf: (user: string) => Promise<CustomerId | null>;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  readonly limits: { readonly messagesPerMinute: number; readonly messagesPerDay: number };
  /** Messages a second per conversation for tokens made with the secret. */
  readonly serverMessagesPerSecond: number;
  /** `ws://…` or `wss://…` as the browser sees us. */
  readonly socketBase: (req: Request) => string;
  readonly report: (error: unknown) => void;
}

/** Direct Line 3.0 (directline.md §5.2), mounted at `/v3/directline`. */
export function directLineRoutes(deps: DirectLineDeps): Router {
  const routes = express.Router();
  routes.use(cors);
  routes.use(express.json({ limit: '256kb', strict: false }));
  routes.post('/tokens/generate', answer(deps, generateToken));
  routes.post('/tokens/refresh', answer(deps, refreshToken));
  routes.post('/conversations', answer(deps, startConversation));
  routes.get('/conversations/:id', answer(deps, reconnect));
  routes.get('/conversations/:id/activities', answer(deps, pollActivities));
  routes.post('/conversations/:id/activities', answer(deps, postActivity));
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

/** The watermark counts in the URL we hand out, so that nothing between two sockets is lost. */
function streamUrl(deps: DirectLineDeps, req: Request, grant: Grant, watermark: string | null) {
  const query = new URLSearchParams({ t: deps.tickets.issue(grant) });
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
  const page = await activitiesAfter(deps, grant.conversation, grant.user, watermark).catch(
    (error: unknown) => {
      deps.report(error);
      return { activities: [], watermark: String(watermark) };
    },
  );
  res.json(page);
}

async function postActivity(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  const grant = await grantFor(deps, req);
  const parsed = parseActivity(req.body);
  if (parsed.kind === 'rejected') throw new Refused(400, 'BadArgument', parsed.why);
  if (parsed.kind === 'ignored') {
    res.json({ id: `${grant.conversation}|ignored` });
    return;
  }
  await enforce(deps.store, messageLimits(deps, grant), deps.now());
  const receipt = await receive(deps, incomingOf(grant, parsed));
  if (receipt.kind === 'unknown_conversation') {
    throw new Refused(404, 'NotFound', 'no such conversation');
  }
  if (receipt.kind === 'conflict') {
    throw new Refused(409, 'Conflict', 'this message id was used for other words');
  }
  res.json({ id: receipt.id });
  deps.watch.tell(grant.conversation, { kind: 'recorded' });
  if (parsed.kind === 'message') deps.turns.wake(grant.conversation);
}

function messageLimits({ limits, serverMessagesPerSecond }: DirectLineDeps, grant: Grant): Limit[] {
  const who = grant.conversation;
  if (!grant.isPublic) {
    return [{ key: `server:${who}`, limit: serverMessagesPerSecond, windowMs: 1_000 }];
  }
  return [
    { key: `minute:${who}`, limit: limits.messagesPerMinute, windowMs: MINUTE },
    { key: `day:${who}`, limit: limits.messagesPerDay, windowMs: DAY },
  ];
}

function incomingOf(
  grant: Grant,
  parsed: Extract<ClientActivity, { kind: 'message' | 'feedback' }>,
): Incoming {
  // Without a client id every POST is a new message (reliability.md D1).
  const key = parsed.key ?? newConversationId();
  const base = {
    conversation: grant.conversation as ConversationId,
    key,
    activity: parsed.activity,
  };
  if (parsed.kind === 'message')
    return { ...base, event: { text: parsed.text, value: parsed.value } };
  const { rating, activity, reason, words } = parsed.feedback;
  return {
    ...base,
    event: { feedback: { rating, about: activity, reason: reason ?? null, words: words ?? null } },
  };
}
