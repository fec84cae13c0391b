import type { ConversationRow } from '../../store/schema.js';
import type { Store } from '../../store/store.js';
import type { CustomerId } from '../../terms/ids.js';
import { conversationId, customerId } from '../../terms/ids.js';
import type { Questionnaire } from '../../terms/questionnaire.js';
import { toLocalDate } from '../../terms/time.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { TurnContext } from '../agent.js';
import type { Recorded } from '../events.js';
import { historyBefore, registerFor, toldIn } from '../gather.js';
import { readProposalBefore } from '../proposal/record.js';
import type { Given, Versions } from './given.js';

/** What a turn is thought again from. */
export interface Before {
  readonly store: Store;
  readonly row: ConversationRow;
  /** The whole stream, as far as it is readable. */
  readonly recorded: readonly Recorded[];
  /** The reply's own place: nothing from there on was known. */
  readonly seq: number;
  readonly inReplyTo: readonly string[];
  readonly turn: string;
  readonly versions: Versions;
  /** Null: the attempt was recorded before it was kept. */
  readonly given: Given | null;
  readonly questionnaires: readonly Questionnaire[];
}

/** The context as the turn had it; null: the messages it answered are not on record any more. */
export async function contextThen(before: Before): Promise<TurnContext | null> {
  const { store, row, versions, given } = before;
  const customer = row.customer_id ? customerId(row.customer_id) : null;
  const taken = takenSeqs(before);
  if (taken.length === 0 || taken.length < before.inReplyTo.length) return null;
  const told = toldIn(knownThen(before), taken, conversationId(row.id), customer);
  const now = versions.clock ?? 0;
  const today = toLocalDate(now);
  return {
    ...told,
    ...(await portraitThen(before, customer, { state: told.state, today })),
    ...(await proposalsThen(store, given)),
    confirmedNeed: given?.confirmedNeed ?? null,
    history: await historyBefore(store, told, taken),
    ...(versions.archive && { archive: versions.archive }),
    now,
    today,
    turn: before.turn,
    seed: versions.seed ?? 0,
    signal: new AbortController().signal,
  };
}

/** All that was known of plans, so that the turn reads nothing of today's. */
async function proposalsThen(
  store: Store,
  given: Given | null,
): Promise<Pick<TurnContext, 'proposal' | 'live' | 'replaced' | 'unfit'>> {
  const { proposal = null, live = [], replaced = null, unfit = null } = given ?? {};
  const [spokenOf = null, before = null, ...others] = await Promise.all(
    [proposal, replaced, ...live].map(
      async (place) => place && (await readProposalBefore(store, place.id, place.nextSeq)),
    ),
  );
  const stillLive = others.flatMap((one) => one ?? []);
  return { proposal: spokenOf, live: stillLive, replaced: before, unfit };
}

const takenSeqs = ({ recorded, inReplyTo }: Before): readonly number[] =>
  recorded.flatMap(({ seq, event }) =>
    event.kind === 'MessageReceived' && inReplyTo.includes(event.id) ? [seq] : [],
  );

/** Where the attempt does not say how far it had read, the clock does. */
const knownThen = ({ recorded, seq, given, versions }: Before): readonly Recorded[] =>
  recorded.filter((one) =>
    given ? one.seq <= given.seen : one.seq < seq && one.at <= (versions.clock ?? 0),
  );

type Portrait = Pick<TurnContext, 'register' | 'address' | 'optedOut' | 'assessing'>;

/** 画像: as it was kept with the attempt, else as the customer is on file today. */
async function portraitThen(
  { store, given, questionnaires }: Before,
  customer: CustomerId | null,
  { state, today }: Pick<TurnContext, 'state' | 'today'>,
): Promise<Portrait> {
  if (!given) {
    const profile = customer && (await findCustomer(store, customer));
    const register = registerFor(profile, state, today);
    return { register, address: profile?.address ?? null, assessing: null };
  }
  const { register, address, optedOut, assessing } = given;
  const questionnaire = questionnaires.find(({ version }) => version === assessing?.questionnaire);
  return {
    register,
    address,
    ...(optedOut !== undefined && { optedOut }),
    assessing: assessing && questionnaire ? { ...assessing, questionnaire } : null,
  };
}
