import fc from 'fast-check';
import type { Occasion } from '../../../src/advice/suitability/occasion.js';

/**
 * Random occasions. Small whole sums meet every threshold from both sides; what ends a trial early is
 * rare, so that the later lines are reached too.
 */

const TODAY = ['2026-11-22', '2025-02-28', '2025-02-27', '2024-02-29'];
/** Around a year before each of those days, the far past, and the days ahead. */
const ASSESSED = [
  ...['2026-03-01', '2026-11-22', '2026-11-23', '2025-11-22', '2025-11-23', '2020-01-01'],
  ...['2024-02-28', '2024-02-29', '2024-03-01', '2023-03-01', '2023-02-28', '2025-02-28'],
];

const rare = fc.oneof(
  { weight: 1, arbitrary: fc.constant(true) },
  { weight: 24, arbitrary: fc.constantFrom(false, null) },
);
const mostly = (value: boolean) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constantFrom(!value, null) },
  );
const grade = fc.constantFrom(1, 2, 3, 4, 5, 4, 5, null);
const upTo = (most: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 0, max: most }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
const seldom = (most: number) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0, max: most }) },
    { weight: 3, arbitrary: fc.constant(null) },
  );

const KINDS = [
  ...['protection', 'annuity', 'participating', 'universal', 'unit_linked', 'variable_annuity'],
];

export const anyOccasion: fc.Arbitrary<Occasion> = fc.record({
  today: fc.constantFrom(...TODAY),
  product: fc.record({
    regime: fc.constantFrom(
      ...['NFRA_INVEST', 'NFRA_INSURANCE', 'NFRA_INSURANCE', 'CSRC_FUND', 'DEPOSIT', 'GOV_BOND'],
    ),
    riskLevel: grade,
    issuerRiskLevel: grade,
    status: fc.oneof(
      { weight: 30, arbitrary: fc.constant('on_sale') },
      { weight: 1, arbitrary: fc.constantFrom('draft', 'suspended', 'closed') },
    ),
    gradeValidUntil: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(null, '2027-01-01') },
      { weight: 1, arbitrary: fc.constantFrom(...TODAY) },
    ),
    private: rare,
    lockDays: seldom(3),
    insuranceKind: fc.constantFrom(...KINDS),
    termYears: seldom(3),
    singlePremium: seldom(12),
    annualPremium: seldom(4),
    premiumYears: seldom(20),
  }),
  customer: fc.record({
    investorClass: fc.constantFrom(
      'ordinary',
      null,
      'professional_A',
      'professional_B',
      'ordinary',
    ),
    tolerance: fc.constantFrom(1, 2, 3, 4, 5, 5, 5, null),
    assessedOn: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('2026-03-01', '2024-03-01') },
      { weight: 1, arbitrary: fc.constantFrom(...ASSESSED, null) },
    ),
    lowestCategory: rare,
    assessmentInvalid: rare,
    materialChange: rare,
    refusedRequiredData: rare,
    cddBlocked: rare,
    guardianConsent: fc.constantFrom(true, false, null),
    qualifiedInvestor: fc.constantFrom(true, false, null),
    identityVerified: mostly(true),
    capacity: fc.constantFrom(null, null, null, null, null, 'full', 'full', 'limited', 'none'),
    age: fc.constantFrom(null, 7, 8, 17, 18, 40, 59, 60, 64, 65, 70, 80, 40, 55, null),
    liquidAssets: upTo(20),
    monthlySpending: upTo(3),
    householdIncome: upTo(12),
    personalization: fc.constantFrom(true, null, true, false),
  }),
  need: fc.option(fc.record({ horizonDays: seldom(3), maxLossPct: seldom(61) })),
  order: fc.option(fc.record({ amount: upTo(20), borrowed: rare })),
  insuranceFinding: fc.constantFrom(
    ...[null, 'none', 'none', 'none', 'need_mismatch', 'cannot_keep_paying', 'duplicate_cover'],
  ),
  channel: fc.record({
    operator: fc.oneof(
      { weight: 30, arbitrary: fc.constant('licensed_self_operated') },
      {
        weight: 1,
        arbitrary: fc.constantFrom('licensed_official_account_on_third_party', 'third_party'),
      },
    ),
  }),
  initiative: fc.constantFrom('bot', 'advisor', 'customer'),
  customerInsists: fc.constantFrom(true, false, null),
  emergency: rare,
}) as unknown as fc.Arbitrary<Occasion>;
