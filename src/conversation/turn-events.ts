import type { Settled, TurnContext } from './agent.js';
import { receivedOn } from './agent.js';
import { consequences } from './consequences.js';
import type { ConversationEvent, ReplyOutcome, Trace } from './events.js';
import { isWithPerson } from './handoff/drafting.js';
import { noHandoff } from './handoff/evolve.js';
import type { Claim } from './lease.js';
import { outcomeOf } from './outcome.js';
import type { Spoken } from './speak.js';

/** What a turn has come to, before it is events. */
export interface Made {
  readonly settled: readonly Settled[];
  /** Codes of products the customer named. */
  readonly named: readonly string[];
  readonly spoken: Spoken;
  readonly trace: Trace;
}

/** What was stopped, what is said, and what follows from it, in that order. */
export function eventsOf(
  { turn }: Claim,
  context: TurnContext,
  { settled, named, spoken, trace }: Made,
): readonly ConversationEvent[] {
  const { statement, stopped, findings, isSafeReply } = spoken;
  const outcome: ReplyOutcome = isSafeReply
    ? { kind: 'apology', products: [] }
    : outcomeOf(settled, named);
  return [
    ...(stopped ? [{ kind: 'DraftBlocked' as const, turn, draft: stopped, findings }] : []),
    ...takesBackPen(context, settled),
    replyTo(context, turn, statement, outcome, trace),
    ...(isSafeReply ? [] : consequences(placeOf(context, turn), settled)),
  ];
}

/** The customer has had enough of the person: the pen is back before the first word is said. */
const takesBackPen = (
  context: TurnContext,
  settled: readonly Settled[],
): readonly ConversationEvent[] =>
  isWithPerson(context) && settled.some(({ step }) => step.say === 'assistant_back')
    ? [{ kind: 'PenReturned', how: 'customer', agreed: null }]
    : [];

/** Where and when what a flow records was said. */
const placeOf = (
  { messages, customer, now, assessing, handoff = noHandoff, summary }: TurnContext,
  turn: string,
) => ({
  handoff,
  ...(summary && { summary }),
  assessing: assessing ?? null,
  turn,
  customer,
  message: messages.at(-1)?.id ?? '',
  received: receivedOn({ messages, now }),
});

export const replyTo = (
  { messages }: TurnContext,
  turn: string,
  statement: Spoken['statement'],
  outcome: ReplyOutcome,
  trace: Trace | null,
): ConversationEvent => ({
  kind: 'ReplyDecided',
  turn,
  inReplyTo: messages.map(({ id }) => id),
  statement,
  outcome,
  trace,
});
