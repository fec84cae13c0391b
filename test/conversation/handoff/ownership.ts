import type { Recorded } from '../../../src/conversation/events.js';
import type { HandoffState } from '../../../src/conversation/handoff/evolve.js';
import { evolveHandoff, noHandoff } from '../../../src/conversation/handoff/evolve.js';
import { findConversation } from '../../../src/conversation/queries/conversation.js';
import { findHandoffRow } from '../../../src/conversation/queries/handoff.js';
import { readStream } from '../../../src/conversation/stream.js';
import { verifyChain } from '../../../src/ledger/chain.js';
import type { Store } from '../../../src/store/store.js';
import { storedEntries } from '../../ledger/stored-entries.js';

/** Everything that is wrong with who spoke in a conversation, and with what became of each message. */
export async function violations(store: Store, id: string): Promise<readonly string[]> {
  const recorded = await readStream(store, id);
  return [
    ...wrongVoices(recorded),
    ...uncovered(recorded),
    ...(await wrongProjections(store, id, recorded)),
    ...(await leftWaiting(store, id)),
    ...(verifyChain(await storedEntries(store, id)).kind === 'intact'
      ? []
      : ['the ledger is torn']),
  ];
}

function wrongVoices(recorded: readonly Recorded[]): readonly string[] {
  let state: HandoffState = noHandoff;
  return recorded.flatMap((one) => {
    const wrong = wrongWith(state, one);
    const before = state;
    state = evolveHandoff(state, one);
    const steps = state.epoch - before.epoch;
    const isTwoHolders =
      before.pen === 'advisor' &&
      state.pen === 'advisor' &&
      steps === 0 &&
      before.person?.id !== state.person?.id;
    return [
      ...wrong.map((what) => `${one.seq}: ${what}`),
      ...(steps === 0 || steps === 1 ? [] : [`${one.seq}: the epoch moved by ${steps}`]),
      ...(isTwoHolders ? [`${one.seq}: two hold the pen`] : []),
    ];
  });
}

/** May take it out of another’s hand. */
const BOSS = 'boss';

function wrongWith({ pen, person, epoch }: HandoffState, { event }: Recorded): readonly string[] {
  const isIn = (hand: string) => pen === 'advisor' && person?.id === hand;
  switch (event.kind) {
    case 'ReplyDecided':
      return event.turn !== null && pen === 'advisor' ? ['the digital employee spoke'] : [];
    case 'AdvisorSaid':
      return isIn(event.by.id) ? [] : [`${event.by.id} had no pen`];
    case 'PenTaken':
      return pen === 'advisor' && event.by.id !== BOSS ? [`taken out of ${person?.id}’s hand`] : [];
    case 'PenTransferred':
      return isIn(event.from.id) ? [] : ['not theirs to give'];
    case 'HandoffQueued':
      return pen === 'assistant' ? [] : ['queued twice'];
    case 'DraftOffered':
      return pen === 'advisor' && event.epoch === epoch ? [] : ['drafted for nobody'];
    default:
      return [];
  }
}

/** Each message has one outcome: a reply or a draft. */
function uncovered(recorded: readonly Recorded[]): readonly string[] {
  const outcomes = recorded.flatMap(({ event }) =>
    event.kind === 'ReplyDecided' || event.kind === 'DraftOffered' ? event.inReplyTo : [],
  );
  return recorded.flatMap(({ event }) => {
    if (event.kind !== 'MessageReceived') return [];
    const count = outcomes.filter((one) => one === event.id).length;
    return count === 1 ? [] : [`${event.id} has ${count} outcomes`];
  });
}

async function wrongProjections(
  store: Store,
  id: string,
  recorded: readonly Recorded[],
): Promise<readonly string[]> {
  const state = recorded.reduce(evolveHandoff, noHandoff);
  const row = await findConversation(store, id);
  const kept = await findHandoffRow(store, id);
  const services = await store.db
    .selectFrom('service')
    .selectAll()
    .where('conversation_id', '=', id)
    .where('to_at', 'is', null)
    .execute();
  const holders = services.map(({ employee_id }) => employee_id);
  const wanted = state.pen === 'advisor' ? [state.person?.id] : [];
  return [
    ...(row?.pen === state.pen && row.epoch === state.epoch
      ? []
      : [`the row says ${row?.pen} ${row?.epoch}, the record ${state.pen} ${state.epoch}`]),
    ...(kept === undefined || kept.stage === state.stage
      ? []
      : [`the queue says ${kept.stage}, the record ${state.stage}`]),
    ...(JSON.stringify(holders) === JSON.stringify(wanted) ? [] : [`services of ${holders}`]),
  ];
}

async function leftWaiting(store: Store, id: string): Promise<readonly string[]> {
  const waiting = await store.db
    .selectFrom('inbox')
    .select('event_seq')
    .where('conversation_id', '=', id)
    .where('state', 'in', ['new', 'taken'])
    .execute();
  return waiting.map(({ event_seq }) => `message ${event_seq} was never attended to`);
}
