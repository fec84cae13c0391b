import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { AssetClass } from '../allocation/market/asset-class.js';

/** 大类敞口: parts of a product's money by class of asset; ratios that sum to 1. */
export type Exposure = Readonly<Partial<Record<AssetClass, number>>>;

interface Line {
  readonly type: string;
  /** Effective grade from which the line holds; the last one that does counts. */
  readonly fromGrade: number;
  readonly exposure: Exposure;
}

/**
 * House table, by product type (contracts.md) and grade: what a plain product of the kind holds, where
 * the master does not give a product's own figures. What has no line is no part of a mix: REITs,
 * trusts, private funds and insurance are bought for what they are, a structured deposit pays by a
 * formula of its own, and an advisory portfolio is a mix already, with fees beneath its fee.
 */
const LINES: readonly Line[] = [
  { type: 'money', fromGrade: 0, exposure: { cash: 1 } },
  { type: 'cash_management', fromGrade: 0, exposure: { cash: 1 } },
  { type: 'demand_deposit', fromGrade: 0, exposure: { cash: 1 } },
  { type: 'time_deposit', fromGrade: 0, exposure: { cash: 1 } },
  { type: 'savings_bond', fromGrade: 0, exposure: { treasury: 1 } },
  { type: 'bond', fromGrade: 0, exposure: { treasury: 0.5, corporate_bond: 0.5 } },
  {
    type: 'bond',
    fromGrade: 3,
    exposure: { treasury: 0.25, corporate_bond: 0.6, a_shares: 0.15 },
  },
  { type: 'fixed_income', fromGrade: 0, exposure: { treasury: 0.3, corporate_bond: 0.7 } },
  {
    type: 'fof',
    fromGrade: 0,
    exposure: { cash: 0.05, treasury: 0.3, corporate_bond: 0.5, a_shares: 0.15 },
  },
  {
    type: 'fof',
    fromGrade: 3,
    exposure: { cash: 0.05, treasury: 0.2, corporate_bond: 0.3, a_shares: 0.45 },
  },
  {
    type: 'mixed',
    fromGrade: 0,
    exposure: { cash: 0.1, treasury: 0.15, corporate_bond: 0.25, a_shares: 0.5 },
  },
  { type: 'mixed', fromGrade: 4, exposure: { cash: 0.15, a_shares: 0.85 } },
  { type: 'equity', fromGrade: 0, exposure: { cash: 0.1, a_shares: 0.9 } },
  { type: 'index', fromGrade: 0, exposure: { cash: 0.05, a_shares: 0.95 } },
  { type: 'qdii', fromGrade: 0, exposure: { cash: 0.1, us_equity: 0.9 } },
];

/** Null: the product is no part of a mix. */
export function exposureOf(product: Product): Exposure | null {
  if (product.regime === 'NFRA_INSURANCE') return null;
  const grade = effectiveRiskLevel(product) ?? 0;
  const line = LINES.findLast(({ type, fromGrade }) => type === product.type && grade >= fromGrade);
  return line?.exposure ?? null;
}

/** 目标日期基金: the year it is made for, as its name has to say; null: it is none. */
export function targetYearOf({ name }: Pick<Product, 'name'>): number | null {
  const [, year] = /目标日期\s*(20\d\d)/.exec(name) ?? [];
  return year === undefined ? null : Number(year);
}

/** What a customer calls the classes, coarser than the market's: a shelf rarely has one of each. */
export const BROAD_CLASSES = ['cash', 'bond', 'equity', 'gold'] as const;
export type BroadClass = (typeof BROAD_CLASSES)[number];

export const BROAD_OF: Readonly<Record<AssetClass, BroadClass>> = {
  cash: 'cash',
  treasury: 'bond',
  corporate_bond: 'bond',
  a_shares: 'equity',
  us_equity: 'equity',
  gold: 'gold',
};

/** Part of the money in one broad class. */
export const partIn = (exposure: Exposure, broad: BroadClass): number =>
  (Object.entries(exposure) as [AssetClass, number][])
    .filter(([name]) => BROAD_OF[name] === broad)
    .reduce((sum, [, part]) => sum + part, 0);

/** The broad class that most of a product's money is in. */
export const mainClass = (exposure: Exposure): BroadClass =>
  [...BROAD_CLASSES].sort((a, b) => partIn(exposure, b) - partIn(exposure, a))[0]!;
