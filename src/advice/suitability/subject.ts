import type { Regime } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { addMonths } from '../../terms/time.js';
import type { HouseThresholds } from './house-thresholds.js';
import type { Capacity, GatedProduct, InsuranceKind, Investor, Occasion } from './occasion.js';

/** 适用规则: I 理财等资管产品, P 保险, F 基金, D 存款与国债. */
export type Path = 'I' | 'P' | 'F' | 'D';

export const PATH_OF: Readonly<Record<Regime, Path>> = {
  NFRA_INVEST: 'I',
  NFRA_INSURANCE: 'P',
  CSRC_FUND: 'F',
  DEPOSIT: 'D',
  GOV_BOND: 'D',
};

/** What the lines of the table look at: the three sides of an occasion, absent fields resolved. */
export interface Subject {
  readonly product: ProductSide;
  readonly investor: InvestorSide;
  readonly setting: Setting;
  readonly house: HouseThresholds;
}

export interface ProductSide {
  readonly path: Path;
  /** 有效风险等级: the greater of the grades present (Order 7 art. 22 [T2]); 0 = not graded. */
  readonly grade: number;
  readonly isOnShelf: boolean;
  readonly isPrivate: boolean;
  readonly lockDays: number;
  readonly insuranceKind: InsuranceKind | null;
  readonly termYears: number;
  readonly singlePremium: number;
  readonly annualPremium: number;
  readonly premiumYears: number;
}

export interface InvestorSide {
  readonly isProfessional: boolean;
  /** 0 = never assessed. */
  readonly tolerance: number;
  /** Not assessed, expired, dated ahead, or overtaken by what the customer told. */
  readonly needsAssessment: boolean;
  readonly isLowest: boolean;
  readonly assessmentInvalid: boolean;
  readonly refusedRequiredData: boolean;
  readonly cddBlocked: boolean;
  readonly guardianConsent: boolean;
  readonly isQualified: boolean;
  readonly identityVerified: boolean;
  readonly capacity: Capacity;
  readonly age: number | null;
  readonly liquidAssets: number | null;
  readonly monthlySpending: number | null;
  readonly householdIncome: number | null;
  readonly personalization: boolean;
}

/** All that is neither of the product nor of the customer. */
export type Setting = Omit<Occasion, 'product' | 'customer'>;

export function productSide(product: GatedProduct, today: LocalDate): ProductSide {
  const path = PATH_OF[product.regime];
  return {
    path,
    grade: gradeOf(product),
    isOnShelf: isOnShelf(product, today),
    isPrivate: product.private ?? false,
    lockDays: product.lockDays ?? 0,
    insuranceKind: path === 'P' ? (product.insuranceKind ?? null) : null,
    termYears: product.termYears ?? 0,
    singlePremium: product.singlePremium ?? 0,
    annualPremium: product.annualPremium ?? 0,
    premiumYears: product.premiumYears ?? 0,
  };
}

const gradeOf = ({ riskLevel, issuerRiskLevel }: GatedProduct): number =>
  Math.max(riskLevel ?? 0, issuerRiskLevel ?? 0);

/** On sale, its grade in force, and graded where the rules want a grade. */
function isOnShelf(product: GatedProduct, today: LocalDate): boolean {
  if (product.status !== 'on_sale' || (product.gradeValidUntil ?? today) < today) return false;
  const path = PATH_OF[product.regime];
  return gradeOf(product) > 0 || path === 'P' || path === 'D';
}

export function investorSide(customer: Investor, today: LocalDate): InvestorSide {
  const { investorClass, tolerance, assessedOn, age } = customer;
  const isStale = !isAssessmentValid(assessedOn ?? null, today);
  const is = (flag: boolean | null | undefined): boolean => flag ?? false;
  return {
    isProfessional: (investorClass ?? 'ordinary') !== 'ordinary',
    tolerance: tolerance ?? 0,
    needsAssessment: !tolerance || isStale || is(customer.materialChange),
    isLowest: is(customer.lowestCategory),
    assessmentInvalid: is(customer.assessmentInvalid),
    refusedRequiredData: is(customer.refusedRequiredData),
    cddBlocked: is(customer.cddBlocked),
    guardianConsent: is(customer.guardianConsent),
    isQualified: is(customer.qualifiedInvestor),
    identityVerified: is(customer.identityVerified),
    capacity: customer.capacity ?? capacityAt(age ?? null),
    age: age ?? null,
    liquidAssets: customer.liquidAssets ?? null,
    monthlySpending: customer.monthlySpending ?? null,
    householdIncome: customer.householdIncome ?? null,
    personalization: customer.personalization ?? true,
  };
}

const VALID_MONTHS = 12;

/** 测评有效期: 12 calendar months, the last day excluded (Order 7 art. 29 [T2]); never ahead of its date. */
export const isAssessmentValid = (assessedOn: LocalDate | null, today: LocalDate): boolean =>
  assessedOn !== null && assessedOn <= today && today < addMonths(assessedOn, VALID_MONTHS);

/** 民法典 arts. 18-20 [T]: under 8 none, under 18 limited; a person of unknown age is of age. */
function capacityAt(age: number | null): Capacity {
  if (age === null || age >= 18) return 'full';
  return age < 8 ? 'none' : 'limited';
}
