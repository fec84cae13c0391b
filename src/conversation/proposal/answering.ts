import type { PlanAnswer } from '../../terms/command.js';
import type { Settled, TurnContext } from '../agent.js';
import { isOfPlan } from './concerned.js';
import type { ProposalCommand } from './decide.js';
import { decide } from './decide.js';
import type { ProposalEvent } from './events.js';
import type { Proposal } from './record.js';

/**
 * 客户的答复: that a signed plan was read, or will not be taken. No order follows from either; what does
 * not suit any more is neither confirmed nor shown, but goes back to the advisors.
 */
export interface Answered {
  readonly proposal: Proposal;
  readonly event: ProposalEvent;
}

type OnPlan = Pick<TurnContext, 'proposal' | 'unfit' | 'messages' | 'now'>;

/** What an answer comes to now; null: there is no plan that could be answered. */
export const answerTo = (context: OnPlan, answer: PlanAnswer, isTold = true): Answered | null =>
  answer === 'read' && context.unfit
    ? goesBack(context, isTold)
    : decided(context, {
        do: answer === 'read' ? 'acknowledge' : 'refuse',
        source: context.messages.at(-1)?.id ?? '',
      });

/** What a reply that speaks of a plan brings about; null: nothing. `isTold`: the customer reads it. */
export function answerIn(
  context: TurnContext,
  settled: readonly Settled[],
  isTold: boolean,
): Answered | null {
  const answers = settled.flatMap(({ step }) => (step.say === 'plan_answer' ? [step.answer] : []));
  const [answer] = answers;
  if (answer !== undefined) return answerTo(context, answer, isTold);
  return settled.some(isOfPlan) ? goesBack(context, isTold) : null;
}

const goesBack = (context: OnPlan, told: boolean): Answered | null =>
  context.unfit ? decided(context, { do: 'return', because: context.unfit, told }) : null;

function decided({ proposal, now }: OnPlan, command: ProposalCommand): Answered | null {
  const decision = proposal ? decide(proposal.state, command, now) : null;
  return proposal && decision?.kind === 'decided' ? { proposal, event: decision.event } : null;
}

/** The proposal went on while the turn was thinking: its reply must not be said, the turn is run again. */
export class ProposalMoved extends Error {
  constructor(id: string) {
    super(`proposal ${id} has moved on`);
    this.name = 'ProposalMoved';
  }
}
