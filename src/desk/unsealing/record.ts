import { randomBytes } from 'node:crypto';
import { findHead, moveHead } from '../../conversation/queries/head.js';
import { appendTo, newHead } from '../../conversation/stream.js';
import type { UnsealingRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { UnsealingEvent } from './decide.js';
import { OPEN_MS, changed, refusal, unsealingStream } from './decide.js';
import { decideUnsealing, findUnsealing, insertUnsealing } from './queries.js';

/** What is asked and decided about opening a customer, in one unit with its record. */

export interface UnsealingDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

export interface Wish {
  readonly customer: string;
  readonly staff: string;
  readonly employee: string;
  readonly reason: string;
}

export async function askUnsealing(deps: UnsealingDeps, wish: Wish): Promise<UnsealingRow> {
  const { customer, staff, employee, reason } = wish;
  const at = deps.now();
  const row: UnsealingRow = {
    id: `U${randomBytes(8).toString('hex')}`,
    customer_id: customer,
    staff_id: staff,
    employee_id: employee,
    reason,
    asked_at: at,
    state: 'asked',
    decided_by: null,
    decided_at: null,
    ends_at: null,
  };
  const event: UnsealingEvent = { kind: 'UnsealingAsked', by: staff, employee, customer, reason };
  if (await keep(deps, row.id, event, at, insertUnsealing(deps.store, row))) return row;
  throw new StoreFailure(`the stream of ${row.id} has begun already`);
}

export type Decided =
  | { readonly kind: 'done'; readonly row: UnsealingRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: NonNullable<ReturnType<typeof refusal>> };

/** `decided` too where another second person was first. */
export async function decideOn(
  deps: UnsealingDeps,
  id: string,
  by: string,
  verdict: { readonly isGranted: boolean; readonly reason: string | null },
): Promise<Decided> {
  const at = deps.now();
  const row = await findUnsealing(deps.store, id);
  if (!row) return { kind: 'unknown' };
  const why = refusal(row, by, at);
  if (why !== null) return { kind: 'refused', why };
  const event = verdict.isGranted
    ? ({ kind: 'UnsealingGranted', by, until: at + OPEN_MS } as const)
    : ({ kind: 'UnsealingRefused', by, reason: verdict.reason } as const);
  const to = changed(event, at);
  const isDone = await keep(deps, id, event, at, decideUnsealing(deps.store, id, to));
  return isDone ? { kind: 'done', row: { ...row, ...to } } : { kind: 'refused', why: 'decided' };
}

/** False: somebody else was first. */
async function keep(
  { store, origin }: UnsealingDeps,
  id: string,
  event: UnsealingEvent,
  at: Instant,
  write: Write,
): Promise<boolean> {
  const stream = unsealingStream(id);
  const from = await findHead(store, stream);
  const actor = `staff:${event.by}`;
  const { writes, head } = appendTo(store, origin, stream, from ?? newHead, [{ actor, at, event }]);
  const unit = [moveHead(store, stream, from, head), ...writes, write];
  return (await store.commit(unit)).kind === 'committed';
}
