import { randomBytes } from 'node:crypto';
import type { CustomerProfile } from '../profiles/kyc.js';
import { ageOn, findCustomer } from '../profiles/kyc.js';
import { conversationId, customerId } from '../terms/ids.js';
import type { LocalDate } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import type { TurnContext } from './agent.js';
import { assessingFor } from './assessing.js';
import type { ConversationState } from './evolve.js';
import { fold } from './evolve.js';
import type { Claim } from './lease.js';
import { spokenOfBy } from './proposal/record.js';
import { readUtterances } from './queries/stream.js';
import { readStream } from './stream.js';
import type { TurnDeps } from './turn.js';

const HISTORY = 20;

/** Gathers what one turn knows: the fold of the events before its messages, and the messages. */
export async function gather(
  deps: TurnDeps,
  claim: Claim,
  signal: AbortSignal,
): Promise<TurnContext> {
  const recorded = await readStream(deps.store, claim.conversation);
  const taken = new Set(claim.eventSeqs);
  const customer = claim.row.customer_id ? customerId(claim.row.customer_id) : null;
  const id = conversationId(claim.conversation);
  const messages = recorded.flatMap(({ seq, at, event }) =>
    taken.has(seq) && event.kind === 'MessageReceived'
      ? [
          {
            conversation: id,
            customer,
            id: event.id,
            text: event.text,
            value: event.value,
            attachments: event.attachments ?? [],
            at,
          },
        ]
      : [],
  );
  const earlier = recorded.filter(({ seq }) => !taken.has(seq)).map(({ event }) => event);
  const now = deps.now();
  const state = fold(earlier);
  const today = toLocalDate(now);
  const profile = customer ? await findCustomer(deps.store, customer) : null;
  const saidAt = messages.at(-1)?.at ?? now;
  return {
    conversation: id,
    customer,
    messages,
    state,
    register: registerFor(profile, state, today),
    assessing: profile && (await assessingFor(deps, profile, state.flow, { today, saidAt })),
    proposal: customer && (await spokenOfBy(deps.store, customer)),
    history: await readUtterances(deps.store, id, Math.min(...claim.eventSeqs), HISTORY),
    now,
    today,
    seed: randomBytes(4).readUInt32BE(),
    signal,
  };
}

/** 60 and over: the age from which the law counts people as older (老年人权益保障法 art. 2). */
const OLDER = 60;

function registerFor(
  profile: CustomerProfile | null,
  { distressed }: ConversationState,
  today: LocalDate,
): TurnContext['register'] {
  if (distressed) return 'plain';
  const age = ageOn(profile?.born ?? null, today);
  return age !== null && age >= OLDER ? 'plain' : 'standard';
}
