import type { RiskLevel, RiskTolerance } from '../../terms/risk.js';

/**
 * 机构的分散与期限规则: the house's own values of the demonstration institution, no regulation. Those that
 * compliance changes stand in `advice/suitability/house-thresholds.ts`.
 */
export const MATCHING_VERSION = 'house-matching@2';

/** Largest part of the money in one product, by its effective grade; ungraded: deposits and savings bonds. */
const PRODUCT_CAP: Readonly<Record<RiskLevel, number>> = { 1: 0.5, 2: 0.4, 3: 0.3, 4: 0.2, 5: 0.1 };

export const productCap = (grade: RiskLevel | null): number =>
  grade === null ? 0.5 : PRODUCT_CAP[grade];

/** No plan has more products: a person should be able to follow each. */
export const MOST_PRODUCTS = 6;

/** A product is given at least this part of the money, or none. */
export const LEAST_PART = 0.05;

/** The boldest class whose mix may stand for money that is needed so soon. */
export function classForHorizon(months: number | null, liquidity: Liquidity): RiskTolerance {
  if (months !== null && months < 12) return 1;
  if (liquidity === 'anytime' || (months !== null && months < 36)) return 2;
  return 5;
}

/** Whether the money may be wanted before the day it is meant for. */
export type Liquidity = 'anytime' | 'dated' | 'none';
