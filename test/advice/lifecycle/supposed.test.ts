import { describe, expect, it } from '@jest/globals';
import { movedBy, pricedOf, riseToCost } from '../../../src/advice/lifecycle/supposed.js';
import { reviewPortfolio } from '../../../src/advice/lifecycle/review.js';
import { TODAY } from '../../demo/demo-shelf.js';
import { portfolio } from './portfolios.js';

const { positions } = reviewPortfolio(
  portfolio(
    [
      ['QY0060', 30_000, 36_000],
      ['CK0012', 20_000, 20_000],
    ],
    { QY0060: { '2026-11-24': 0.8 } },
  ),
  4,
  TODAY,
);

describe('what a move would make of holdings', () => {
  const priced = pricedOf(positions);

  it('is of what has a price, and leaves a deposit out', () => {
    expect(priced).toEqual({ count: 1, value: 24_000, cost: 36_000 });
    expect(movedBy(priced, -0.1)).toBe(21_600);
  });

  it('takes a greater rise to come back than the fall was', () => {
    expect(riseToCost(priced)).toBeCloseTo(0.5);
    expect(riseToCost({ count: 1, value: 36_000, cost: 36_000 })).toBeNull();
    expect(riseToCost({ count: 1, value: 0, cost: 36_000 })).toBeNull();
  });
});
