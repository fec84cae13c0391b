import {
  ANNUAL_PREMIUM_SHARE,
  PREMIUM_AGE_SUM,
  SINGLE_PREMIUM_INCOMES,
  declarationTriggers,
} from '../../advice/suitability/conditions.js';
import type { DeclarationTrigger } from '../../advice/suitability/conditions.js';
import { investorSide, productSide } from '../../advice/suitability/subject.js';
import type { Gate } from '../../conversation/gate.js';
import type { Fact } from '../../terms/fact.js';
import type { LocalDate } from '../../terms/time.js';
import { yuan } from '../../wording/figures.js';

/** 投保声明 in words: which of the article's cases are met, each with both sides of the comparison. */
export function declarationNeeded(
  { occasion, judged }: Gate,
  today: LocalDate,
): { readonly text: string; readonly facts: readonly Fact[] } {
  const product = productSide(judged[0]!.product, today);
  const investor = investorSide(occasion.customer, today);
  const { annualPremium, singlePremium, premiumYears } = product;
  const { householdIncome: income, age } = investor;
  const line: Readonly<Record<DeclarationTrigger, string>> = {
    single_premium: `- 一次交 ${yuan(singlePremium)}，${beyond(income, SINGLE_PREMIUM_INCOMES, `${SINGLE_PREMIUM_INCOMES} 倍`)}`,
    annual_premium: `- 每年交 ${yuan(annualPremium)}，${beyond(income, ANNUAL_PREMIUM_SHARE, `${ANNUAL_PREMIUM_SHARE * 100}%`)}`,
    age_sum: `- 交 ${premiumYears} 年，加上您的 ${age} 岁是 ${premiumYears + (age ?? 0)}，到了 ${PREMIUM_AGE_SUM}`,
  };
  const triggers = declarationTriggers({ product, investor });
  return {
    text: triggers.map((trigger) => line[trigger]).join('\n'),
    facts: [
      ...[singlePremium, annualPremium, income ?? 0].map(inYuan),
      ...[SINGLE_PREMIUM_INCOMES, ANNUAL_PREMIUM_SHARE].map((of) => inYuan(of * (income ?? 0))),
      { value: ANNUAL_PREMIUM_SHARE * 100, unit: '%', label: '年交保费占家庭年收入' },
      ...[premiumYears, age ?? 0, premiumYears + (age ?? 0), PREMIUM_AGE_SUM].map(inYears),
    ],
  };
}

/** Of a household whose income is not known, nothing can be said to be enough. */
const beyond = (income: number | null, times: number, words: string): string =>
  income === null
    ? '您的家庭年收入没有登记，不能当作交得起'
    : `超过您家庭年收入 ${yuan(income)}的 ${words}（${yuan(times * income)}）`;

const inYuan = (value: number): Fact => ({ value, unit: 'yuan', label: '保费和家庭年收入' });
const inYears = (value: number): Fact => ({ value, unit: 'year', label: '交费年数和年龄' });
