import type { Request, RequestHandler, Response, Router } from 'express';
import express from 'express';
import type { z } from 'zod';
import { may, reach, takesTwo } from '../permissions.js';
import { Problem } from '../problem.js';
import type { CallerDeps } from './caller.js';
import { callerOf, refuseForged } from './caller.js';
import type { Call, Caller, Endpoint } from './endpoint.js';
import type { Answered } from './idempotency.js';
import { doOnce } from './idempotency.js';

export interface ApiDeps extends CallerDeps {
  /** Somebody asked for what their role does not give; for the log. */
  readonly denied: (caller: Caller, endpoint: Endpoint) => void;
}

const BODY_LIMIT = '64kb';

/** The staff's API: these endpoints, each behind its line of the permission table, and nothing else. */
export function apiRoutes(deps: ApiDeps, endpoints: readonly Endpoint[]): Router {
  const routes = express.Router();
  for (const one of endpoints) {
    const path = one.path.replaceAll(/\{(\w+)\}/g, ':$1');
    routes[one.method](path, handlerOf(deps, one));
  }
  // Whoever is not known learns not even what there is.
  routes.use(async (req) => {
    if (!(await callerOf(deps, req, false))) throw notSignedIn();
    throw notFound();
  });
  return routes;
}

/** One answer for what does not exist and for what is not theirs. */
const notFound = (): Problem => new Problem(404, '没有找到');
const notSignedIn = (): Problem => new Problem(401, '需要登录', { 'WWW-Authenticate': 'Bearer' });

const handlerOf = (deps: ApiDeps, one: Endpoint): RequestHandler => {
  const readBody = express.json({ limit: one.bodyLimit ?? BODY_LIMIT });
  return async (req, res) => {
    res.set('Cache-Control', 'no-store');
    const caller = await callerOf(deps, req, !one.background);
    if (one.needs !== null) admit(deps, one, req, caller);
    if (one.body)
      await new Promise<void>((resolve, reject) => readBody(req, res, settle(resolve, reject)));
    const call = parsed(one, req, res, caller);
    send(res, await once(deps, one, call, () => perform(deps, one, call)));
  };
};

/** Whether it is theirs, and then what they asked for. */
async function perform(deps: ApiDeps, one: Endpoint, call: AnyCall): Promise<Answered> {
  if (one.needs !== null) await refuseOthers(deps, one, call as AllowedCall);
  const given = await one.run(call);
  const { answer, status = answer ? 200 : 204 } = one;
  return { status, json: answer ? JSON.stringify(answer.parse(given)) : null };
}

/** A change under an `Idempotency-Key` is made once, however often it is sent. */
function once(
  { store, now }: ApiDeps,
  one: Endpoint,
  { caller, body, req }: AnyCall,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const key = req.get('Idempotency-Key');
  if (key === undefined || one.method === 'get' || one.secretAnswer || !caller) return work();
  const what = `${req.method} ${req.originalUrl}`;
  return doOnce(store, { caller: caller.id, what, body, key }, now(), work);
}

function send(res: Response, { status, json }: Answered): void {
  if (res.headersSent) return;
  if (json === null) res.status(status).end();
  else res.status(status).type('application/json').send(json);
}

type AnyCall = Parameters<Endpoint['run']>[0];
type AllowedCall = Call<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>;

const settle =
  (resolve: () => void, reject: (error: unknown) => void) =>
  (error?: unknown): void =>
    error === undefined ? resolve() : reject(error);

const NO_PERSON =
  '这件事要两个人分别办理，您的账号还没有绑定员工，不能办；请管理员在「员工」里绑定后再试';

/** Before a byte of the body is read: known, past their first password, not forged, and of a role that may. */
function admit(deps: ApiDeps, one: Endpoint, req: Request, caller: Caller | null): void {
  if (caller === null || one.needs === null) throw notSignedIn();
  refuseForged(deps, req, caller);
  if (caller.staff?.mustChange && one.needs !== 'account.own') {
    throw new Problem(403, '请先设置自己的口令');
  }
  if (reach(caller.holder, one.needs).length === 0) {
    deps.denied(caller, one);
    throw new Problem(403, '您的岗位没有这项权限');
  }
  // One person could else have two accounts and be their own second.
  if (takesTwo(one.needs) && caller.staff?.employee === null) {
    deps.denied(caller, one);
    throw new Problem(403, NO_PERSON);
  }
}

/** To a thing that is not theirs, the same answer as to one that does not exist. */
async function refuseOthers(deps: ApiDeps, one: Endpoint, call: AllowedCall): Promise<void> {
  const relation = one.relation ? await one.relation(call) : 'house';
  if (relation === null || one.needs === null) throw notFound();
  if (may(call.caller.holder, one.needs, relation)) return;
  deps.denied(call.caller, one);
  throw relation === 'self' ? new Problem(403, '这件事要由别人来做') : notFound();
}

function parsed(one: Endpoint, req: Request, res: Response, caller: Caller | null): AnyCall {
  return {
    caller,
    params: read(one.params, req.params, 'params'),
    query: read(one.query, req.query, 'query'),
    body: read(one.body, req.body, 'body'),
    req,
    res,
  } as AnyCall;
}

/** Parsed once, here. Throws a 400 Problem that names every fault by its place. */
function read(schema: z.ZodType | undefined, given: unknown, where: string): unknown {
  if (!schema) return undefined;
  const outcome = schema.safeParse(given);
  if (outcome.success) {
    if (holdsNul(outcome.data)) throw new Problem(400, '请求里有不能保存的字符');
    return outcome.data;
  }
  const errors = outcome.error.issues.map(({ path, message }) => ({
    place: [where, ...path.map(String)].join('.'),
    message,
  }));
  throw new Problem(400, '请求内容有误', {}, { errors });
}

/** No text of PostgreSQL may hold it; without recursion, for a caller may nest as deep as they like. */
function holdsNul(given: unknown): boolean {
  const open: unknown[] = [given];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string' && one.includes('\0')) return true;
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, value] of Object.entries(one)) open.push(name, value);
  }
  return false;
}
