import { z } from 'zod';
import { thresholdsOf } from '../advice/suitability/house-thresholds.js';
import { judge } from '../advice/suitability/judge.js';
import {
  CAPACITIES,
  CHANNEL_OPERATORS,
  INITIATIVES,
  INSURANCE_FINDINGS,
  INSURANCE_KINDS,
  INVESTOR_CLASSES,
} from '../advice/suitability/occasion.js';
import type { Occasion } from '../advice/suitability/occasion.js';
import type { Verdict } from '../advice/suitability/verdict.js';
import { isLocalDate } from '../terms/time.js';
import { institutionOf } from './institution-file.js';
import type { JsonFailure } from './json-lines.js';
import { failure, idOf, jsonOf, notJson, whatIsWrong } from './json-lines.js';

const Flag = z.boolean().nullish();
const Amount = z.number().min(0).nullish();
const Day = z.string().refine(isLocalDate, 'not a date of the form YYYY-MM-DD');
const Grade = z.literal([1, 2, 3, 4, 5]).nullish();

/** The suitability contract of contracts.md; null means absent everywhere. */
const OccasionLine = z.strictObject({
  id: z.string().nullish(),
  today: Day,
  product: z.strictObject({
    code: z.string().nullish(),
    regime: z.enum(['NFRA_INVEST', 'NFRA_INSURANCE', 'CSRC_FUND', 'DEPOSIT', 'GOV_BOND']),
    riskLevel: Grade,
    issuerRiskLevel: Grade,
    status: z.enum(['draft', 'on_sale', 'suspended', 'closed']),
    gradeValidUntil: Day.nullish(),
    private: Flag,
    lockDays: Amount,
    insuranceKind: z.enum(INSURANCE_KINDS).nullish(),
    termYears: Amount,
    singlePremium: Amount,
    annualPremium: Amount,
    premiumYears: Amount,
  }),
  customer: z
    .strictObject({
      investorClass: z.enum(INVESTOR_CLASSES).nullish(),
      tolerance: Grade,
      assessedOn: Day.nullish(),
      lowestCategory: Flag,
      assessmentInvalid: Flag,
      materialChange: Flag,
      refusedRequiredData: Flag,
      cddBlocked: Flag,
      guardianConsent: Flag,
      qualifiedInvestor: Flag,
      identityVerified: Flag,
      capacity: z.enum(CAPACITIES).nullish(),
      age: z.int().min(0).nullish(),
      liquidAssets: Amount,
      monthlySpending: Amount,
      householdIncome: Amount,
      personalization: Flag,
    })
    .nullish(),
  need: z
    .strictObject({ horizonDays: Amount, maxLossPct: Amount, goal: z.string().nullish() })
    .nullish(),
  order: z.strictObject({ amount: Amount, borrowed: Flag }).nullish(),
  insuranceFinding: z.enum(INSURANCE_FINDINGS).nullish(),
  channel: z.strictObject({ operator: z.enum(CHANNEL_OPERATORS) }),
  initiative: z.enum(INITIATIVES),
  customerInsists: Flag,
  emergency: Flag,
});

type Answer = ({ readonly id?: string } & Verdict) | JsonFailure;

/** Judges occasions by the thresholds of the institution in `file`; without one by the defaults. */
export function occasionJudge(file: string | undefined): (text: string) => Answer {
  const house = thresholdsOf(institutionOf(file)?.suitability);
  return (text) => {
    const raw = jsonOf(text);
    if (raw === undefined) return notJson();
    const parsed = OccasionLine.safeParse(raw);
    if (!parsed.success) return whatIsWrong(raw, parsed.error);
    const { id, customer, ...rest } = parsed.data;
    if (rest.product.regime === 'NFRA_INSURANCE' && !rest.product.insuranceKind) {
      const path = 'product.insuranceKind';
      return failure(idOf(raw), 'missing_field', `${path} is required for insurance`, path);
    }
    const verdict = judge({ ...rest, customer: customer ?? {} } as Occasion, house);
    return { ...(typeof id === 'string' && { id }), ...verdict };
  };
}
