import type { ConversationRow } from '../../store/schema.js';
import type { Store, Unit } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Statement } from '../../terms/statement.js';
import type { Instant } from '../../terms/time.js';
import type { Actor } from '../events.js';
import { outboxWrites } from '../outbox.js';
import { advanceHead, findConversation } from '../queries/conversation.js';
import { append } from '../stream.js';
import type { Turns } from '../turns.js';
import type { Watch } from '../watch.js';
import type { HandoffCommand, HandoffRefusal } from './decide.js';
import { decideHandoff } from './decide.js';
import type { HandoffEvent } from './events.js';
import type { HandoffState } from './evolve.js';
import { handoffAt, handoffWrites } from './projection.js';

export interface HandoffDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  readonly watch: Watch;
  readonly turns: Pick<Turns, 'wake'>;
  /** Channels whose statements must be sent. */
  readonly sentChannels: readonly string[];
  /** What the customer is told when the pen moves; null: nothing. */
  readonly noticeOf: (event: HandoffEvent, before: HandoffState) => Statement | null;
}

export type Acted =
  | { readonly kind: 'acted'; readonly state: HandoffState; readonly seq: number }
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'refused' } & HandoffRefusal);

const MAX_RACES = 20;

/**
 * Gather → decide → record: one command about the pen, with the notice it brings, in one unit that
 * holds only if nothing was recorded meanwhile. Of two who claim at once one is told who has it.
 */
export async function act(deps: HandoffDeps, id: string, command: HandoffCommand): Promise<Acted> {
  const { store } = deps;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const row = await findConversation(store, id);
    if (!row) return { kind: 'unknown' };
    const before = await handoffAt(store, row);
    const decision = decideHandoff(before, command);
    if (decision.kind === 'refused') return decision;
    if (decision.events.length === 0)
      return { kind: 'acted', state: before, seq: row.next_seq - 1 };
    const events = withNotices(deps, before, decision.events);
    const commit = await store.commit(unitOf(deps, row, before, command, events));
    if (commit.kind === 'conflict') continue;
    deps.watch.tell(id, { kind: 'recorded' });
    // Messages of a turn that the move has cut short wait for the next one.
    deps.turns.wake(id);
    const state = await handoffAt(store, { ...row, next_seq: row.next_seq + events.length });
    return { kind: 'acted', state, seq: row.next_seq };
  }
  throw new StoreFailure(`no place found at the head of ${id}`);
}

function withNotices(
  { noticeOf }: HandoffDeps,
  before: HandoffState,
  events: readonly HandoffEvent[],
): readonly HandoffEvent[] {
  return events.flatMap((event): readonly HandoffEvent[] => {
    const statement = noticeOf(event, before);
    return statement ? [event, { kind: 'NoticeGiven', statement }] : [event];
  });
}

function unitOf(
  deps: HandoffDeps,
  row: ConversationRow,
  before: HandoffState,
  command: HandoffCommand,
  events: readonly HandoffEvent[],
): Unit {
  const { store, origin } = deps;
  const at = deps.now();
  const actor: Actor = 'by' in command ? 'advisor' : 'service';
  const happened = events.map((event) => ({
    actor: event.kind === 'NoticeGiven' ? ('service' as const) : actor,
    at,
    event,
  }));
  const from = { nextSeq: row.next_seq, headHash: row.head_hash };
  const { writes, head } = append(store, origin, row.id, from, happened);
  return [
    advanceHead(store, row.id, from.nextSeq, head),
    ...writes,
    ...handoffWrites(store, row, before, happened),
    ...outboxWrites(deps, row, events),
  ];
}
