import type { TurnContext } from '../../conversation/agent.js';
import type { Unfit } from '../../conversation/proposal/events.js';
import { isOver } from '../../conversation/proposal/live.js';
import type { Told } from '../../conversation/proposal/notice.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import type { Say } from './proposal.js';
import { CALL_BACK, PLAN } from './proposal.js';
import { aboutOf, dayOf, outcomeParagraph, returnedParagraph } from './reviewed-plan.js';

/** 方案进度: how far a plan has come, asked after. */

const NEED: Suggestion = { label: '规划一笔钱', say: '我想规划一笔钱' };

/** 「我的方案怎么样了」, and what else is under way. */
export const statusParagraph = (wordings: Wordings, context: TurnContext): Paragraph =>
  join([planStatus(wordings, context), ...othersParagraph(wordings, context)]);

/** How the plan that is spoken of stands. */
export function planStatus(
  wordings: Wordings,
  { seed, proposal, customer, unfit, now }: TurnContext,
): Paragraph {
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (customer === null) return say('proposal_visitor');
  if (!proposal) return say('plan_none', {}, { suggestions: [NEED] });
  if (isOver(proposal, now)) return outcomeParagraph(say, ranOut(proposal), true);
  const { state, row } = proposal;
  const about = aboutOf(state.plan);
  if (unfit) return unfitParagraph(say, proposal, unfit);
  switch (state.stage) {
    case 'drafted': {
      if (state.returned) return returnedParagraph(say, about, state.returned);
      const day = dayOf(row.drafted_at, '起草的日子');
      const until = dayOf(state.expires, '草稿有效期');
      const values = { ...about.values, day: day.text, until: until.text };
      const facts = [...about.facts, day.fact, until.fact];
      return say('plan_waits', values, { facts, suggestions: [CALL_BACK] });
    }
    case 'acknowledged': {
      const values = { ...about.values, advisor: state.signed?.by.name ?? '' };
      return say('plan_was_read', values, { facts: about.facts, suggestions: [CALL_BACK] });
    }
    case 'refused':
      return say('plan_was_refused', about.values, {
        facts: about.facts,
        suggestions: [PLAN, CALL_BACK],
      });
    default:
      return outcomeParagraph(say, proposal, true);
  }
}

/** The job that ends it may not have been by yet. */
const ranOut = (told: Told): Told => ({ ...told, state: { ...told.state, stage: 'expired' } });

/** It does not suit the customer or the shelf of today: none of it is shown. */
function unfitParagraph(say: Say, { state }: Told, unfit: Unfit): Paragraph {
  const about = aboutOf(state.plan);
  const values = { ...about.values, advisor: state.signed?.by.name ?? '' };
  const part = { facts: about.facts, suggestions: [PLAN, CALL_BACK] };
  if (state.stage === 'drafted') return say('plan_draft_unfit', values, part);
  return state.stage === 'acknowledged'
    ? say('plan_was_read_unfit', values, part)
    : returnedParagraph(say, about, unfit);
}

/** Plans for other goals are not forgotten over the one that is spoken of. */
function othersParagraph(
  wordings: Wordings,
  { seed, proposal, live = [] }: TurnContext,
): readonly Paragraph[] {
  const others = live.filter(({ id }) => id !== proposal?.id);
  if (others.length === 0) return [];
  const about = others.map(({ state }) => aboutOf(state.plan));
  const lines = about.map(({ values: { goal, sum } }) => `“${goal}”那笔钱（${sum}）`);
  const facts = about.flatMap((one) => one.facts);
  return [worded(wordings, 'plan_others', { plans: lines.join('、') }, seed, { facts })];
}
