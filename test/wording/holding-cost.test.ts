import { describe, expect, it } from '@jest/globals';
import { breakEven, holdingCost } from '../../src/wording/holding-cost.js';
import { TODAY, demoProduct } from '../demo/demo-shelf.js';

const [a, c] = [demoProduct('QY0045'), demoProduct('QY0046')];
const share = (product: typeof a, days: number, amount = 10_000) =>
  Number((holdingCost(product, days, amount, TODAY) * 100).toFixed(4));

describe('what holding a fund costs', () => {
  it('takes the purchase fee once and the redemption fee of the days held', () => {
    expect(share(a, 6)).toBe(2);
    expect(share(a, 60)).toBe(1);
    expect(share(a, 400)).toBe(0.5);
  });

  it('takes the sales service fee by the day, and no more after its last day', () => {
    expect(share(c, 182)).toBe(0.1995);
    expect(share(c, 365)).toBe(0.4);
    expect(share(c, 900)).toBe(0.4);
  });

  it('charges what the purchase amount calls for', () => {
    expect(share(a, 400, 2_000_000)).toBe(0.3);
    expect(share(a, 400, 10_000_000)).toBe(0.01);
  });
});

describe('the day on which two classes cost the same', () => {
  it('is the last one on which the cheaper one at first still costs less', () => {
    const turn = breakEven(a, c, 2_000_000, TODAY);
    expect(turn).toEqual({ first: 'C', from: 274 });
    expect(share(c, 273, 2_000_000)).toBeLessThan(share(a, 273, 2_000_000));
    expect(share(c, 274, 2_000_000)).toBeGreaterThan(share(a, 274, 2_000_000));
  });

  it('is none where the one never costs more', () => {
    expect(breakEven(a, c, 10_000, TODAY)).toEqual({ first: 'C', from: null });
  });

  it('is not worked out where the classes are not managed for the same fee', () => {
    expect(breakEven(demoProduct('QY0021'), c, 10_000, TODAY)).toBeNull();
  });
});
