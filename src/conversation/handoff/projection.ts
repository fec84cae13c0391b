import type { ConversationRow, HandoffRow, ServiceRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import type { ConversationEvent, Recorded } from '../events.js';
import { movePen } from '../queries/conversation.js';
import { endServices, insertService, putHandoff } from '../queries/handoff.js';
import { readStream } from '../stream.js';
import type { HandoffState } from './evolve.js';
import { evolveHandoff, foldHandoff } from './evolve.js';

/** What a move of the pen changes beside the record: the row of the conversation and the queue. */

type Place = Pick<ConversationRow, 'id' | 'customer_id' | 'next_seq'>;

/** The handoff as of the row: what was recorded after it was read belongs to the next reader. */
export async function handoffAt(store: Store, row: Place): Promise<HandoffState> {
  const recorded = await readStream(store, row.id);
  return foldHandoff(recorded.filter(({ seq }) => seq < row.next_seq));
}

const CONCERNS = new Set<ConversationEvent['kind']>([
  'HandoffQueued',
  'QueueMoved',
  'HandoffOffered',
  'DeadlineNeared',
  'HandoffRequeued',
  'HandoffCancelled',
  'HandoffFailed',
  'CallbackBooked',
  'PenTaken',
  'PenTransferred',
  'PenReturned',
  'HandoffResolved',
  'HandoffReopened',
  'AdvisorSaid',
  'DraftOffered',
  'DraftDiscarded',
  'StepDismissed',
]);

export const concernsHandoff = ({ kind }: ConversationEvent): boolean => CONCERNS.has(kind);

/** Writes for the unit that records `happened` from the row's head on. */
export function handoffWrites(
  store: Store,
  row: Place,
  before: HandoffState,
  happened: readonly { readonly at: number; readonly event: ConversationEvent }[],
): readonly Write[] {
  const recorded = happened.map(({ at, event }, offset): Recorded => {
    return { seq: row.next_seq + offset, at, actor: 'service', event };
  });
  const after = recorded.reduce(evolveHandoff, before);
  const last = recorded.at(-1);
  if (last === undefined || after === before) return [];
  const { pen, epoch } = after;
  return [
    ...(epoch === before.epoch ? [] : [movePen(store, row.id, before.epoch, { pen, epoch })]),
    ...serviceWrites(store, row, before, recorded),
    putHandoff(store, rowOf(row, after, last.at)),
  ];
}

const rowOf = ({ id, customer_id }: Place, state: HandoffState, at: number): HandoffRow => ({
  conversation_id: id,
  customer_id,
  stage: state.stage,
  employee_id: state.person?.id ?? null,
  state: JSON.stringify(state),
  moved_at: at,
});

/** One stretch ends and another begins wherever the pen goes from hand to hand. */
function serviceWrites(
  store: Store,
  { id, customer_id }: Place,
  before: HandoffState,
  recorded: readonly Recorded[],
): readonly Write[] {
  const writes: Write[] = [];
  let state = before;
  for (const one of recorded) {
    const next = evolveHandoff(state, one);
    if (next.epoch !== state.epoch) {
      if (state.pen === 'advisor') {
        writes.push(endServices(store, id, { at: one.at, outcome: outcomeOf(one.event) }));
      }
      if (next.pen === 'advisor' && next.person !== null) {
        const { epoch, person } = next;
        const begun = { conversation_id: id, epoch, customer_id, employee_id: person.id };
        writes.push(
          insertService(store, { ...begun, from_at: one.at, to_at: null, outcome: null }),
        );
      }
    }
    state = next;
  }
  return writes;
}

function outcomeOf(event: ConversationEvent): NonNullable<ServiceRow['outcome']> {
  if (event.kind === 'HandoffResolved') return event.outcome;
  return event.kind === 'PenReturned' ? 'solved' : 'passed_on';
}
