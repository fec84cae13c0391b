import { randomBytes } from 'node:crypto';
import type { CustomerProfile } from '../profiles/kyc.js';
import { ageOn, findCustomer } from '../profiles/kyc.js';
import type { Store } from '../store/store.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import { conversationId, customerId } from '../terms/ids.js';
import type { Message } from '../terms/message.js';
import type { Instant, LocalDate } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import type { TurnContext } from './agent.js';
import { assessingFor } from './assessing.js';
import type { MessageReceived, Recorded } from './events.js';
import type { ConversationState } from './evolve.js';
import { fold } from './evolve.js';
import { foldHandoff } from './handoff/evolve.js';
import { summaryOf } from './handoff/summary.js';
import type { Claim } from './lease.js';
import { proposalSpokenOf } from './proposal/record.js';
import { asIfTapped } from './as-if-tapped.js';
import { asksForPlan, confirmedNeedOf } from './confirmed-need.js';
import { readUtterances } from './queries/stream.js';
import { readStream } from './stream.js';
import { wantsPlainWords, withToldOfSelf } from './told-of-self.js';
import type { TurnDeps } from './turn.js';

const HISTORY = 20;

/** Gathers what one turn knows: the fold of the events before its messages, and the messages. */
export async function gather(
  deps: TurnDeps,
  claim: Claim,
  signal: AbortSignal,
): Promise<TurnContext> {
  const recorded = await readStream(deps.store, claim.conversation);
  const customer = claim.row.customer_id ? customerId(claim.row.customer_id) : null;
  const told = toldIn(recorded, claim.eventSeqs, conversationId(claim.conversation), customer);
  const { messages, state } = told;
  const now = deps.now();
  const today = toLocalDate(now);
  const self = messages.reduce((known, { text }) => withToldOfSelf(known, text), state.self);
  const saidAt = messages.at(-1)?.at ?? now;
  const isPlanAsked = !state.need && asksForPlan(messages.map(({ text }) => text));
  const [profile, confirmedNeed, proposal, history, archive] = await Promise.all([
    customer && findCustomer(deps.store, customer),
    customer && isPlanAsked ? confirmedNeedOf(deps.store, customer, now, deps.needDays()) : null,
    customer && proposalSpokenOf(deps.store, customer, state.shownPlan?.goal),
    historyBefore(deps.store, told, claim.eventSeqs),
    deps.archive?.(),
  ]);
  return {
    ...told,
    register: registerFor(profile, { ...state, self }, today),
    assessing: profile && (await assessingFor(deps, profile, state.flow, { today, saidAt })),
    ...onFile(profile),
    confirmedNeed,
    proposal,
    history,
    ...(archive && { archive }),
    now,
    today,
    turn: claim.turn,
    seed: randomBytes(4).readUInt32BE(),
    signal,
  };
}

const onFile = (profile: CustomerProfile | null): Pick<TurnContext, 'address' | 'optedOut'> => ({
  address: profile?.address ?? null,
  ...(profile?.personalization === false && { optedOut: true }),
});

/** What the record itself says to a turn that takes the messages at `taken`. Pure. */
export function toldIn(
  recorded: readonly Recorded[],
  taken: readonly number[],
  conversation: ConversationId,
  customer: CustomerId | null,
) {
  const isTaken = ({ seq }: Recorded) => taken.includes(seq);
  const state = fold(recorded.filter((one) => !isTaken(one)).map(({ event }) => event));
  const messages = recorded.flatMap((one) =>
    isTaken(one) && one.event.kind === 'MessageReceived'
      ? [asIfTapped(state, messageOf(one.event, one.at, { conversation, customer }))]
      : [],
  );
  const upTo = Math.max(...taken);
  return {
    conversation,
    customer,
    messages,
    state,
    handoff: foldHandoff(recorded),
    summary: summaryOf(recorded.filter(({ seq }) => seq <= upTo)),
    seen: recorded.at(-1)?.seq ?? 0,
  };
}

const messageOf = (
  { id, text, value, attachments = [] }: MessageReceived,
  at: Instant,
  from: Pick<Message, 'conversation' | 'customer'>,
): Message => ({ ...from, id, text, value, attachments, at });

/** The last that was said before the messages at `taken`, in the matter they belong to. */
export const historyBefore = (
  store: Store,
  { conversation, handoff }: Pick<ReturnType<typeof toldIn>, 'conversation' | 'handoff'>,
  taken: readonly number[],
) =>
  readUtterances(store, conversation, {
    after: handoff.segment,
    before: Math.min(...taken),
    limit: HISTORY,
  });

/** 60 and over: the age from which the law counts people as older (老年人权益保障法 art. 2). */
const OLDER = 60;

export function registerFor(
  profile: CustomerProfile | null,
  { distressed, self }: ConversationState,
  today: LocalDate,
): TurnContext['register'] {
  if (distressed || wantsPlainWords(self)) return 'plain';
  const age = ageOn(profile?.born ?? null, today);
  return age !== null && age >= OLDER ? 'plain' : 'standard';
}
