import type { Unfit } from '../../conversation/proposal/events.js';
import type { Told } from '../../conversation/proposal/notice.js';
import type { Fact } from '../../terms/fact.js';
import type { PlanReview, Suggestion } from '../../terms/statement.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { dayInChat, yuan } from '../../wording/figures.js';
import { lawOf } from './law.js';
import type { Paragraph } from './paragraph.js';
import { join } from './paragraph.js';
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

/** What became of a drafted plan, in words, told without being asked. */

const READ: Suggestion = { label: '我看过了', say: '方案我看过了' };
const REFUSE: Suggestion = { label: '不采用', say: '这个方案我不采用' };

/** What was decided, or ended; without the advisor's own words where those may not be said. */
export function outcomeParagraph(say: Say, told: Told, withReason: boolean): Paragraph {
  const { stage, signed, plan, expires } = told.state;
  const about = aboutOf(plan);
  if (stage === 'drafted' && told.state.returned)
    return returnedParagraph(say, about, told.state.returned);
  if (stage === 'expired' || signed === null) {
    const until = dayOf(expires, '方案有效期');
    const id = expiredWording(told);
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

function expiredWording({ state: { signed, returned } }: Told): string {
  if (returned) return 'plan_returned_expired';
  return signed === null ? 'plan_unsigned_expired' : 'plan_expired';
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
export const returnedParagraph = (
  say: Say,
  { values, facts }: ReturnType<typeof aboutOf>,
  { law: passages = [] }: Unfit,
): Paragraph =>
  say(
    'plan_returned',
    { ...values, law: lawOf(passages) },
    { passages, facts, suggestions: [CALL_BACK] },
  );

/** Which money it is about. */
export function aboutOf({ need }: Told['state']['plan']) {
  const facts: readonly Fact[] = [{ value: need.amount, unit: 'yuan', label: '方案的金额' }];
  const goal = need.goal === '' ? '理财' : slotText('need', 'goal', need.goal);
  return { values: { goal, sum: yuan(need.amount) }, facts };
}

export function dayOf(at: Instant, label: string): { readonly text: string; readonly fact: Fact } {
  const day = toLocalDate(at);
  return { text: dayInChat(day), fact: { value: day, unit: 'date', label } };
}
