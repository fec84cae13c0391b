import { tenths } from '../../advice/matching/plan-facts.js';
import type { Plan } from '../../terms/plan.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Paragraph } from './paragraph.js';
import { join } from './paragraph.js';
import { mayLoseOf } from './plan-principal.js';
import { classAsked, heldBackParagraphs, limitsOf, shareParagraph } from './plan-why.js';
import type { Say } from './proposal.js';
import { CALL_BACK, lossParagraph, shareOf } from './proposal.js';

/**
 * 想换个配法: what a wish about the mix comes to. What follows from the need is changed with the need, and
 * asked; what only an advisor may change is said to be theirs, and that it is not on record.
 */

const NO_LOSS: Suggestion = { label: '改成不能亏', say: '能接受的亏损改成一点都不能亏' };

/** 「全放存款行不行」: what a need that bears no loss is planned with. */
export const depositsParagraph = (say: Say, plan: Plan): Paragraph =>
  mayLoseOf(plan).length === 0 && plan.products.length > 0
    ? lossParagraph(say, plan)
    : say('plan_deposits', {}, { suggestions: [NO_LOSS, CALL_BACK] });

/** 「不要股票行不行」. */
export function withoutParagraph(say: Say, plan: Plan, words: string): Paragraph {
  const asked = classAsked(words);
  if (!asked) return say('plan_wish', {}, { suggestions: [CALL_BACK] });
  const percent = shareOf(plan, asked.broad);
  if (percent === 0) return shareParagraph(say, plan, words);
  if (asked.broad !== 'equity') return say('plan_wish', {}, { suggestions: [CALL_BACK] });
  const values = { share: `${percent}%`, limit: limitOf(plan) };
  return say('plan_without_stocks', values, { suggestions: [CALL_BACK] });
}

export const saferParagraph = (say: Say, plan: Plan): Paragraph =>
  say('plan_safer', { limit: limitOf(plan) });

export const bolderParagraph = (say: Say, plan: Plan): Paragraph =>
  join([...heldBackParagraphs(say, plan), say('plan_bolder', { limits: limitsOf(plan) })]);

/** As the customer told it. */
const limitOf = ({ need: { maxLoss } }: Plan): string => {
  if (maxLoss === null) return '现在没有说定';
  return maxLoss === 0 ? '现在是不能接受亏损' : `现在是最多亏 ${tenths(maxLoss)}%`;
};
