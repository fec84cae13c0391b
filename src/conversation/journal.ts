import { createHash } from 'node:crypto';
import { canonical } from '../ledger/canonical.js';
import type { ToolCallRow } from '../store/schema.js';
import type { Store, Write } from '../store/store.js';
import { StoreFailure } from '../store/store.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import type { Instant, LocalDate } from '../terms/time.js';
import type { Journal, ToolCall, ToolResult } from './agent.js';
import { findToolCall, insertToolCall, markToolCallDone } from './queries/turns.js';

/** What the turn binds into every tool; no model can name another customer. */
export interface Bound {
  readonly conversation: ConversationId;
  readonly customer: CustomerId | null;
  readonly now: Instant;
  readonly today: LocalDate;
}

export type RunTool = (call: ToolCall, bound: Bound) => Promise<ToolResult>;

/** A write was begun by an attempt that died: whether it took effect is not known. */
export class OutcomeUnknown extends Error {
  constructor(tool: string) {
    super(`the outcome of ${tool} is not known`);
    this.name = 'OutcomeUnknown';
  }
}

export interface JournalDeps {
  readonly store: Store;
  readonly runTool: RunTool;
  /** A read may be run again after a crash; a write may not, so its intent is durable first. */
  readonly effectOf: (name: ToolCall['name']) => 'read' | 'write';
  readonly now: () => Instant;
}

export interface JournalEntry {
  readonly name: string;
  readonly args: ToolCall['args'];
  readonly ms: number;
}

export interface RecordedJournal extends Journal {
  readonly entries: readonly JournalEntry[];
  /** What reads found, to be kept in the same unit as the turn's outcome. */
  readonly writes: readonly Write[];
}

/**
 * Tool journal of one turn (reliability.md D1). A write: intent → run → result, each durable, under
 * an idempotency key of turn, ordinal and arguments; a turn that is run again gets the stored
 * result. A read leaves its record together with the turn's outcome: one fsync fewer per call.
 */
export function openJournal(deps: JournalDeps, turn: string, bound: Bound): RecordedJournal {
  const entries: JournalEntry[] = [];
  const writes: Write[] = [];
  const reads = new Map<string, ToolResult>();
  let ordinal = 0;
  return {
    entries,
    writes,
    async run(call) {
      const started = deps.now();
      const name = canonical({ name: call.name, args: call.args });
      const known = reads.get(name);
      // The same read twice in a turn (an LLM looked it up, then a step did) is one read.
      if (known) return known;
      const key = idempotencyKey(turn, (ordinal += 1), call);
      const place = { conversation: bound.conversation, key, turn, ordinal, call };
      let result: ToolResult;
      if (deps.effectOf(call.name) === 'write') result = await runOnce(deps, place, bound);
      else {
        result = await deps.runTool(call, bound);
        writes.push(insertCall(deps.store, place, started, result));
        reads.set(name, result);
      }
      entries.push({ name: call.name, args: call.args, ms: deps.now() - started });
      return result;
    },
  };
}

interface Place {
  readonly conversation: string;
  readonly key: string;
  readonly turn: string;
  readonly ordinal: number;
  readonly call: ToolCall;
}

async function runOnce(
  { store, runTool, now }: JournalDeps,
  place: Place,
  bound: Bound,
): Promise<ToolResult> {
  const { key, call } = place;
  const known = await findToolCall(store, key);
  if (known?.status === 'done' && known.result !== null) return JSON.parse(known.result);
  if (known) throw new OutcomeUnknown(call.name);
  await store.commit([insertCall(store, place, now(), null)]);
  const result = await runTool(call, bound);
  await recordResult(store, place, result);
  return result;
}

const idempotencyKey = (turn: string, ordinal: number, call: ToolCall): string => {
  const hash = createHash('sha256').update(canonical({ name: call.name, args: call.args }));
  return `${turn}|${ordinal}|${hash.digest('hex').slice(0, 32)}`;
};

/** `result` null: the intent alone. */
const insertCall = (store: Store, place: Place, at: Instant, result: ToolResult | null): Write => {
  const row: ToolCallRow = {
    idem_key: place.key,
    turn_id: place.turn,
    ordinal: place.ordinal,
    name: place.call.name,
    args: canonical(place.call.args),
    intent_at: at,
    status: result === null ? 'intent' : 'done',
    result: result === null ? null : JSON.stringify(result),
  };
  return insertToolCall(store, row, place.conversation);
};

async function recordResult(
  store: Store,
  { key, conversation }: Place,
  result: ToolResult,
): Promise<void> {
  const written = markToolCallDone(store, key, JSON.stringify(result), conversation);
  const commit = await store.commit([written]);
  if (commit.kind !== 'committed') throw new StoreFailure('a tool ran without a recorded intent');
}
