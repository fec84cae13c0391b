import type { Request, Response } from 'express';
import { z } from 'zod';
import { bearerOf, isSameSecret } from '../../access/bearer.js';
import { noteBadSecret, refuseShutOut } from '../../access/limits.js';
import { newConversationId } from '../../conversation/opening.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { Refused } from './refusal.js';
import type { Grant, Tokens } from './tokens.js';
import { TOKEN_LIFETIME_S } from './tokens.js';

export interface GrantDeps {
  readonly store: Store;
  /** What an institution's own server shows to fetch tokens. */
  readonly secret: string;
  readonly tokens: Tokens;
  readonly now: () => Instant;
}

/** The grant of the caller's token. */
export async function grantOf(deps: GrantDeps, req: Request): Promise<Grant> {
  const token = bearerOf(req);
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

/** Starting a conversation takes a token, or the secret itself (directline.md §5.2, 3). */
export async function grantToStart(deps: GrantDeps, req: Request): Promise<Grant> {
  return isSameSecret(bearerOf(req), deps.secret) ? newGrant(req) : grantOf(deps, req);
}

/** The same answer for "not yours" and "does not exist". */
export async function grantFor(deps: GrantDeps, req: Request): Promise<Grant> {
  const grant = await grantOf(deps, req);
  if (grant.conversation !== req.params['id']) {
    throw new Refused(404, 'NotFound', 'no such conversation');
  }
  return grant;
}

const GenerateBody = z
  .looseObject({
    user: z.looseObject({ id: z.string().max(100).optional() }).optional(),
    trustedOrigins: z.array(z.string()).max(20).optional(),
  })
  .default({});

/** `POST /tokens/generate`: for servers that hold the secret; starts nothing yet. */
export async function generateToken(deps: GrantDeps, req: Request, res: Response): Promise<void> {
  const who = req.ip ?? '';
  await refuseShutOut(deps.store, who, deps.now());
  if (!isSameSecret(bearerOf(req), deps.secret)) {
    await noteBadSecret(deps.store, who, deps.now());
    throw new Refused(401, 'Unauthorized', 'the secret is needed');
  }
  res.json(await tokenAnswer(deps, newGrant(req)));
}

function newGrant(req: Request): Grant {
  const body = GenerateBody.safeParse(lowerFirstLetters(req.body ?? {}));
  if (!body.success) throw new Refused(400, 'BadArgument', 'malformed body');
  const user = body.data.user?.id ?? `dl_anon_${newConversationId()}`;
  if (!user.startsWith('dl_')) throw new Refused(400, 'BadArgument', 'user.id must start with dl_');
  return {
    conversation: newConversationId(),
    user,
    origins: body.data.trustedOrigins ?? [],
    isPublic: false,
  };
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

export const tokenAnswer = async (deps: GrantDeps, grant: Grant) => ({
  conversationId: grant.conversation,
  token: await deps.tokens.issue(grant),
  expires_in: TOKEN_LIFETIME_S,
});

export async function refreshToken(deps: GrantDeps, req: Request, res: Response): Promise<void> {
  res.json(await tokenAnswer(deps, await grantOf(deps, req)));
}
