import { createHash } from 'node:crypto';
import type { ProposalRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';
import type { Actor, ConversationEvent } from '../events.js';
import { findProposal, insertProposal, moveProposal, proposalRows } from '../queries/proposal.js';
import { readEvents } from '../queries/stream.js';
import { append, newHead } from '../stream.js';
import { decide, drafted } from './decide.js';
import type { ProposalEvent } from './events.js';
import { proposalStream } from './events.js';
import type { ProposalState } from './evolve.js';
import { evolve, fold } from './evolve.js';
import { earlierThan, isLive } from './live.js';

/** A proposal where it now stands. */
export interface Proposal {
  readonly id: string;
  readonly row: ProposalRow;
  readonly state: ProposalState;
  /** When an advisor decided; null: none has. */
  readonly signedAt: Instant | null;
}

export interface ProposalPut {
  readonly customer: string;
  readonly conversation: string;
  readonly turn: string;
  readonly plan: Plan;
}

/** The same turn drafts the same proposal, however often it is run: a name to type, no secret. */
export const proposalId = (turn: string, nth: number): string =>
  `P${createHash('sha256').update(`${turn}/${nth}`).digest('hex').slice(0, 12)}`;

/**
 * Writes that put on record every draft that a turn's replies show to a known customer: one that waits
 * already is not put a second time, and what the draft takes the place of ends with it.
 */
export async function shownDrafts(
  store: Store,
  origin: string,
  place: Omit<ProposalPut, 'plan' | 'customer'> & { readonly customer: string | null },
  events: readonly ConversationEvent[],
  at: Instant,
): Promise<readonly Write[]> {
  const { customer } = place;
  const plans = events
    .flatMap((event) => (event.kind === 'ReplyDecided' ? event.statement.cards : []))
    .flatMap((card) => (card.kind === 'plan' && card.review === null ? [card.plan] : []));
  if (customer === null || plans.length === 0) return [];
  const live = await liveProposals(store, customer, at);
  const by = { actor: 'service', at } as const;
  return plans.flatMap((plan, nth) => {
    const { standing, outdated } = earlierThan(live, plan);
    if (standing) return [];
    const id = proposalId(place.turn, nth);
    return [
      ...draftWrites(store, origin, id, { ...place, customer, plan }, at),
      ...outdated.flatMap((one) => {
        const decision = decide(one.state, { do: 'supersede', draft: id }, at);
        return decision.kind === 'decided'
          ? furtherWrites(store, origin, one, [decision.event], by)
          : [];
      }),
    ];
  });
}

/** Writes that put a drafted plan on record: for the unit of work with the reply that shows it. */
export function draftWrites(
  store: Store,
  origin: string,
  id: string,
  put: ProposalPut,
  at: Instant,
): readonly Write[] {
  const event = drafted(put, at);
  const happened = [{ actor: 'assistant' as const, at, event }];
  const { writes, head } = append(store, origin, proposalStream(id), newHead, happened);
  const row: ProposalRow = {
    id,
    customer_id: put.customer,
    conversation_id: put.conversation,
    stage: 'drafted',
    drafted_at: at,
    expires_at: event.expires,
    signed_by: null,
    untold: 0,
    next_seq: head.nextSeq,
    head_hash: head.headHash,
    restricted_at: null,
  };
  return [insertProposal(store, row), ...writes];
}

/** Writes that take a proposal further; the unit conflicts when it has moved on meanwhile. */
export function furtherWrites(
  store: Store,
  origin: string,
  { id, row, state }: Proposal,
  events: readonly ProposalEvent[],
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
): readonly Write[] {
  const from = { nextSeq: row.next_seq, headHash: row.head_hash };
  const happened = events.map((event) => ({ actor, at, event }));
  const { writes, head } = append(store, origin, proposalStream(id), from, happened);
  const after = events.reduce<ProposalState>(evolve, state);
  const to: ProposalRow = {
    ...row,
    conversation_id: after.conversation,
    stage: after.stage,
    expires_at: after.expires,
    signed_by: after.signed?.by.id ?? null,
    untold: after.untold ? 1 : 0,
    next_seq: head.nextSeq,
    head_hash: head.headHash,
  };
  return [moveProposal(store, row, to), ...writes];
}

/** Null: there is none of this id, or its words were erased. */
export async function readProposal(store: Store, id: string): Promise<Proposal | null> {
  const row = await findProposal(store, id);
  return row ? proposalAt(store, row) : null;
}

/** More than anybody has open at once. */
const LOOKED_AT = 10;

/**
 * The latest for the goal whose plan this conversation showed last; else the one that waits for the
 * customer's answer, the last signed first; else their latest, whatever became of it; null: there is none.
 */
export async function proposalSpokenOf(
  store: Store,
  customer: string,
  shownGoal?: string,
): Promise<Proposal | null> {
  const rows = await proposalRows(store, { stage: null, customer }, LOOKED_AT);
  const presented = rows.filter(({ stage }) => stage === 'presented');
  // Every turn asks: one stream is read where no other could be meant.
  const [first] = presented.length > 0 ? presented : rows;
  if (shownGoal === undefined && presented.length <= 1) {
    const one = first ? await proposalAt(store, first) : null;
    if (one) return one;
  }
  const known = await readable(store, rows);
  const shown = known.find(({ state }) => state.plan.need.goal === shownGoal);
  if (shown) return shown;
  const waiting = known.filter(({ row }) => row.stage === 'presented');
  const [lastSigned] = waiting.sort((a, b) => (b.signedAt ?? 0) - (a.signedAt ?? 0));
  return lastSigned ?? known[0] ?? null;
}

/** The latest for one of the goals, whatever became of it; null: there is none. */
export async function proposalFor(
  store: Store,
  customer: string,
  goals: readonly string[],
): Promise<Proposal | null> {
  if (goals.length === 0) return null;
  const rows = await proposalRows(store, { stage: null, customer }, LOOKED_AT);
  const known = await readable(store, rows);
  return known.find(({ state }) => goals.includes(state.plan.need.goal)) ?? null;
}

async function readable(store: Store, rows: readonly ProposalRow[]): Promise<readonly Proposal[]> {
  const read = await Promise.all(rows.map((row) => proposalAt(store, row)));
  return read.filter((one) => one !== null);
}

/** Of which something may still come, latest first. */
export async function liveProposals(
  store: Store,
  customer: string,
  now: Instant,
): Promise<readonly Proposal[]> {
  const rows = await proposalRows(store, { stage: null, customer }, LOOKED_AT);
  const open = rows.filter((row) => now < row.expires_at);
  const read = await Promise.all(open.map((row) => proposalAt(store, row)));
  return read.flatMap((one) => (one && isLive(one, now) ? [one] : []));
}

/** The latest for the same goal that ended when `after` was drafted, or before; null: there is none. */
export async function proposalBefore(
  store: Store,
  customer: string,
  after: Proposal,
): Promise<Proposal | null> {
  const rows = await proposalRows(store, { stage: null, customer }, LOOKED_AT);
  const older = rows.filter(
    ({ id, stage, drafted_at: at }) =>
      id !== after.id && stage === 'superseded' && at <= after.row.drafted_at,
  );
  const read = await Promise.all(older.map((row) => proposalAt(store, row)));
  const { goal } = after.state.plan.need;
  return read.find((one) => one?.state.plan.need.goal === goal) ?? null;
}

/** A proposal as it stood before its event `nextSeq`; null: there is none of this id, or it was erased. */
export async function readProposalBefore(
  store: Store,
  id: string,
  nextSeq: number,
): Promise<Proposal | null> {
  const row = await findProposal(store, id);
  return row ? proposalAt(store, { ...row, next_seq: nextSeq }) : null;
}

async function proposalAt(store: Store, row: ProposalRow): Promise<Proposal | null> {
  // What was recorded after the row was read belongs to the next reader.
  const events = (await proposalEvents(store, row.id)).filter(({ seq }) => seq < row.next_seq);
  const state = fold(events.map(({ event }) => event));
  const signed = events.findLast(
    ({ event }) => 'by' in event && event.kind !== 'ProposalSignedFirst',
  );
  return state && { id: row.id, row, state, signedAt: signed?.at ?? null };
}

/** All that happened to a proposal, in order. */
export async function proposalEvents(store: Store, id: string) {
  const rows = await readEvents(store, proposalStream(id));
  return rows.flatMap(({ seq, at, actor, kind, body }) =>
    body === null
      ? []
      : [{ seq, at, actor, event: { kind, ...JSON.parse(body) } as ProposalEvent }],
  );
}
