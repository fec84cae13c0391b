import { z } from 'zod';
import type { FeeKind } from '../../terms/product.js';
import {
  amount,
  count,
  day,
  flag,
  id,
  level,
  moment,
  oneOf,
  optional,
  price,
  text,
  texts,
  word,
} from './fields.js';

/** Rows as an institution gives them (contracts.md, `shuzhi import`): sums in yuan, rates as ratios. */

export const Customer = z.strictObject({
  id,
  name: text,
  born: optional(day),
  capacity: optional(oneOf(['full', 'limited', 'none'])),
  identityVerified: optional(flag),
  cddBlocked: optional(flag),
  investorClass: optional(
    oneOf(['ordinary', 'professional_A', 'professional_B', 'professional_C']),
  ),
  tolerance: optional(level),
  assessedOn: optional(day),
  lowestCategory: optional(flag),
  qualifiedInvestor: optional(flag),
  liquidAssets: optional(amount),
  monthlySpending: optional(amount),
  householdIncome: optional(amount),
  personalization: optional(flag),
  advisor: optional(id),
  phone: optional(text),
  idNumber: optional(text),
  note: optional(text),
});
export type CustomerGiven = z.infer<typeof Customer>;

const FEE_KINDS = [
  'subscription',
  'purchase',
  'redemption',
  'management',
  'custody',
  'sales_service',
  'performance',
  'premium_charge',
  'surrender',
  'advisory',
] as const satisfies readonly FeeKind[];

const Fee = z
  .strictObject({
    kind: oneOf(FEE_KINDS),
    rate: amount.max(1, 'must be a ratio, 0.015 for 1.5 %').optional(),
    amount: amount.optional(),
    fromDays: count.optional(),
    toDays: count.nullable().optional(),
    fromAmount: amount.optional(),
    toAmount: amount.nullable().optional(),
    effective: day,
  })
  .refine((fee) => (fee.rate === undefined) !== (fee.amount === undefined), {
    message: 'must have either rate or amount',
  });

const TYPES: Readonly<Record<string, readonly string[]>> = {
  CSRC_FUND: [
    ...['money', 'bond', 'mixed', 'equity', 'index', 'qdii', 'fof', 'reit', 'private'],
    'advisory_portfolio',
  ],
  NFRA_INVEST: ['cash_management', 'fixed_income', 'mixed', 'equity', 'structured', 'trust'],
  NFRA_INSURANCE: [
    ...['protection', 'whole_life', 'annuity', 'participating', 'universal', 'unit_linked'],
    'variable_annuity',
  ],
  DEPOSIT: ['demand_deposit', 'time_deposit'],
  GOV_BOND: ['savings_bond'],
};

export const Product = z
  .strictObject({
    code: id,
    name: text,
    aliases: optional(texts),
    type: text,
    regime: oneOf(['NFRA_INVEST', 'NFRA_INSURANCE', 'CSRC_FUND', 'DEPOSIT', 'GOV_BOND']),
    issuer: text,
    manager: optional(text),
    riskLevel: optional(level),
    issuerRiskLevel: optional(level),
    status: oneOf(['draft', 'on_sale', 'suspended', 'closed']),
    gradeValidUntil: optional(day),
    private: optional(flag),
    lockDays: optional(count),
    insuranceKind: optional(
      oneOf([
        ...(['protection', 'annuity', 'participating', 'universal', 'unit_linked'] as const),
        'variable_annuity',
      ]),
    ),
    termYears: optional(amount),
    agency: optional(flag),
    quota: optional(amount),
    saleFrom: optional(day),
    saleUntil: optional(day),
    minAmount: optional(amount),
    step: optional(price),
    fees: optional(z.array(Fee, 'must be a JSON list of fees').max(200)),
    benchmark: optional(text),
    description: optional(text),
    asOf: day,
  })
  .refine(({ regime, type }) => TYPES[regime]?.includes(type), {
    path: ['type'],
    error: ({ input }) =>
      `must be, for ${String((input as { regime: string }).regime)}, one of ${
        TYPES[(input as { regime: string }).regime]?.join(', ') ?? ''
      }`,
  })
  .refine(({ saleFrom, saleUntil }) => !saleFrom || !saleUntil || saleFrom <= saleUntil, {
    path: ['saleUntil'],
    message: 'must not be before saleFrom',
  });
export type ProductGiven = z.infer<typeof Product>;

export const Holding = z.strictObject({
  customer: id,
  product: id,
  units: amount,
  cost: amount,
  asOf: day,
});
export type HoldingGiven = z.infer<typeof Holding>;

export const Transaction = z.strictObject({
  id,
  customer: id,
  product: optional(id),
  kind: id,
  amount,
  at: moment,
});
export type TransactionGiven = z.infer<typeof Transaction>;

export const Price = z.strictObject({ product: id, date: day, nav: price });
export type PriceGiven = z.infer<typeof Price>;

export const Employee = z.strictObject({
  id,
  name: text,
  role: oneOf(['advisor', 'supervisor', 'compliance', 'operator', 'auditor', 'admin']),
  licences: optional(texts),
  productGrade: optional(level),
  domains: optional(texts),
  languages: optional(texts),
  capacity: optional(count),
  hours: optional(text),
});
export type EmployeeGiven = z.infer<typeof Employee>;

export const CustomerEvent = z.strictObject({
  id,
  customer: id,
  kind: word,
  at: moment,
  body: optional(z.record(z.string(), z.json(), 'must be a JSON object')),
});
export type CustomerEventGiven = z.infer<typeof CustomerEvent>;
