import { randomBytes } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import type { Instant } from '../../terms/time.js';

/** What a Direct Line token opens (reliability.md D5): one conversation, for one person. */
export interface Grant {
  readonly conversation: string;
  /** `dl_…`; read by the client too, so the claim's name is Direct Line's own. */
  readonly user: string;
  /** Origins that may use it; empty: any. */
  readonly origins: readonly string[];
  /** Made on the public page, so the public limits hold. */
  readonly isPublic: boolean;
}

export const TOKEN_LIFETIME_S = 1_800;
export const TICKET_LIFETIME_MS = 60_000;

export type TokenVerdict =
  { readonly kind: 'valid'; readonly grant: Grant } | { readonly kind: 'expired' | 'invalid' };

export interface Tokens {
  issue(grant: Grant): Promise<string>;
  verify(token: string): Promise<TokenVerdict>;
}

/** Signed JWTs, HS256 fixed here; `epoch` is bumped to revoke every token at once. */
export function createTokens(secret: string, epoch: number, now: () => Instant): Tokens {
  const key = new TextEncoder().encode(secret);
  const seconds = () => Math.floor(now() / 1_000);
  return {
    issue: (grant) =>
      new SignJWT({
        user: grant.user,
        conv: grant.conversation,
        origins: [...grant.origins],
        public: grant.isPublic,
        epoch,
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer('shuzhi')
        .setAudience('directline')
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + TOKEN_LIFETIME_S)
        .sign(key),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: 'shuzhi',
          audience: 'directline',
          currentDate: new Date(now()),
        });
        if (payload['epoch'] !== epoch) return { kind: 'invalid' };
        return { kind: 'valid', grant: grantOf(payload) };
      } catch (error) {
        const code = (error as { code?: string }).code;
        return { kind: code === 'ERR_JWT_EXPIRED' ? 'expired' : 'invalid' };
      }
    },
  };
}

const grantOf = (payload: Record<string, unknown>): Grant => ({
  conversation: String(payload['conv']),
  user: String(payload['user']),
  origins: (payload['origins'] as string[] | undefined) ?? [],
  isPublic: payload['public'] === true,
});

/** Who listens to what, and where from. */
export interface Seat extends Pick<Grant, 'conversation' | 'user'> {
  /** Our own address as this client sees it: `https://…`, no path. */
  readonly base: string;
}

export interface Tickets {
  issue(seat: Seat): string;
  /** Spends the ticket; null for a second use, another conversation, or one that is too old. */
  redeem(ticket: string, conversation: string): Seat | null;
}

/** Single-use stream tickets: the URL of a WebSocket ends up in logs, so it must be worth nothing. */
export function createTickets(now: () => Instant): Tickets {
  const open = new Map<string, { seat: Seat; until: Instant }>();
  const forgetLate = () => {
    for (const [ticket, { until }] of open) if (until < now()) open.delete(ticket);
  };
  return {
    issue({ conversation, user, base }) {
      forgetLate();
      const ticket = randomBytes(24).toString('base64url');
      open.set(ticket, { seat: { conversation, user, base }, until: now() + TICKET_LIFETIME_MS });
      return ticket;
    },
    redeem(ticket, conversation) {
      const known = open.get(ticket);
      open.delete(ticket);
      if (!known || known.seat.conversation !== conversation || now() > known.until) return null;
      return known.seat;
    },
  };
}
