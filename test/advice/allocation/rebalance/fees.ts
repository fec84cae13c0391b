import type { Lot, Position } from '../../../../src/advice/allocation/rebalance/book.js';
import type { Fee } from '../../../../src/terms/product.js';

const EFFECTIVE = '2008-01-01';

const redemption = (rate: number, fromDays: number, toDays: number | null): Fee => ({
  kind: 'redemption',
  rate,
  fromDays,
  toDays,
  effective: EFFECTIVE,
});

/** The usual ladder of an open fund: 1.5 % within a week, then half a percent, free after two years. */
export const LADDER: readonly Fee[] = [
  redemption(0.015, 0, 7),
  redemption(0.005, 7, 365),
  redemption(0.0025, 365, 730),
  redemption(0, 730, null),
];

export const position = (
  code: string,
  bucket: string,
  lots: readonly Lot[],
  purchase = 0.0015,
): Position => ({
  code,
  bucket,
  lots,
  fees: [
    ...LADDER,
    { kind: 'purchase', rate: purchase, fromAmount: 0, toAmount: null, effective: EFFECTIVE },
  ],
  isBuyable: true,
  minAmount: 10,
});
