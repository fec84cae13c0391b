import type { GatedProduct, InsuranceKind, Investor } from '../advice/suitability/occasion.js';
import { INSURANCE_KINDS } from '../advice/suitability/occasion.js';
import type { Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import type { CustomerProfile } from './kyc.js';
import { ageOn } from './kyc.js';

/** 画像到适当性: what the suitability gate wants to know of a customer and of a product. */

export const investorOf = (profile: CustomerProfile, today: LocalDate): Investor => ({
  investorClass: profile.investorClass,
  tolerance: profile.tolerance,
  assessedOn: profile.assessedOn,
  lowestCategory: profile.lowestCategory,
  assessmentInvalid: profile.assessmentInvalid ?? null,
  materialChange: profile.materialChange ?? null,
  refusedRequiredData: profile.refusedRequiredData ?? null,
  cddBlocked: profile.cddBlocked ?? null,
  guardianConsent: profile.guardianConsent ?? null,
  qualifiedInvestor: profile.qualifiedInvestor ?? null,
  identityVerified: profile.identityVerified,
  capacity: profile.capacity ?? null,
  age: ageOn(profile.born, today),
  liquidAssets: profile.liquidAssets,
  monthlySpending: profile.monthlySpending,
  householdIncome: profile.householdIncome,
  personalization: profile.personalization,
});

export function gatedProductOf(product: Product): GatedProduct {
  const { code, riskLevel, issuerRiskLevel, status, gradeValidUntil, lockDays } = product;
  const terms = {
    code,
    riskLevel,
    issuerRiskLevel,
    status,
    gradeValidUntil,
    private: product.private,
    lockDays,
    termYears: product.termYears,
  };
  return product.regime === 'NFRA_INSURANCE'
    ? { ...terms, regime: product.regime, insuranceKind: kindOf(product.insuranceKind) }
    : { ...terms, regime: product.regime };
}

/** The master's ordinary whole life is certain in its benefits; a kind nobody knows is taken for the least certain. */
function kindOf(kind: string | null): InsuranceKind {
  if (kind === 'whole_life') return 'protection';
  return INSURANCE_KINDS.find((known) => known === kind) ?? 'unit_linked';
}
