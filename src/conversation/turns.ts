import type { ConversationRow } from '../store/schema.js';
import type { Write } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import { gather } from './gather.js';
import type { Claim } from './lease.js';
import { claim, endAttempt, keepLease } from './lease.js';
import {
  findConversation,
  finishTurnHead,
  markDone,
  pendingInbox,
  releaseLease,
  unattended,
} from './queries/conversation.js';
import { concernsHandoff, handoffAt, handoffWrites } from './handoff/projection.js';
import { outboxWrites } from './outbox.js';
import type { ProjectionDeps } from './projections.js';
import { projectionWrites } from './projections.js';
import { ProposalMoved } from './proposal/answering.js';
import { furtherWrites, shownDrafts } from './proposal/record.js';
import { findProposal } from './queries/proposal.js';
import { recordEvents } from './record.js';
import { append } from './stream.js';
import type { TurnDeps, TurnResult } from './turn.js';
import { apologise, think } from './turn.js';
import type { Watch } from './watch.js';

export interface TurnsDeps extends TurnDeps, ProjectionDeps {
  /** This process, as the owner of leases. */
  readonly owner: string;
  readonly watch: Watch;
  readonly turnTimeoutMs: number;
  /** Turns under way at once in this process. */
  readonly concurrency: number;
  /** Channels whose statements must be sent; the others are read by the customer's client. */
  readonly sentChannels: readonly string[];
  readonly onError: (error: unknown, conversation: string) => void;
  /** Told after each turn: for metrics. */
  readonly onTurn: (outcome: string, ms: number) => void;
}

export interface Turns {
  /** A message may be waiting in this conversation. */
  wake(conversation: string): void;
  /** Looks for messages nobody attends to: after a start, and now and then. */
  recover(): Promise<void>;
  /** Resolves when no turn is under way or queued. */
  idle(): Promise<void>;
  /** Takes no new turn and waits for those under way. */
  stop(): Promise<void>;
}

