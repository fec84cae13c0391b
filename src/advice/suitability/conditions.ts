import { exceeds, strains } from './affordability.js';
import type { InsuranceKind } from './occasion.js';
import type { Subject } from './subject.js';

/** What the lines of the decision table ask, by their words in contracts.md. */

export const isGraded = ({ product }: Subject): boolean => product.grade > 0;

/** An ungraded product is over nobody's risk. */
export const isOverRisk = ({ product, investor }: Subject): boolean =>
  product.grade > investor.tolerance;

/** 专业投资者 are a class of the securities side alone (Order 7 art. 27 [T2]). */
export const isProfessionalHere = ({ product, investor }: Subject): boolean =>
  product.path === 'F' && investor.isProfessional;

export const isInsisting = ({ setting }: Subject): boolean => setting.customerInsists ?? false;

/** None at all, or limited without a guardian's consent to something of the lowest risk. */
export function lacksCapacity({ product, investor }: Subject): boolean {
  if (investor.capacity !== 'limited') return investor.capacity === 'none';
  const isLowRisk = product.path === 'D' || product.grade === 1;
  return !(investor.guardianConsent && isLowRisk);
}

export const isFoundUnsuitable = ({ setting }: Subject): boolean =>
  (setting.insuranceFinding ?? 'none') !== 'none';

/** The money is needed before it is free, or more may be lost than may be. */
export function mismatchesNeed(subject: Subject): boolean {
  const { product, setting, house } = subject;
  const { horizonDays = null, maxLossPct = null } = setting.need ?? {};
  if (horizonDays !== null && horizonDays < product.lockDays) return true;
  if (maxLossPct === null || !isGraded(subject)) return false;
  return maxLossPct < house.statedLossPct[product.grade - 1]!;
}

const moneyOf = ({ investor, setting }: Subject) => ({
  amount: setting.order?.amount ?? null,
  assets: investor.liquidAssets,
  spending: investor.monthlySpending,
});

export const needsAffordabilityReview = (subject: Subject): boolean =>
  strains(moneyOf(subject), subject.house.reviewShare, subject.house.reviewMonths);

export const needsAffordabilityWarning = (subject: Subject): boolean =>
  strains(moneyOf(subject), subject.house.warningShare, subject.house.warningMonths);

/** From this grade up a product is high-risk (高风险). */
const HIGH_RISK = 4;
/** Two ages of two rules, never one "elder" flag: Order 7 art. 18, 可回溯办法 art. 6 [T2]. */
const ELDER = 65;
const RECORDED_FROM = 60;

export const isElderAtHighRisk = ({ product, investor }: Subject): boolean =>
  product.grade >= HIGH_RISK && investor.age !== null && investor.age >= ELDER;

export const isRecordedByAge = ({ product, investor }: Subject): boolean =>
  product.termYears > 1 && investor.age !== null && investor.age >= RECORDED_FROM;

/** Whether the unknown age could matter: to rows 18, 19 and 21. */
export const shouldAskAge = ({ product, investor }: Subject): boolean =>
  investor.age === null && (product.grade >= HIGH_RISK || product.path === 'P');

const UNCERTAIN: readonly InsuranceKind[] = [
  'participating',
  'universal',
  'unit_linked',
  'variable_annuity',
];
export const SINGLE_PREMIUM_INCOMES = 4;
export const ANNUAL_PREMIUM_SHARE = 0.2;
export const PREMIUM_AGE_SUM = 75;

/** 投保声明的触发情形 (Order 7 art. 39 [T2]); the budget test needs a budget, which the contract does not have. */
export type DeclarationTrigger = 'single_premium' | 'annual_premium' | 'age_sum';

/** Those that are met, in the order of the article; none where the benefits of the policy are certain. */
export function declarationTriggers({
  product,
  investor,
}: Pick<Subject, 'product' | 'investor'>): readonly DeclarationTrigger[] {
  const { insuranceKind, singlePremium, annualPremium, premiumYears } = product;
  if (insuranceKind === null || !UNCERTAIN.includes(insuranceKind)) return [];
  // An income nobody knows is none: any premium is too much for it.
  const income = investor.householdIncome ?? 0;
  const { age } = investor;
  const isOld = premiumYears > 0 && age !== null && premiumYears + age >= PREMIUM_AGE_SUM;
  return [
    ...(exceeds(singlePremium, SINGLE_PREMIUM_INCOMES * income) ? ['single_premium' as const] : []),
    ...(exceeds(annualPremium, ANNUAL_PREMIUM_SHARE * income) ? ['annual_premium' as const] : []),
    ...(isOld ? ['age_sum' as const] : []),
  ];
}

export const needsDeclaration = (subject: Subject): boolean =>
  declarationTriggers(subject).length > 0;
