import type { ProductStatus, Regime } from '../../terms/product.js';
import type { RiskLevel, RiskTolerance } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';

/**
 * 一次适当性判断的场合: one customer, one product, one occasion, as contracts.md has it. Money is yuan;
 * null and undefined both mean absent, and what an absent field means stands in `subject.ts`.
 */
export interface Occasion {
  readonly today: LocalDate;
  readonly product: GatedProduct;
  readonly customer: Investor;
  readonly need?: Need | null;
  readonly order?: Order | null;
  readonly insuranceFinding?: InsuranceFinding | null;
  readonly channel: { readonly operator: ChannelOperator };
  readonly initiative: Initiative;
  readonly customerInsists?: boolean | null;
  /** Fraud, self-harm or account takeover: everything else waits. */
  readonly emergency?: boolean | null;
}

/** 投保前的发现 (Order 7 art. 38, 销售办法 art. 28 [T2]). */
export const INSURANCE_FINDINGS = [
  'none',
  'need_mismatch',
  'cannot_keep_paying',
  'duplicate_cover',
] as const;
export type InsuranceFinding = (typeof INSURANCE_FINDINGS)[number];

/** 渠道由谁运营 (regulation.md §2.6). */
export const CHANNEL_OPERATORS = [
  'licensed_self_operated',
  'licensed_official_account_on_third_party',
  'third_party',
] as const;
export type ChannelOperator = (typeof CHANNEL_OPERATORS)[number];

/** Who brings the product up. */
export const INITIATIVES = ['bot', 'advisor', 'customer'] as const;
export type Initiative = (typeof INITIATIVES)[number];

export const INSURANCE_KINDS = [
  'protection',
  'annuity',
  'participating',
  'universal',
  'unit_linked',
  'variable_annuity',
] as const;
export type InsuranceKind = (typeof INSURANCE_KINDS)[number];

export const INVESTOR_CLASSES = [
  'ordinary',
  'professional_A',
  'professional_B',
  'professional_C',
] as const;
export type InvestorClass = (typeof INVESTOR_CLASSES)[number];

/** 民事行为能力. */
export const CAPACITIES = ['full', 'limited', 'none'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** An insurance product states its kind; elsewhere the kind says nothing. */
export type GatedProduct = ProductTerms &
  (
    | { readonly regime: 'NFRA_INSURANCE'; readonly insuranceKind: InsuranceKind }
    | {
        readonly regime: Exclude<Regime, 'NFRA_INSURANCE'>;
        readonly insuranceKind?: InsuranceKind | null;
      }
  );

interface ProductTerms {
  readonly code?: string | null;
  /** The seller's grade, and the issuer's. */
  readonly riskLevel?: RiskLevel | null;
  readonly issuerRiskLevel?: RiskLevel | null;
  readonly status: ProductStatus;
  /** Valid through that day. */
  readonly gradeValidUntil?: LocalDate | null;
  readonly private?: boolean | null;
  readonly lockDays?: number | null;
  readonly termYears?: number | null;
  readonly singlePremium?: number | null;
  readonly annualPremium?: number | null;
  readonly premiumYears?: number | null;
}

export interface Investor {
  readonly investorClass?: InvestorClass | null;
  readonly tolerance?: RiskTolerance | null;
  readonly assessedOn?: LocalDate | null;
  readonly lowestCategory?: boolean | null;
  readonly assessmentInvalid?: boolean | null;
  readonly materialChange?: boolean | null;
  readonly refusedRequiredData?: boolean | null;
  readonly cddBlocked?: boolean | null;
  readonly guardianConsent?: boolean | null;
  readonly qualifiedInvestor?: boolean | null;
  readonly identityVerified?: boolean | null;
  readonly capacity?: Capacity | null;
  /** Whole years. */
  readonly age?: number | null;
  readonly liquidAssets?: number | null;
  readonly monthlySpending?: number | null;
  readonly householdIncome?: number | null;
  readonly personalization?: boolean | null;
}

export interface Need {
  readonly horizonDays?: number | null;
  /** 10 for 10 %. */
  readonly maxLossPct?: number | null;
  readonly goal?: string | null;
}

export interface Order {
  readonly amount?: number | null;
  readonly borrowed?: boolean | null;
}