/** Runs turns: one at a time per conversation, oldest conversation first. */
export function createTurns(deps: TurnsDeps): Turns {
  const queue: string[] = [];
  const queued = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;

  const startNext = () => {
    while (!stopped && running.size < deps.concurrency && queue.length > 0) {
      const index = queue.findIndex((id) => !running.has(id));
      if (index < 0) return;
      const [id] = queue.splice(index, 1) as [string];
      queued.delete(id);
      const run = runTurns(deps, id)
        .catch((error: unknown) => deps.onError(error, id))
        .finally(() => {
          running.delete(id);
          startNext();
        });
      running.set(id, run);
    }
  };
  const wake = (id: string) => {
    if (stopped || queued.has(id)) return;
    queued.add(id);
    queue.push(id);
    startNext();
  };
  return {
    wake,
    async recover() {
      for (const { id } of await unattended(deps.store, 1_000)) wake(id);
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
    async stop() {
      stopped = true;
      await Promise.allSettled(running.values());
    },
  };
}

/** Turns of one conversation until no message waits. */
async function runTurns(deps: TurnsDeps, id: string): Promise<void> {
  for (;;) {
    const held = await claim(deps.store, id, deps.owner, deps.now());
    if (!held) return;
    const started = deps.now();
    const outcome = await runTurn(deps, held);
    deps.onTurn(outcome, deps.now() - started);
    if (outcome === 'superseded' || (await pendingInbox(deps.store, id)).length === 0) return;
  }
}

async function runTurn(deps: TurnsDeps, held: Claim): Promise<string> {
  const lost = new AbortController();
  const stopRenewing = keepLease(deps.store, held, () => lost.abort());
  const signal = AbortSignal.any([lost.signal, AbortSignal.timeout(deps.turnTimeoutMs)]);
  // A draft is nothing the customer waits for: the person is who answers.
  if (held.row.pen !== 'advisor') deps.onWorking(held.conversation, null);
  try {
    const result = await thinkOrApologise(deps, held, signal);
    if (lost.signal.aborted) return await supersede(deps, held, result);
    return await finish(deps, held, result);
  } catch (error) {
    await deps.store
      .commit([releaseLease(deps.store, held.conversation, held.fence)])
      .catch((cause: unknown) => deps.onError(cause, held.conversation));
    throw error;
  } finally {
    stopRenewing();
    deps.watch.tell(held.conversation, { kind: 'recorded' });
  }
}

async function thinkOrApologise(
  deps: TurnsDeps,
  held: Claim,
  signal: AbortSignal,
): Promise<TurnResult> {
  const context = await gather(deps, held, signal);
  try {
    return await think(deps, held, context);
  } catch (error) {
    deps.onError(error, held.conversation);
    return apologise(deps, held, context, error instanceof Error ? error.name : 'unknown');
  }
}

const MAX_RENUMBERINGS = 20;

/**
 * T3 of reliability.md D1: reply, journal, attempt, ledger and outbox in one unit, fenced. When new
 * messages moved the head meanwhile the finished reply is renumbered, never thought again.
 */
async function finish(deps: TurnsDeps, held: Claim, result: TurnResult): Promise<string> {
  const { store } = deps;
  // The head as it stood at the claim; mostly nothing has moved it since.
  let conversation: ConversationRow | undefined = held.row;
  for (let race = 0; race < MAX_RENUMBERINGS; race += 1) {
    const place = { conversation: held.conversation, customer: conversation.customer_id };
    const commit = await store.commit([
      ...finishUnit(deps, held, result, conversation),
      ...(await shownDrafts(
        store,
        deps.origin,
        placeOf(held, conversation),
        result.events,
        deps.now(),
      )),
      ...(await handoffWritesOf(deps, result, conversation)),
      ...(await projectionWrites(deps, place, result.events)),
    ]);
    if (commit.kind === 'committed') return result.outcome;
    await stillTakes(deps, result);
    conversation = await findConversation(store, held.conversation);
    if (!conversation || conversation.fence !== held.fence) return supersede(deps, held, result);
  }
  throw new Error(`no place found at the head of ${held.conversation}`);
}

/** Rarely a turn moves the pen, or leaves a draft with whoever holds it. */
async function handoffWritesOf(
  { store, now }: TurnsDeps,
  { events }: TurnResult,
  row: ConversationRow,
): Promise<readonly Write[]> {
  if (!events.some(concernsHandoff)) return [];
  const at = now();
  const before = await handoffAt(store, row);
  return handoffWrites(
    store,
    row,
    before,
    events.map((event) => ({ at, event })),
  );
}

function finishUnit(
  deps: TurnsDeps,
  held: Claim,
  result: TurnResult,
  conversation: ConversationRow,
): readonly Write[] {
  const { store, origin } = deps;
  const at = deps.now();
  const from = { nextSeq: conversation.next_seq, headHash: conversation.head_hash };
  const happened = result.events.map((event) => ({ actor: 'assistant' as const, at, event }));
  const { writes, head } = append(store, origin, held.conversation, from, happened);
  return [
    finishTurnHead(store, held.conversation, fenceOf(held), from.nextSeq, head),
    ...writes,
    ...(result.journal?.writes ?? []),
    endAttempt(store, held, {
      outcome: result.outcome,
      at,
      versions: result.versions,
      requestHash: result.requestHash,
      draft: JSON.stringify(result.draft),
      blockedBy: result.findings.length > 0 ? JSON.stringify(result.findings) : null,
      given: JSON.stringify(result.given),
    }),
    markDone(store, held.conversation, held.turn),
    ...answerWrites(deps, result, at),
    ...outboxWrites(deps, conversation, result.events),
  ];
}

const fenceOf = ({ fence, row }: Claim) => ({ fence, epoch: row.epoch });

const answerWrites = (
  { store, origin }: TurnsDeps,
  { answered }: TurnResult,
  at: Instant,
): readonly Write[] =>
  answered
    ? furtherWrites(store, origin, answered.proposal, [answered.event], {
        actor: answered.event.kind === 'ProposalReturned' ? 'service' : 'customer',
        at,
      })
    : [];

/** Nothing is said of an answer that the proposal does not take any more. */
async function stillTakes(deps: TurnsDeps, { answered }: TurnResult): Promise<void> {
  if (!answered) return;
  const { id, row } = answered.proposal;
  const now = await findProposal(deps.store, id);
  if (now?.next_seq !== row.next_seq) throw new ProposalMoved(id);
}

const placeOf = (
  { conversation, turn }: Claim,
  { customer_id: customer }: Pick<ConversationRow, 'customer_id'>,
) => ({ conversation, turn, customer });

/** Another holder has the conversation: this reply must not be said. */
async function supersede(deps: TurnsDeps, held: Claim, result: TurnResult): Promise<string> {
  const { store, origin } = deps;
  const end = endAttempt(store, held, {
    outcome: 'superseded',
    at: deps.now(),
    versions: result.versions,
    requestHash: result.requestHash,
    draft: JSON.stringify(result.draft),
    blockedBy: null,
    given: JSON.stringify(result.given),
  });
  const now = (await findConversation(store, held.conversation))?.epoch ?? held.row.epoch;
  const begun = held.row.epoch;
  if (now === begun || result.outcome === 'failed') await store.commit([end]);
  else {
    const { draft } = result;
    const event = { kind: 'ReplyDropped' as const, turn: held.turn, draft, epoch: { begun, now } };
    const dropped = [{ actor: 'service' as const, at: deps.now(), event }];
    await recordEvents(store, origin, held.conversation, dropped, [end]);
  }
  return 'superseded';
}
