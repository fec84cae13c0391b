import { INSURED_PER_BANK, mayLoseNothing } from '../../advice/matching/principal.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan, PlannedProduct } from '../../terms/plan.js';
import { exactYuan, yuan } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import type { Say } from './proposal.js';

/** 会不会亏本金, of a plan without a stated loss: what pays back what was put in, and what may not. */

/** Deposits and savings bonds have no grade; what has one may lose, the lowest too. */
export const mayLoseOf = ({ products }: Pick<Plan, 'products'>): readonly PlannedProduct[] =>
  products.filter(({ riskLevel }) => riskLevel !== null);

export function principalParagraph(say: Say, plan: Plan): Paragraph {
  const { need, products } = plan;
  if (products.length === 0) return say('proposal_nothing_placed');
  const risky = mayLoseOf(plan);
  const facts = [INSURED];
  const insured = yuan(INSURED_PER_BANK);
  if (risky.length === 0) {
    return say('proposal_keeps_principal', { insured }, { facts });
  }
  if (!mayLoseNothing(need)) return say('proposal_no_loss');
  const sum = risky.reduce((whole, { amount }) => whole + amount, 0);
  const values = { names: risky.map(({ name }) => name).join('、'), sum: exactYuan(sum), insured };
  const sumFact: Fact = { value: sum, unit: 'yuan', label: '可能亏本金的部分' };
  return say('proposal_may_lose', values, { facts: [sumFact, ...facts] });
}

const INSURED: Fact = {
  value: INSURED_PER_BANK,
  unit: 'yuan',
  label: '存款保险在同一家银行的限额',
};
