import type { TurnContext } from '../../conversation/agent.js';
import { answerTo } from '../../conversation/proposal/answering.js';
import type { Told } from '../../conversation/proposal/notice.js';
import type { PlanAnswer } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { PlanReview, Suggestion } from '../../terms/statement.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { dayInChat, yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import type { Say } from './proposal.js';
import {
  CALL_BACK,
  PLAN,
  cautionsParagraph,
  lossParagraph,
  mixWords,
  productLines,
} from './proposal.js';
import { slotText } from '../../conversation/flows/slot-words.js';

/** What became of a drafted plan, in words: told without being asked, asked after, or answered. */

const READ: Suggestion = { label: '我看过了', say: '方案我看过了' };
const REFUSE: Suggestion = { label: '不采用', say: '这个方案我不采用' };
const NEED: Suggestion = { label: '规划一笔钱', say: '我想规划一笔钱' };

/** 「我的方案怎么样了」. */
export function statusParagraph(
  wordings: Wordings,
  { seed, proposal, customer }: TurnContext,
): Paragraph {
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (customer === null) return say('proposal_visitor');
  if (!proposal) return say('plan_none', {}, { suggestions: [NEED] });
  const { state, row } = proposal;
  const about = aboutOf(state.plan);
  switch (state.stage) {
    case 'drafted': {
      if (state.returned) return returnedParagraph(say, about);
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

/** 「看过了」「这个方案我不要」; where there is nothing to answer any more, how it stands. */
export function answerParagraph(
  wordings: Wordings,
  context: TurnContext,
  answer: PlanAnswer,
): Paragraph {
  const { seed, proposal } = context;
  if (!proposal || !answerTo(context, answer)) return late(wordings, context, answer);
  if (answer === 'read' && context.unfit) {
    const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
    return returnedParagraph(say, aboutOf(proposal.state.plan));
  }
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
  return statusParagraph(wordings, context);
}

/** What was decided, or ended; without the advisor's own words where those may not be said. */
export function outcomeParagraph(say: Say, told: Told, withReason: boolean): Paragraph {
  const { stage, signed, plan, expires } = told.state;
  const about = aboutOf(plan);
  if (stage === 'drafted' && told.state.returned) return returnedParagraph(say, about);
  if (stage === 'expired' || signed === null) {
    const until = dayOf(expires, '方案有效期');
    const id = signed === null ? 'plan_unsigned_expired' : 'plan_expired';
    const facts = [...about.facts, until.fact];
    const suggestions = [PLAN, CALL_BACK];
    return say(id, { ...about.values, until: until.text }, { facts, suggestions });
  }
  const day = dayOf(told.signedAt ?? expires, '顾问审核的日子');
  const { reason } = signed;
  const values = { ...about.values, advisor: signed.by.name, day: day.text };
  const facts = [...about.facts, day.fact];
  const inWords = (id: string): Paragraph =>
    withReason
      ? say(id, { ...values, reason: reason ?? '' }, { facts })
      : say(`${id}_only`, values, { facts });
  if (stage === 'declined') {
    return join([{ ...inWords('plan_declined'), suggestions: [CALL_BACK, PLAN] }]);
  }
  const head = reason === null ? say('plan_approved', values, { facts }) : inWords('plan_adjusted');
  return signedPlan(say, told, head, withReason);
}

/** A signed plan with its card, and what may be said to it. */
function signedPlan(say: Say, told: Told, head: Paragraph, withReason: boolean): Paragraph {
  const { plan, signed, expires } = told.state;
  const until = dayOf(expires, '方案有效期');
  const reason = signed?.reason ?? null;
  const whole = join([
    head,
    say('plan_mix', { mix: mixWords(plan) }),
    lossParagraph(say, plan),
    ...(plan.products.length > 0
      ? [say('plan_products', { lines: productLines(plan.products) })]
      : []),
    ...cautionsParagraph(say, plan),
    say(
      'plan_signed_next',
      { until: until.text },
      { facts: [until.fact], suggestions: [READ, REFUSE, CALL_BACK] },
    ),
  ]);
  const review: PlanReview = {
    proposal: told.id,
    advisor: signed?.by.name ?? '',
    on: toLocalDate(told.signedAt ?? expires),
    adjusted: reason === null || withReason ? reason : '原因由顾问告诉您',
  };
  return {
    ...whole,
    facts: [...whole.facts, ...plan.facts],
    cards: [{ kind: 'plan', plan, review }],
  };
}

/** 重新核对: it was signed, and does not suit any more. */
const returnedParagraph = (say: Say, { values, facts }: ReturnType<typeof aboutOf>): Paragraph =>
  say('plan_returned', values, { facts, suggestions: [CALL_BACK] });

/** Which money it is about. */
function aboutOf({ need }: Told['state']['plan']) {
  const facts: readonly Fact[] = [{ value: need.amount, unit: 'yuan', label: '方案的金额' }];
  const goal = need.goal === '' ? '理财' : slotText('need', 'goal', need.goal);
  return { values: { goal, sum: yuan(need.amount) }, facts };
}

export function dayOf(at: Instant, label: string): { readonly text: string; readonly fact: Fact } {
  const day = toLocalDate(at);
  return { text: dayInChat(day), fact: { value: day, unit: 'date', label } };
}
