import type { PlanAnswer } from '../../terms/command.js';
import type { Settled, TurnContext } from '../agent.js';
import { decide } from './decide.js';
import type { ProposalEvent } from './events.js';
import type { Proposal } from './record.js';

/**
 * 客户的答复: that a signed plan was read, or will not be taken. No order follows from either; what does
 * not suit any more is not confirmed, but goes back to the advisors.
 */
export interface Answered {
  readonly proposal: Proposal;
  readonly event: ProposalEvent;
}

/** What an answer comes to now; null: there is no plan that could be answered. */
export function answerTo(
  { proposal, unfit, messages, now }: Pick<TurnContext, 'proposal' | 'unfit' | 'messages' | 'now'>,
  answer: PlanAnswer,
): Answered | null {
  if (!proposal) return null;
  const source = messages.at(-1)?.id ?? '';
  const command =
    answer === 'read' && unfit
      ? ({ do: 'return', because: unfit, told: true } as const)
      : ({ do: answer === 'read' ? 'acknowledge' : 'refuse', source } as const);
  const decision = decide(proposal.state, command, now);
  return decision.kind === 'decided' ? { proposal, event: decision.event } : null;
}

/** The answer that a turn's steps hold; null: none. */
export function answerIn(context: TurnContext, settled: readonly Settled[]): Answered | null {
  const answers = settled.flatMap(({ step }) => (step.say === 'plan_answer' ? [step.answer] : []));
  const [answer] = answers;
  return answer === undefined ? null : answerTo(context, answer);
}

/** The proposal went on while the turn was thinking: its reply must not be said, the turn is run again. */
export class ProposalMoved extends Error {
  constructor(id: string) {
    super(`proposal ${id} has moved on`);
    this.name = 'ProposalMoved';
  }
}
