import { findHead, moveHead } from '../../conversation/queries/head.js';
import { readEvents } from '../../conversation/queries/stream.js';
import type { Head } from '../../conversation/stream.js';
import { appendTo, newHead } from '../../conversation/stream.js';
import type { StaffRow } from '../../store/staff-rows.js';
import type { Store, Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { Problem } from '../problem.js';
import { findStaff, insertStaff, updateStaff } from '../queries/staff.js';
import type { Account } from './account.js';
import { accountOf, columnsOf, evolve, newAccount } from './account.js';
import type { StaffEvent } from './events.js';
import { NOBODY, actorOf, staffStream } from './events.js';
import type { Passwords } from './passwords.js';

/** What work on accounts needs. */
export interface StaffDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  readonly passwords: Passwords;
}

/** What becomes of an account: events, the secret in force if it changes, and writes of the same unit. */
export interface Step<T> {
  readonly events: readonly StaffEvent[];
  readonly secret?: Pick<StaffRow, 'secret_hash' | 'secret_kind' | 'secret_expires'>;
  readonly also?: readonly Write[];
  readonly result: T;
}

/** Every attempt of a race but one finds its ground moved; more of them than this is no race. */
const MAX_RACES = 50;

/**
 * Takes an account further, in one unit with its record; `step` may run again where somebody else
 * was first. Throws a 404 Problem where there is no such account.
 */
export async function record<T>(
  deps: StaffDeps,
  id: string,
  at: Instant,
  step: (account: Account, row: StaffRow) => Step<T>,
): Promise<T> {
  const { store } = deps;
  for (let race = 0; race < MAX_RACES; race += 1) {
    // Before the row: whoever commits between the two moves the head, and this one loses.
    const from = await findHead(store, staffStream(id));
    const row = await findStaff(store, id);
    if (!row) throw new Problem(404, `没有员工账号 ${id}`);
    const before = accountOf(row);
    const { events, secret, also = [], result } = step(before, row);
    if (events.length === 0) return result;
    const after = events.reduce((account, event) => evolve(account, event, at), before);
    const others = [updateStaff(store, { ...row, ...columnsOf(after), ...secret }), ...also];
    if (await commitWith(deps, id, at, { from, events, others })) return result;
  }
  throw new StoreFailure(`no place found at the head of ${staffStream(id)}`);
}

/** Puts a new account on record; false: the id is taken. */
export async function recordNew(
  deps: StaffDeps,
  id: string,
  at: Instant,
  events: readonly [Extract<StaffEvent, { kind: 'StaffAdded' }>, ...StaffEvent[]],
  secret: NonNullable<Step<unknown>['secret']>,
): Promise<boolean> {
  const { name, role, employee } = events[0];
  const fresh = newAccount({ name, role, employee }, at);
  const account = events.reduce((before, event) => evolve(before, event, at), fresh);
  const row = { id, ...columnsOf(account), ...secret };
  const others = [insertStaff(deps.store, row)];
  return commitWith(deps, id, at, { from: null, events, others });
}

/** An attempt at a name nobody has. */
export async function recordNobody(
  deps: StaffDeps,
  at: Instant,
  from: string | null,
): Promise<void> {
  const event = { kind: 'SignInRefused', why: 'unknown', from } as const;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const from = await findHead(deps.store, staffStream(NOBODY));
    if (await commitWith(deps, NOBODY, at, { from, events: [event], others: [] })) return;
  }
  throw new StoreFailure(`no place found at the head of ${staffStream(NOBODY)}`);
}

interface Change {
  /** Null: the stream begins. */
  readonly from: Head | null;
  readonly events: readonly StaffEvent[];
  readonly others: readonly Write[];
}

/** One unit: head, events with their ledger entries, and whatever else; false on a lost race. */
async function commitWith(
  { store, origin }: StaffDeps,
  id: string,
  at: Instant,
  { from, events, others }: Change,
): Promise<boolean> {
  const stream = staffStream(id);
  const happened = events.map((event) => ({ actor: actorOf(event, id), at, event }));
  const { writes, head } = appendTo(store, origin, stream, from ?? newHead, happened);
  const unit = [moveHead(store, stream, from, head), ...writes, ...others];
  return (await store.commit(unit)).kind === 'committed';
}

/** What happened to an account after `after`, in order. */
export async function staffEvents(store: Store, id: string, after = 0, limit?: number) {
  const rows = await readEvents(store, staffStream(id), after, limit);
  return rows.flatMap(({ seq, at, actor, kind, body }) =>
    body === null ? [] : [{ seq, at, actor, event: { kind, ...JSON.parse(body) } as StaffEvent }],
  );
}
