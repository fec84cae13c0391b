import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdingClass } from '../../../src/advice/lifecycle/holding-class.js';
import { reviewPortfolio } from '../../../src/advice/lifecycle/review.js';
import { HOLDING_CLASSES } from '../../../src/terms/portfolio.js';
import { TODAY, demoShelf } from '../../demo/demo-shelf.js';
import { portfolio } from './portfolios.js';

/** A bond fund (R2), a share fund (R4) and a deposit, which has no price and no grade. */
const three = portfolio(
  [
    ['QY0021', 10_000, 10_500],
    ['QY0060', 5_000, 6_000],
    ['CK0012', 20_000, 20_000],
  ],
  {
    QY0021: { '2026-11-17': 1.08, '2026-11-24': 1.1, '2026-12-01': 9 },
    QY0060: { '2026-11-20': 0.8 },
  },
);

describe('a portfolio as it stands', () => {
  const review = reviewPortfolio(three, 3, TODAY);

  it('is valued at the last price up to today, and at cost where there is none', () => {
    expect(review.positions.map((one) => [one.product, one.value, one.profit])).toEqual([
      ['CK0012', 20_000, null],
      ['QY0021', 11_000, 500],
      ['QY0060', 4_000, -2_000],
    ]);
    expect(review).toMatchObject({ value: 35_000, cost: 36_500, profit: -1_500 });
  });

  it('has a return over what has a price, of the whole and of each product', () => {
    expect(review.return).toBeCloseTo(-1_500 / 16_500, 12);
    expect(review.positions.map((one) => one.return)).toEqual([null, 500 / 10_500, -2_000 / 6_000]);
  });

  it('is as old as the oldest of its prices', () => {
    expect(review.asOf).toBe('2026-11-20');
  });

  it('is divided by class and by grade, in their order', () => {
    expect(review.byClass.map(({ key, value }) => [key, value])).toEqual([
      ['deposit', 20_000],
      ['bond', 11_000],
      ['equity', 4_000],
    ]);
    expect(review.byGrade.map(({ key, value }) => [key, value])).toEqual([
      [2, 11_000],
      [4, 4_000],
      [null, 20_000],
    ]);
  });

  it('names what is more than three tenths of it', () => {
    expect(review.concentrated).toEqual(['CK0012', 'QY0021']);
  });

  it('weighs the grades of what is graded, and names what is above the class', () => {
    expect(review.risk.weightedGrade).toBeCloseTo((11_000 * 2 + 4_000 * 4) / 15_000, 12);
    expect(review.risk.gradedShare).toBeCloseTo(15_000 / 35_000, 12);
    expect(review.risk.above).toEqual(['QY0060']);
  });

  it('takes the greater of the seller’s and the issuer’s grade', () => {
    const index = portfolio([['LX0050', 100, 100]], { LX0050: { '2026-11-24': 1 } });
    expect(reviewPortfolio(index, 3, TODAY).risk).toMatchObject({
      weightedGrade: 4,
      above: ['LX0050'],
    });
  });

  it('finds nothing above a class that was never assessed', () => {
    expect(reviewPortfolio(three, null, TODAY).risk).toMatchObject({ tolerance: null, above: [] });
  });

  it('is empty of one who holds nothing, or only what was sold off', () => {
    const sold = portfolio([['QY0021', 0, 0]], { QY0021: { '2026-11-24': 1 } });
    expect(reviewPortfolio(sold, 3, TODAY)).toMatchObject({
      positions: [],
      value: 0,
      profit: null,
      return: null,
      concentrated: [],
      risk: { weightedGrade: null, gradedShare: 0 },
    });
    expect(reviewPortfolio(portfolio([], {}), 3, TODAY).asOf).toBeNull();
  });

  it('says nothing of concentration where there is one product only', () => {
    const one = portfolio([['QY0021', 1, 1]], {});
    expect(reviewPortfolio(one, 3, TODAY).concentrated).toEqual([]);
  });

  it('adds up: parts are the whole, shares are one, gains are value less cost', () => {
    const codes = ['QY0021', 'QY0060', 'LX0088', 'QY0003', 'YX0301'];
    const held = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...codes),
        fc.double({ min: 0.01, max: 1e7, noNaN: true }),
        fc.integer({ min: 1, max: 1e9 }).map((one) => one / 100),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
      ),
      { selector: ([code]) => code, minLength: 1 },
    );
    fc.assert(
      fc.property(held, (rows) => {
        const record = portfolio(
          rows.map(([code, units, cost]) => [code, units, cost] as const),
          Object.fromEntries(rows.map(([code, , , nav]) => [code, { '2026-11-24': nav }])),
        );
        const { positions, value, cost, profit, byClass, byGrade } = reviewPortfolio(
          record,
          3,
          TODAY,
        );
        const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
        expect(sum(positions.map((one) => one.value))).toBeCloseTo(value, 2);
        expect(sum(byClass.map((one) => one.value))).toBeCloseTo(value, 2);
        expect(sum(byGrade.map((one) => one.value))).toBeCloseTo(value, 2);
        expect(profit).toBeCloseTo(value - cost, 2);
        if (value > 0) expect(sum(positions.map((one) => one.share))).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('the class of a holding', () => {
  it('is one of the eight for every product of the shelf', () => {
    const classes = new Set(demoShelf.map(holdingClass));
    expect([...classes].sort()).toEqual([...HOLDING_CLASSES].sort());
  });
});
