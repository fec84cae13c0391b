import { createHash } from 'node:crypto';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { DAY, MINUTE } from '../limits.js';
import { Problem } from '../problem.js';
import {
  answerAsked,
  beginAsked,
  deleteAskedBefore,
  findAsked,
  forgetAsked,
} from '../queries/idempotency.js';

/** A request that may be sent twice, and must be done once. */
export interface Asked {
  /** Who asks: keys of two callers never meet. */
  readonly caller: string;
  /** Method and address. */
  readonly what: string;
  readonly body: unknown;
  /** The caller's own `Idempotency-Key`. */
  readonly key: string;
}

export interface Answered {
  readonly status: number;
  /** Null: an empty answer. */
  readonly json: string | null;
}

const LONGEST_KEY = 255;
/** Longer under way, and whoever began it is dead: the next one with the key begins anew. */
const ABANDONED_AFTER = MINUTE;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Does what was asked once, and answers the same to everybody who asks again under the key within a
 * day. Throws a 409 Problem while it is under way and 422 for another request under the same key.
 * What fails is not remembered: it may be tried again.
 */
export async function doOnce(
  store: Store,
  { caller, what, body, key }: Asked,
  now: Instant,
  work: () => Promise<Answered>,
): Promise<Answered> {
  if (key.length > LONGEST_KEY) throw new Problem(400, 'Idempotency-Key 太长');
  const id = sha256(JSON.stringify([caller, what, key]));
  const body_hash = sha256(JSON.stringify(body ?? null));
  const begun = await store.commit([
    beginAsked(store, { id, body_hash, began_at: now }, now - ABANDONED_AFTER),
  ]);
  if (begun.kind === 'conflict') return answeredBefore(store, id, body_hash);
  try {
    const answered = await work();
    await store.commit([answerAsked(store, id, answered.status, answered.json)]);
    return answered;
  } catch (error) {
    await store.commit([forgetAsked(store, id)]);
    throw error;
  }
}

async function answeredBefore(store: Store, id: string, bodyHash: string): Promise<Answered> {
  const known = await findAsked(store, id);
  if (known && known.body_hash !== bodyHash) {
    throw new Problem(422, '这个 Idempotency-Key 已用于另一个请求');
  }
  if (known && known.status !== null) return { status: known.status, json: known.answer };
  throw new Problem(409, '同一个请求正在处理', { 'Retry-After': '1' });
}

/** Forgets answers nobody will ask for again. */
export const forgetOldAnswers = async (store: Store, now: Instant): Promise<void> =>
  void (await store.commit([deleteAskedBefore(store, now - DAY)]));
