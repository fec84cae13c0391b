import type { CustomerCaseRow } from '../../store/review-rows.js';
import type { Store, Write } from '../../store/store.js';
import { StoreFailure } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { findCase, insertCase, moveCase } from '../queries/customer-case.js';
import { readEvents } from '../queries/stream.js';
import { appendTo, newHead } from '../stream.js';
import type { CaseCommand, CaseRefusal } from './commands.js';
import { decideCase } from './decide.js';
import type { CaseEvent, CaseOpened } from './events.js';
import { caseStream } from './events.js';
import type { CaseState } from './evolve.js';
import { evolveCase, noCase } from './evolve.js';
import { caseId } from './number.js';

export interface CaseDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

/** Writes that open a case, with what else happened to it at once: for the unit of what gave rise to it. */
export function openCaseWrites(
  { store, origin }: Pick<CaseDeps, 'store' | 'origin'>,
  opened: CaseOpened,
  at: Instant,
  further: readonly CaseEvent[] = [],
): readonly Write[] {
  const id = caseId(opened.cause, opened.matter);
  const events = [opened, ...further];
  const happened = events.map((event) => ({ actor: 'service' as const, at, event }));
  const { writes, head } = appendTo(store, origin, caseStream(id), newHead, happened);
  const row: CustomerCaseRow = {
    id,
    matter: opened.matter,
    customer_id: opened.customer,
    conversation_id: opened.conversation,
    cause: opened.cause,
    erasure_id: opened.erasure,
    opened_at: at,
    restricted_at: null,
    ...columnsOf(events.reduce(evolveCase, noCase)),
    next_seq: head.nextSeq,
    head_hash: head.headHash,
  };
  return [insertCase(store, row), ...writes];
}

type Projected = Pick<
  CustomerCaseRow,
  'stage' | 'owner' | 'due_day' | 'told_day' | 'outcome' | 'untold' | 'overdue' | 'escalated'
>;

const columnsOf = (state: CaseState): Projected => ({
  stage: state.stage,
  owner: state.owner,
  due_day: state.due,
  told_day: state.toldOn,
  outcome: state.outcome,
  untold: state.pending.length > 0 ? 1 : 0,
  overdue: state.overdueOf === state.due ? 1 : 0,
  escalated: state.isEscalated ? 1 : 0,
});

export interface CaseRecord {
  readonly row: CustomerCaseRow;
  readonly state: CaseState;
  readonly events: readonly { readonly at: Instant; readonly event: CaseEvent }[];
}

/** Null: there is none. */
export async function readCustomerCase(store: Store, id: string): Promise<CaseRecord | null> {
  const row = await findCase(store, id);
  return row ? readOf(store, row) : null;
}

export async function readOf(store: Store, row: CustomerCaseRow): Promise<CaseRecord> {
  const events = (await readEvents(store, caseStream(row.id)))
    .filter(({ seq }) => seq < row.next_seq)
    .flatMap(({ at, kind, body }) =>
      body === null ? [] : [{ at, event: { kind, ...JSON.parse(body) } as CaseEvent }],
    );
  return {
    row,
    events,
    state: events.reduce((state, { event }) => evolveCase(state, event), noCase),
  };
}

/** Writes that put a case further; the first conflicts where somebody was first. */
export function movedCase(
  { store, origin }: Pick<CaseDeps, 'store' | 'origin'>,
  { row: from, state: before }: Pick<CaseRecord, 'row' | 'state'>,
  actor: string,
  events: readonly CaseEvent[],
  at: Instant,
): readonly Write[] {
  const happened = events.map((event) => ({ actor, at, event }));
  const at0 = { nextSeq: from.next_seq, headHash: from.head_hash };
  const { writes, head } = appendTo(store, origin, caseStream(from.id), at0, happened);
  const row: CustomerCaseRow = {
    ...from,
    ...columnsOf(events.reduce(evolveCase, before)),
    next_seq: head.nextSeq,
    head_hash: head.headHash,
  };
  return [moveCase(store, from, row), ...writes];
}

export type CaseActed =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: CaseRefusal };

const MAX_RACES = 20;

/** Gather → decide → record. `also`: what the events change outside the case, in the same unit. */
export async function actOnCase(
  deps: CaseDeps,
  id: string,
  actor: string,
  command: CaseCommand,
  also: (record: CaseRecord, events: readonly CaseEvent[]) => readonly Write[] = () => [],
): Promise<CaseActed> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const record = await readCustomerCase(deps.store, id);
    if (!record) return { kind: 'unknown' };
    const at = deps.now();
    const decision = decideCase(record.state, command, toLocalDate(at));
    if (decision.kind === 'refused') return decision;
    const { events } = decision;
    if (events.length === 0) return { kind: 'done' };
    const unit = [...movedCase(deps, record, actor, events, at), ...also(record, events)];
    if ((await deps.store.commit(unit)).kind === 'committed') return { kind: 'done' };
  }
  throw new StoreFailure(`no place found at the head of ${caseStream(id)}`);
}
