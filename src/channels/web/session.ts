import type { Request, Response } from 'express';
import { z } from 'zod';
import { refuseForeignOrigin } from '../../access/api/caller.js';
import { HOUR, enforce } from '../../access/limits.js';
import { Problem } from '../../access/problem.js';
import { newConversationId } from '../../conversation/opening.js';
import { findCustomer } from '../../profiles/kyc.js';
import { toLocalDate } from '../../terms/time.js';
import { TOKEN_LIFETIME_S } from '../directline/tokens.js';
import { signedIn } from './customer-labels.js';
import type { WebDeps } from './door.js';
import type { Browser } from './session-cookie.js';
import { readCookie, writeCookie } from './session-cookie.js';

const SessionBody = z.strictObject({
  customer: z.string().max(40).nullable().optional(),
  resume: z.strictObject({ conversationId: z.string().max(100) }).optional(),
});

/** So many tabs of one browser find their conversation again; the oldest beyond them begins anew. */
const MOST_TABS = 10;

/** Gives this tab the token of its own conversation, or of a new one. */
export async function startSession(deps: WebDeps, req: Request, res: Response): Promise<void> {
  refuseForeignOrigin(deps, req);
  const body = SessionBody.safeParse(req.body ?? {});
  if (!body.success) throw new Problem(400, '请求无法识别');
  await enforce(
    deps.store,
    [{ key: `tokens:${req.ip}`, limit: deps.limits.tokensPerHour, windowMs: HOUR }],
    deps.now(),
  );
  const known = await readCookie(deps, req);
  const { customer: wanted = known?.customer ?? null, resume } = body.data;
  const own = known?.customer === wanted ? known.conversations : [];
  const goesOn = own.find((conversation) => conversation === resume?.conversationId);
  const conversation = goesOn ?? (await newConversation(deps, req, wanted));
  const browser: Browser = {
    conversations: [conversation, ...own.filter((one) => one !== conversation)].slice(0, MOST_TABS),
    customer: wanted,
  };
  const customer = wanted ? await findCustomer(deps.store, wanted) : null;
  const grant = {
    conversation,
    user: wanted ? `dl_${wanted}` : `dl_anon_${conversation}`,
    origins: [],
    isPublic: true,
  };
  await writeCookie(deps, res, browser);
  res.set('Cache-Control', 'no-store').json({
    token: await deps.tokens.issue(grant),
    conversationId: conversation,
    expires_in: TOKEN_LIFETIME_S,
    customer: customer ? signedIn(customer, toLocalDate(deps.now())) : null,
  });
}

/** A change of person is a new conversation. */
async function newConversation(
  deps: WebDeps,
  req: Request,
  customer: string | null,
): Promise<string> {
  if (customer !== null && !deps.demoCustomers.includes(customer)) {
    throw new Problem(403, '这里不能以该客户登录');
  }
  // Changing from one demonstration customer to another is a tour, not a flood.
  if (customer === null) {
    const limit = deps.limits.conversationsPerHour;
    const key = `conversations:${req.ip}`;
    await enforce(deps.store, [{ key, limit, windowMs: HOUR }], deps.now());
  }
  return newConversationId();
}
