import { createHash } from 'node:crypto';
import type { RetentionRules } from '../../compliance/retention.js';
import type { ErasureRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import type { AnsweringDeps } from '../cases/erasure-answer.js';
import { erasureAnswerWrites } from '../cases/erasure-answer.js';
import { findErasure, insertErasure, moveErasure } from '../queries/erasure.js';
import { readEvents } from '../queries/stream.js';
import { appendTo, newHead } from '../stream.js';
import type { ErasureRefusal, ErasureState } from './decide.js';
import { erasureRefusal, evolveErasure, noErasure } from './decide.js';
import type { ErasureEvent, ErasureOpened, Planned } from './events.js';
import { erasureStream } from './events.js';
import { planOf } from './plan.js';

export interface ErasureDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  readonly rules: () => RetentionRules;
}

/** The same request opens the same case, however often its turn is run. */
export const erasureId = (cause: string): string =>
  `E${createHash('sha256').update(cause).digest('hex').slice(0, 12)}`;

/** Writes that open a case: for the unit of what gave rise to it. */
export function openCase(
  { store, origin, rules }: Pick<ErasureDeps, 'store' | 'origin' | 'rules'>,
  id: string,
  { received, ...about }: Omit<ErasureOpened, 'kind' | 'due'> & { readonly received: LocalDate },
  at: Instant,
): readonly Write[] {
  const due = addDays(received, rules().requestDays);
  const event: ErasureOpened = { kind: 'ErasureOpened', ...about, due };
  const { writes, head } = appendTo(store, origin, erasureStream(id), newHead, [
    { actor: 'service', at, event },
  ]);
  const row: ErasureRow = {
    id,
    customer_id: about.customer,
    conversation_id: about.conversation,
    why: about.why,
    stage: 'open',
    opened_at: at,
    due_day: due,
    proposed_by: null,
    decided_by: null,
    next_seq: head.nextSeq,
    head_hash: head.headHash,
  };
  return [insertErasure(store, row), ...writes];
}

/** A case where it now stands, with what the rules say of everything it is about. */
export interface ErasureCase {
  readonly row: ErasureRow;
  readonly state: ErasureState;
  readonly plan: readonly Planned[];
  readonly events: readonly { readonly at: Instant; readonly event: ErasureEvent }[];
}

/** Null: there is none. */
export async function readCase(deps: ErasureDeps, id: string): Promise<ErasureCase | null> {
  const { store, rules, now } = deps;
  const row = await findErasure(store, id);
  if (!row) return null;
  const events = (await readEvents(store, erasureStream(id)))
    .filter(({ seq }) => seq < row.next_seq)
    .flatMap(({ at, kind, body }) =>
      body === null ? [] : [{ at, event: { kind, ...JSON.parse(body) } as ErasureEvent }],
    );
  const state = events.reduce((before, { event }) => evolveErasure(before, event), noErasure);
  const plan = state.opened ? await planOf(store, rules(), state.opened, now()) : [];
  return { row, state, plan, events };
}

export type ErasureAct =
  | { readonly kind: 'done'; readonly row: ErasureRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: ErasureRefusal };

/** One person's step in a case; `actor` as the ledger names them. */
export async function act(
  deps: AnsweringDeps,
  id: string,
  actor: string,
  eventOf: (plan: readonly Planned[]) => ErasureEvent,
): Promise<ErasureAct> {
  const found = await readCase(deps, id);
  if (!found) return { kind: 'unknown' };
  const event = eventOf(found.plan);
  const why = erasureRefusal(found.state, event, found.plan);
  if (why !== null) return { kind: 'refused', why };
  const { writes, row } = moved(deps, found.row, found.state, actor, [event]);
  const answer =
    event.kind === 'ErasureDeclined'
      ? await erasureAnswerWrites(deps, id, { event, by: event.by, plan: [] })
      : [];
  const commit = await deps.store.commit([...writes, ...answer]);
  // Somebody else was first, whatever they did.
  return commit.kind === 'committed' ? { kind: 'done', row } : { kind: 'refused', why: 'outdated' };
}

/** Writes that put a case further. */
export function moved(
  { store, origin, now }: Pick<ErasureDeps, 'store' | 'origin' | 'now'>,
  from: ErasureRow,
  before: ErasureState,
  actor: string,
  events: readonly ErasureEvent[],
): { readonly writes: readonly Write[]; readonly row: ErasureRow } {
  const at = now();
  const head = { nextSeq: from.next_seq, headHash: from.head_hash };
  const happened = events.map((event) => ({ actor, at, event }));
  const appended = appendTo(store, origin, erasureStream(from.id), head, happened);
  const state = events.reduce(evolveErasure, before);
  const row: ErasureRow = {
    ...from,
    stage: state.stage,
    proposed_by: state.proposed?.by ?? null,
    decided_by: state.decidedBy,
    next_seq: appended.head.nextSeq,
    head_hash: appended.head.headHash,
  };
  return { writes: [moveErasure(store, from, row), ...appended.writes], row };
}
