import { describe, expect, it } from '@jest/globals';
import { byClass } from '../../../../src/advice/allocation/market/asset-class.js';
import { maxDrawdown } from '../../../../src/advice/allocation/strategic/drawdown.js';
import { pastPerformance } from '../../../../src/advice/allocation/strategic/past-performance.js';
import { loadMarket } from '../../../../src/app/market.js';

const market = loadMarket();
const aShares = byClass((name) => (name === 'a_shares' ? 1 : 0));

function performanceOf(window?: { from: string; to: string }) {
  const past = pastPerformance(market, aShares, window);
  if (typeof past === 'string') throw new Error(past);
  return past;
}

describe('past performance', () => {
  it('is that of the levels: return from first to last, drawdown from high to low', () => {
    const past = performanceOf();
    expect(past.totalReturn).toBeCloseTo(4702.427 / 4620.401 - 1, 10);
    expect(past.maxDrawdown).toBeCloseTo(0.6441026408959152, 10);
    expect([past.peak, past.trough, past.recovered]).toEqual(['2008-02', '2008-10', '2015-04']);
  });

  it('is not had over six months or less', () => {
    expect(pastPerformance(market, aShares, { from: '2026-01', to: '2026-07' })).toBe(
      'window_too_short',
    );
    expect(performanceOf({ from: '2025-12', to: '2026-07' }).months).toBe(7);
  });

  it('is not annualised below a year', () => {
    expect(performanceOf({ from: '2025-12', to: '2026-07' }).annualReturn).toBeNull();
    expect(performanceOf({ from: '2025-07', to: '2026-07' }).annualReturn).not.toBeNull();
  });

  it('is not had for months that are not in the history', () => {
    expect(pastPerformance(market, aShares, { from: '2007-01', to: '2026-07' })).toBe(
      'window_outside_history',
    );
    expect(pastPerformance(market, aShares, { from: '2020-01', to: '2026-12' })).toBe(
      'window_outside_history',
    );
  });

  it('has its window and the loss beside the return', () => {
    expect(performanceOf()).toMatchObject({ from: '2008-01', to: '2026-07', months: 222 });
    expect(performanceOf().annualReturn).toBeCloseTo(0.001, 3);
    expect(performanceOf().maxDrawdown).toBeGreaterThan(0.6);
  });

  it('says that dividends are not in a price index', () => {
    expect(performanceOf().cautions).toEqual(['A 股：价格指数，不含分红']);
  });
});

describe('the largest drawdown', () => {
  it('runs from the high before the low, and says where it was made good', () => {
    expect(maxDrawdown([0.1, -0.5, 0.2, 1, 0.1])).toEqual({
      depth: expect.closeTo(0.5, 12),
      peak: 1,
      trough: 2,
      recovered: 4,
    });
  });

  it('knows a loss from the very start', () => {
    expect(maxDrawdown([-0.2, 0.1])).toMatchObject({ peak: 0, trough: 1, recovered: null });
  });
});
