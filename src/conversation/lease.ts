import { randomUUID } from 'node:crypto';
import type { ConversationRow } from '../store/schema.js';
import type { Store, Write } from '../store/store.js';
import type { JsonObject } from '../terms/json.js';
import type { Instant } from '../terms/time.js';
import {
  claimLease,
  findConversation,
  pendingInbox,
  renewLease,
  takeNewMessages,
} from './queries/conversation.js';
import { attemptOutcomes, insertAttempt, updateAttempt } from './queries/turns.js';

/** The right to run one turn (租约): a fence that changes with every claim (reliability.md D2). */
export interface Claim {
  readonly conversation: string;
  readonly turn: string;
  readonly attempt: number;
  /** How many attempts before this one died under way. */
  readonly deaths: number;
  readonly fence: number;
  /** Sequence numbers of the messages this turn answers. */
  readonly eventSeqs: readonly number[];
  /** The conversation as it stood right before the claim. */
  readonly row: ConversationRow;
}

export const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/**
 * Claims a conversation's waiting messages. A turn that died keeps its messages and its id, so that
 * its tool journal is found again; else every message now waiting is taken. Null: nothing to do, or
 * somebody else is at it.
 */
export async function claim(
  store: Store,
  id: string,
  owner: string,
  now: Instant,
): Promise<Claim | null> {
  const conversation = await findConversation(store, id);
  const pending = conversation ? await pendingInbox(store, id) : [];
  if (!conversation || pending.length === 0) return null;
  const orphan = pending.find(({ state }) => state === 'taken')?.turn_id ?? null;
  const turn = orphan ?? randomUUID();
  const before = orphan ? await attemptOutcomes(store, orphan) : [];
  const attempt = before.length + 1;
  const deaths = before.filter((outcome) => outcome === 'running').length;
  const fence = conversation.fence + 1;
  const commit = await store.commit(
    [
      claimLease(store, id, conversation.fence, owner, LEASE_MS),
      ...(orphan ? [] : [takeNewMessages(store, id, turn)]),
      insertAttempt(store, {
        turn_id: turn,
        n: attempt,
        conversation_id: id,
        fence,
        started_at: now,
        finished_at: null,
        versions: '{}',
        llm_request_hash: null,
        outcome: 'running',
        draft: null,
        blocked_by: null,
        given: null,
      }),
    ],
    { soft: true },
  );
  if (commit.kind === 'conflict') return null;
  const taken = (await pendingInbox(store, id)).filter(({ turn_id }) => turn_id === turn);
  const eventSeqs = taken.map(({ event_seq }) => event_seq);
  return { conversation: id, turn, attempt, deaths, fence, eventSeqs, row: conversation };
}

export interface AttemptEnd {
  readonly outcome: 'replied' | 'drafted' | 'blocked' | 'superseded' | 'failed';
  readonly at: Instant;
  readonly versions: JsonObject;
  readonly requestHash: string | null;
  readonly draft: string | null;
  readonly blockedBy: string | null;
  readonly given: string | null;
}

export const endAttempt = (store: Store, held: Claim, end: AttemptEnd): Write =>
  updateAttempt(store, held, {
    outcome: end.outcome,
    finished_at: end.at,
    versions: JSON.stringify(end.versions),
    llm_request_hash: end.requestHash,
    draft: end.draft,
    blocked_by: end.blockedBy,
    given: end.given,
  });

/** Renews the lease while a turn runs; calls `onLost` once when it cannot. Returns the stop. */
export function keepLease(store: Store, held: Claim, onLost: () => void): () => void {
  const timer = setInterval(() => {
    store
      .commit([renewLease(store, held.conversation, held.fence, LEASE_MS)])
      .then((commit) => {
        if (commit.kind === 'conflict') onLost();
      })
      .catch(onLost);
  }, RENEW_MS);
  timer.unref();
  return () => clearInterval(timer);
}
