import { findHead, moveHead } from '../../conversation/queries/head.js';
import { reviewStream } from '../../conversation/review-stream.js';
import { appendTo, newHead } from '../../conversation/stream.js';
import type { ReviewItemRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { ReviewCommand, ReviewRefusal, ReviewState } from './decide.js';
import { agreedOn, decideReview, evolveReview, newReview, notesSettled } from './decide.js';
import type { ReviewEvent, ReviewOpened } from './events.js';
import {
  findReviewItem,
  insertCoachingNote,
  insertReviewItem,
  judgeFinding,
  updateReviewItem,
} from './queries.js';

export interface ReviewDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

/** Writes that put a conversation before reviewers; a conflict where it already is. */
export function openWrites(
  { store, origin, now }: ReviewDeps,
  opened: ReviewOpened,
): readonly Write[] {
  const at = now();
  const { conversation, byLot, score, stratum } = opened;
  const stream = reviewStream(conversation);
  const happened = [{ actor: 'service' as const, at, event: opened }];
  const { writes, head } = appendTo(store, origin, stream, newHead, happened);
  const row: ReviewItemRow = {
    conversation_id: conversation,
    by_lot: byLot ? 1 : 0,
    score,
    stratum,
    stage: 'first',
    holder: null,
    verdict: null,
    opened_at: at,
    settled_at: null,
    state: JSON.stringify(newReview),
  };
  return [moveHead(store, stream, null, head), insertReviewItem(store, row), ...writes];
}

export type Reviewed =
  | { readonly kind: 'done'; readonly row: ReviewItemRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: ReviewRefusal };

const MAX_RACES = 20;

/** Gather → decide → record: of two who take one at once, one is told that the other has it. */
export async function review(
  deps: ReviewDeps,
  conversation: string,
  command: ReviewCommand,
): Promise<Reviewed> {
  const { store } = deps;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const from = await findHead(store, reviewStream(conversation));
    const row = await findReviewItem(store, conversation);
    if (!row || !from) return { kind: 'unknown' };
    const before = JSON.parse(row.state) as ReviewState;
    const decision = decideReview(before, command);
    if (decision.kind === 'refused') return decision;
    if (decision.events.length === 0) return { kind: 'done', row };
    const after = afterwards(row, before, decision.events, deps.now());
    const unit = unitOf(deps, from, after, decision.events);
    if ((await store.commit(unit)).kind === 'committed') return { kind: 'done', row: after };
  }
  throw new StoreFailure(`no place found at the head of ${reviewStream(conversation)}`);
}

function afterwards(
  row: ReviewItemRow,
  before: ReviewState,
  events: readonly ReviewEvent[],
  at: Instant,
): ReviewItemRow {
  const state = events.reduce(evolveReview, before);
  const { stage, holder, settled } = state;
  const settledAt = stage === 'settled' ? at : null;
  const columns = { stage, holder, verdict: settled, settled_at: settledAt };
  return { ...row, ...columns, state: JSON.stringify(state) };
}

function unitOf(
  { store, origin, now }: ReviewDeps,
  from: { readonly nextSeq: number; readonly headHash: string },
  row: ReviewItemRow,
  events: readonly ReviewEvent[],
): readonly Write[] {
  const at = now();
  const id = row.conversation_id;
  const stream = reviewStream(id);
  const happened = events.map((event) => ({ actor: 'compliance' as const, at, event }));
  const { writes, head } = appendTo(store, origin, stream, from, happened);
  return [
    moveHead(store, stream, from, head),
    updateReviewItem(store, row),
    ...writes,
    ...events.flatMap((event) => sideWrites(store, row, event, at)),
  ];
}

/** Once the matter is settled: what employees are told of it, and how its rules stand. */
function sideWrites(
  store: Store,
  { conversation_id: conversation, state }: ReviewItemRow,
  event: ReviewEvent,
  at: Instant,
): readonly Write[] {
  if (event.kind !== 'ReviewSettled') return [];
  const { given } = JSON.parse(state) as ReviewState;
  const notes = notesSettled(given, event.verdict).map(({ by, to, words }) => {
    const told = { conversation_id: conversation, employee_id: to, by_staff: by, at, words };
    return insertCoachingNote(store, told);
  });
  return [...agreedOn(given).map((one) => judgeFinding(store, conversation, one)), ...notes];
}
