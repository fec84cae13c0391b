import type { Settled, TurnContext } from './agent.js';
import { consequences } from './decide.js';
import type { ConversationEvent, ReplyOutcome, Trace } from './events.js';
import type { Claim } from './lease.js';
import { outcomeOf } from './outcome.js';
import type { Spoken } from './speak.js';

/** What was stopped, what is said, and what follows from it, in that order. */
export function eventsOf(
  { turn }: Claim,
  context: TurnContext,
  settled: readonly Settled[],
  named: readonly string[],
  spoken: Spoken,
  trace: Trace,
): readonly ConversationEvent[] {
  const { statement, stopped, findings, isSafeReply } = spoken;
  const outcome: ReplyOutcome = isSafeReply
    ? { kind: 'apology', products: [] }
    : outcomeOf(settled, named);
  return [
    ...(stopped ? [{ kind: 'DraftBlocked' as const, turn, draft: stopped, findings }] : []),
    replyTo(context, turn, statement, outcome, trace),
    ...(isSafeReply ? [] : consequences(placeOf(context, turn), settled)),
  ];
}

/** Where and when what a flow records was said. */
const placeOf = ({ messages, customer, now, assessing }: TurnContext, turn: string) => ({
  assessing: assessing ?? null,
  turn,
  customer,
  message: messages.at(-1)?.id ?? '',
  now,
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
