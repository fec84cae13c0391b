import type { TurnContext } from '../../conversation/agent.js';
import type { Command, PlanSide } from '../../terms/command.js';
import { leavesPlan, namesPlan, planAsked } from './plan-questions.js';
import type { Router } from './router.js';

/**
 * The plan on the table has the word before everything that is read by what was said of products; who
 * names one of them means that one.
 */
export function planFirst(
  { names }: Router,
  context: TurnContext,
  text: string,
  rule: Command | null,
): Command | null {
  if (!leavesPlan(rule)) return null;
  const asked = planAsked(context, text);
  const isOfOne = names.find(text).length > 0 && !namesPlan(text);
  return asked?.do === 'ask_plan' && isOfOne && !OF_ONE.includes(asked.about) ? null : asked;
}

/** What is asked of one product in the plan. */
const OF_ONE: readonly PlanSide[] = ['product', 'wish'];
