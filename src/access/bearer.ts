import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The token of an `Authorization: Bearer …` header; null without one. */
export const bearerOf = (req: IncomingMessage): string | null =>
  /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? null;

/** Constant-time: both sides are hashed to one length first. */
export function isSameSecret(given: string | null, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}
