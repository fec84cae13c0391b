import type { TurnContext } from '../../conversation/agent.js';
import { answerTo } from '../../conversation/proposal/answering.js';
import type { PlanAnswer } from '../../terms/command.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { planStatus } from './plan-status.js';
import { CALL_BACK, PLAN } from './proposal.js';

/** What is said to a customer's word on a plan. */

/** 「看过了」「这个方案我不要」; where there is nothing to answer any more, how it stands. */
export function answerParagraph(
  wordings: Wordings,
  context: TurnContext,
  answer: PlanAnswer,
): Paragraph {
  const { seed, proposal } = context;
  if (!proposal || !answerTo(context, answer)) return late(wordings, context, answer);
  if (answer === 'read' && context.unfit) return planStatus(wordings, context);
  return answer === 'read'
    ? worded(wordings, 'plan_read', { advisor: proposal.state.signed?.by.name ?? '' }, seed, {
        suggestions: [CALL_BACK],
      })
    : worded(wordings, 'plan_refused', {}, seed, { suggestions: [PLAN, CALL_BACK] });
}

/** Too early or too late to go on record: what it means now. */
function late(wordings: Wordings, context: TurnContext, answer: PlanAnswer): Paragraph {
  const stage = answer === 'refused' ? context.proposal?.state.stage : undefined;
  const suggestions = [CALL_BACK];
  if (stage === 'acknowledged') {
    return worded(wordings, 'plan_second_thoughts', {}, context.seed, { suggestions });
  }
  if (stage === 'drafted') {
    return worded(wordings, 'plan_draft_unwanted', {}, context.seed, { suggestions });
  }
  return planStatus(wordings, context);
}
