import { describe, expect, it } from '@jest/globals';
import { backtestMethod } from '../../../../src/advice/allocation/backtest/mix-backtest.js';
import { strategicMix } from '../../../../src/advice/allocation/strategic/mix.js';
import { RISK_CLASSES } from '../../../../src/advice/allocation/strategic/policy.js';
import { loadMarket } from '../../../../src/app/market.js';

const market = loadMarket();
const mixes = RISK_CLASSES.map((one) => strategicMix(market, one));

describe('the method of the mixes, walked forward', () => {
  const backtest = backtestMethod(market, mixes);

  it('is judged on months after the five years it looks at first and one left out', () => {
    expect([backtest.from, backtest.to]).toEqual(['2013-02', '2026-07']);
  });

  it('counts every class but cash as a trial', () => {
    expect(backtest.classes.map(({ riskClass }) => riskClass)).toEqual([2, 3, 4, 5]);
    expect(backtest.judgement.trials).toBe(4);
  });

  it('moves more and fell deeper with every class', () => {
    for (const measure of ['volatility', 'maxDrawdown'] as const) {
      const values = backtest.classes.map((one) => one[measure]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it('pays for what it trades', () => {
    for (const { turnover } of backtest.classes) {
      expect(turnover).toBeGreaterThan(0);
      expect(turnover).toBeLessThan(0.5);
    }
  });
});
