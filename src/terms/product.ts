import type { ProductCode } from './ids.js';
import type { RiskLevel } from './risk.js';
import type { LocalDate } from './time.js';

/** 监管口径: which suitability rules a product follows (regulation.md §2.1). */
export type Regime = 'NFRA_INVEST' | 'NFRA_INSURANCE' | 'CSRC_FUND' | 'DEPOSIT' | 'GOV_BOND';
export type ProductStatus = 'draft' | 'on_sale' | 'suspended' | 'closed';

export type FeeKind =
  | 'subscription'
  | 'purchase'
  | 'redemption'
  | 'management'
  | 'custody'
  | 'sales_service'
  | 'performance'
  | 'premium_charge'
  | 'surrender'
  | 'advisory';

/** One line of a fee table (费率). Days count the holding period, `toDays` exclusive, null = no end. */
export interface Fee {
  readonly kind: FeeKind;
  /** Ratio, 0.015 = 1.5 %; exclusive with `amount`. */
  readonly rate?: number;
  /** Yuan. */
  readonly amount?: number;
  readonly fromDays?: number;
  readonly toDays?: number | null;
  /** Purchase amount from which the line holds, yuan. */
  readonly fromAmount?: number;
  readonly toAmount?: number | null;
  readonly effective: LocalDate;
}

/** A row of the product master (产品主数据, KYP). Money in yuan, rates as ratios. */
export interface Product {
  readonly code: ProductCode;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What customers call it by its features, as 「短债A」; two products may share one, and then are asked about. */
  readonly nicknames?: readonly string[];
  /** Words for its kind, as 「纯债」: they mean this product only where one is pointed at, 「纯债那只」. */
  readonly kinds?: readonly string[];
  readonly type: string;
  readonly regime: Regime;
  readonly issuer: string;
  readonly manager: string | null;
  readonly riskLevel: RiskLevel | null;
  readonly issuerRiskLevel: RiskLevel | null;
  readonly status: ProductStatus;
  readonly gradeValidUntil: LocalDate | null;
  readonly private: boolean;
  readonly lockDays: number;
  readonly insuranceKind: string | null;
  readonly termYears: number | null;
  /** Sold on behalf of another institution (代销). */
  readonly agency: boolean;
  /** Yuan that may still be sold; absent or null: no limit is stated. */
  readonly quota?: number | null;
  /** First and last day it may be bought; absent or null: open on that side. */
  readonly saleFrom?: LocalDate | null;
  readonly saleUntil?: LocalDate | null;
  readonly minAmount: number;
  readonly step: number | null;
  readonly fees: readonly Fee[];
  readonly benchmark: string | null;
  /** Working days until redemption money arrives; null where the product has no redemption. */
  readonly settlementDays: number | null;
  /** Annual interest as a ratio where contractual (deposits, government bonds). */
  readonly interestRate: number | null;
  /** Past performance over a stated window, ratios; null where none may be shown. */
  readonly performance: Performance | null;
  /** In one sentence, how money is lost (主要会怎么亏). */
  readonly mainLoss: string;
  readonly description: string;
  readonly asOf: LocalDate;
}

export interface Performance {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly return: number;
  /** Negative ratio. */
  readonly maxDrawdown: number;
}

/** What a product did between two days, by its prices. Ratios. */
export interface PastReturn {
  readonly product: ProductCode;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly return: number;
  /** The same a year, compounded; null for less than a year. */
  readonly annual: number | null;
}

/** Whether it can be bought on a day: on sale, and inside its window where it has one. */
export const isOnSale = ({ status, saleFrom, saleUntil }: Product, today: LocalDate): boolean =>
  status === 'on_sale' && (saleFrom ?? today) <= today && today <= (saleUntil ?? today);

/**
 * 货币基金和现金管理: the price hardly moves, yield begins on the day of confirmation, and what a year brought
 * holds for a day of it as well.
 */
export const paysByTheDay = ({ type }: { readonly type: string | null }): boolean =>
  type === 'money' || type === 'cash_management';

/** What customers call it: its first alias, else its whole name. */
export const shortName = ({ aliases, name }: Pick<Product, 'aliases' | 'name'>): string =>
  aliases[0] ?? name;

/** The name without its share class: what the A and C class of one fund have in common. */
export const nameWithoutClass = (name: string): string => name.replace(/\s*[AC]$/, '');

/** 有效风险等级: the greater of seller's and issuer's grade (Order 7 art. 22 [T2]); null = not graded. */
export function effectiveRiskLevel(
  product: Pick<Product, 'riskLevel' | 'issuerRiskLevel'>,
): RiskLevel | null {
  const { riskLevel, issuerRiskLevel } = product;
  if (riskLevel === null) return issuerRiskLevel;
  if (issuerRiskLevel === null) return riskLevel;
  return Math.max(riskLevel, issuerRiskLevel) as RiskLevel;
}
