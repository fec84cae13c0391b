import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import type { Limit } from '../../access/limits.js';
import { DAY, MINUTE, enforce, noteBadSecret, refuseShutOut } from '../../access/limits.js';
import { asProblem } from '../../access/problem.js';
import type { Incoming, IntakeDeps } from '../../conversation/intake.js';
import { newConversationId, openConversation, receive } from '../../conversation/intake.js';
import { readStream } from '../../conversation/stream.js';
import type { Turns } from '../../conversation/turns.js';
import type { Watch } from '../../conversation/watch.js';
import type { ConversationId, CustomerId } from '../../terms/ids.js';
import { conversationId } from '../../terms/ids.js';
import type { JsonObject } from '../../terms/json.js';
import type { Statement } from '../../terms/statement.js';
import type { ClientActivity } from './activity.js';
import { parseActivity } from './activity.js';
import type { Voices } from './render.js';
import { activityOf } from './render.js';
import type { Grant, Tickets, Tokens } from './tokens.js';
import { TOKEN_LIFETIME_S } from './tokens.js';

export interface DirectLineDeps extends IntakeDeps {
  readonly secret: string;
  readonly tokens: Tokens;
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

/** An error in Direct Line's own form: `{error: {code, message}}`. */
class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

const GenerateBody = z
  .looseObject({
    user: z.looseObject({ id: z.string().max(100).optional() }).optional(),
    trustedOrigins: z.array(z.string()).max(20).optional(),
  })
  .default({});

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
  routes.use(answerErrors(deps));
  return routes;
}

type Handler = (deps: DirectLineDeps, req: Request, res: Response) => Promise<void>;

const answer =
  (deps: DirectLineDeps, handler: Handler): RequestHandler =>
  (req, res, next) => {
    handler(deps, req, res).catch(next);
  };

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

function answerErrors(deps: DirectLineDeps) {
  return (error: unknown, _req: Request, res: Response, _next: unknown): void => {
    if (error instanceof Refused) return sendError(res, error);
    const problem = asProblem(error);
    if (problem.status >= 500) deps.report(error);
    res.set(problem.headers);
    const code =
      problem.status === 429
        ? 'TooManyRequests'
        : problem.status < 500
          ? 'BadArgument'
          : 'ServerError';
    sendError(res, new Refused(problem.status, code, problem.title));
  };
}

const sendError = (res: Response, { status, code, message }: Refused): void => {
  res.status(status).json({ error: { code, message } });
};

const bearer = (req: IncomingMessage): string | null =>
  /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? null;

/** The grant of the caller's token. */
async function grantOf(deps: DirectLineDeps, req: Request): Promise<Grant> {
  const token = bearer(req);
  if (token === null) throw new Refused(401, 'Unauthorized', 'a bearer token is needed');
  const verdict = await deps.tokens.verify(token);
  if (verdict.kind !== 'valid') {
    const code = verdict.kind === 'expired' ? 'TokenExpired' : 'BadToken';
    throw new Refused(403, code, `the token is ${verdict.kind}`);
  }
  const origin = req.headers.origin;
  const { origins } = verdict.grant;
  if (origin && origins.length > 0 && !origins.includes(origin)) {
    throw new Refused(403, 'BadOrigin', 'this origin may not use the token');
  }
  return verdict.grant;
}

/** The same answer for "not yours" and "does not exist". */
async function grantFor(deps: DirectLineDeps, req: Request): Promise<Grant> {
  const grant = await grantOf(deps, req);
  if (grant.conversation !== req.params['id']) {
    throw new Refused(404, 'NotFound', 'no such conversation');
  }
  return grant;
}

async function generateToken(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  const who = req.ip ?? '';
  await refuseShutOut(deps.store, who, deps.now());
  const given = bearer(req);
  if (given === null || !sameSecret(given, deps.secret)) {
    await noteBadSecret(deps.store, who, deps.now());
    throw new Refused(401, 'Unauthorized', 'the secret is needed');
  }
  const body = GenerateBody.safeParse(lowerFirstLetters(req.body ?? {}));
  if (!body.success) throw new Refused(400, 'BadArgument', 'malformed body');
  const user = body.data.user?.id ?? `dl_anon_${newConversationId()}`;
  if (!user.startsWith('dl_')) throw new Refused(400, 'BadArgument', 'user.id must start with dl_');
  const grant: Grant = {
    conversation: newConversationId(),
    user,
    origins: body.data.trustedOrigins ?? [],
    isPublic: false,
  };
  res.json(await tokenAnswer(deps, grant));
}

/** Constant-time by hashing both sides to one length. */
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/** Published samples write `{User: {Id}}`. */
function lowerFirstLetters(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.charAt(0).toLowerCase() + key.slice(1),
      lowerFirstLetters(inner),
    ]),
  );
}

const tokenAnswer = async (deps: DirectLineDeps, grant: Grant) => ({
  conversationId: grant.conversation,
  token: await deps.tokens.issue(grant),
  expires_in: TOKEN_LIFETIME_S,
});

async function refreshToken(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  res.json(await tokenAnswer(deps, await grantOf(deps, req)));
}

async function startConversation(deps: DirectLineDeps, req: Request, res: Response): Promise<void> {
  const grant = await grantOf(deps, req);
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
  const row = await deps.store.db
    .selectFrom('conversation')
    .select('next_seq')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refused(404, 'NotFound', 'no such conversation');
  return row.next_seq - 1;
}

/** Watermarks are positions in the record; a garbled one counts as none. */
export const watermarkOf = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;

export interface ActivitySet {
  readonly activities: readonly JsonObject[];
  readonly watermark: string;
}

const PAGE = 200;

/** What a client may see after a watermark, at most a page of it. */
export async function activitiesAfter(
  deps: Pick<DirectLineDeps, 'store' | 'assistantName'>,
  id: string,
  user: string,
  watermark: number,
): Promise<ActivitySet> {
  const voices: Voices = { assistant: deps.assistantName, customerUser: user };
  const recorded = await readStream(deps.store, id, watermark, PAGE);
  return {
    activities: recorded
      .map((item) => activityOf(id, item, voices))
      .filter((activity) => activity !== null),
    watermark: String(recorded.at(-1)?.seq ?? watermark),
  };
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
