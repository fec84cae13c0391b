import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';

/** 双人复核: why one signature under a proposal is not enough. House rule. */
export const FOUR_EYES = ['elder', 'high_grade'] as const;
export type FourEyes = (typeof FOUR_EYES)[number];

const ELDER_AGE = 65;
const HIGH_GRADE = 4;

/** Empty: one advisor may sign alone. An age nobody knows asks for no second person by itself. */
export function fourEyesFor(
  age: number | null,
  products: readonly Pick<Product, 'riskLevel' | 'issuerRiskLevel'>[],
): readonly FourEyes[] {
  const isHigh = products.some((one) => (effectiveRiskLevel(one) ?? 0) >= HIGH_GRADE);
  return [
    ...(age !== null && age >= ELDER_AGE ? (['elder'] as const) : []),
    ...(isHigh ? (['high_grade'] as const) : []),
  ];
}
