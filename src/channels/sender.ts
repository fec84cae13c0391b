import { recordEvents } from '../conversation/record.js';
import type { Due } from '../conversation/outbox.js';
import { dueStatements } from '../conversation/outbox.js';
import { markOutbox } from '../conversation/queries/outbox.js';
import { holdLease } from '../store/job-lease.js';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';

export interface SenderDeps {
  readonly store: Store;
  readonly origin: string;
  readonly owner: string;
  readonly channel: string;
  /** Delivers one statement; throws when it did not arrive. */
  readonly deliver: (due: Due) => Promise<void>;
  /** Conversations whose reply another path is about to deliver (expectReplies). */
  readonly isAwaited: (conversation: string) => boolean;
  readonly now: () => Instant;
}

const LEASE_MS = 30_000;
const BATCH = 100;
/** 8 tries over about half an hour (reliability.md D1), then a person must look. */
const MAX_TRIES = 8;
const backoffMs = (tries: number): number => Math.min(2 ** tries * 5_000, 600_000);

/**
 * Sends what is due on one channel: in order per conversation, at least once, always with the same
 * id. Returns how many arrived. A job: one process runs it at a time.
 */
export async function sendDue(deps: SenderDeps): Promise<number> {
  const { store, channel, owner, now } = deps;
  if (!(await holdLease(store, `outbox:${channel}`, owner, LEASE_MS))) return 0;
  const due = await dueStatements(store, channel, now(), BATCH);
  const outcomes = await Promise.all(
    due
      .filter(({ conversation }) => !deps.isAwaited(conversation))
      .map((one) => sendOne(deps, one)),
  );
  return outcomes.filter(Boolean).length;
}

async function sendOne(deps: SenderDeps, due: Due): Promise<boolean> {
  try {
    await deps.deliver(due);
  } catch (error) {
    await noteFailure(deps, due, error);
    return false;
  }
  await noteDelivered(deps, due);
  return true;
}

/** False: it was delivered on another path meanwhile. */
export function noteDelivered(
  { store, origin, now }: Pick<SenderDeps, 'store' | 'origin' | 'now'>,
  due: Due,
): Promise<boolean> {
  const tries = due.tries + 1;
  const event = { kind: 'Delivered' as const, statement: due.id, tries };
  const mark = markOutbox(store, due, { state: 'sent', tries, next_at: now(), error: null });
  return recordEvents(
    store,
    origin,
    due.conversation,
    [{ actor: 'service', at: now(), event }],
    [mark],
  );
}

async function noteFailure(deps: SenderDeps, due: Due, cause: unknown): Promise<void> {
  const { store, origin, now } = deps;
  const tries = due.tries + 1;
  const error =
    cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 500) : 'unknown';
  const next_at = now() + backoffMs(tries);
  if (tries < MAX_TRIES) {
    await store.commit([markOutbox(store, due, { state: 'waiting', tries, next_at, error })]);
    return;
  }
  const event = { kind: 'DeliveryFailed' as const, statement: due.id, tries, error };
  const mark = markOutbox(store, due, { state: 'dead', tries, next_at, error });
  await recordEvents(
    store,
    origin,
    due.conversation,
    [{ actor: 'service', at: now(), event }],
    [mark],
  );
}
