import { describe, expect, it } from '@jest/globals';
import { strategicMix } from '../../../../src/advice/allocation/strategic/mix.js';
import { pastPerformance } from '../../../../src/advice/allocation/strategic/past-performance.js';
import { riskReturnOf } from '../../../../src/advice/allocation/strategic/risk-return.js';
import { loadMarket } from '../../../../src/app/market.js';

const basis = loadMarket();
const mixOf = (riskClass: 1 | 2 | 3 | 4 | 5) => strategicMix(basis, riskClass).weights;

describe('risk and return', () => {
  it('sets a mix among those of all classes, each with its loss, in one window', () => {
    const past = riskReturnOf(basis, mixOf(3));
    expect(past?.classes.map(({ riskClass }) => riskClass)).toEqual([1, 2, 3, 4, 5]);
    expect([past?.from, past?.to]).toEqual(['2008-01', '2026-07']);
    expect(past?.own).toEqual({
      annualReturn: past?.classes[2]?.annualReturn,
      maxDrawdown: past?.classes[2]?.maxDrawdown,
    });
  });

  it('is the past of the very mix', () => {
    const alone = pastPerformance(basis, mixOf(2));
    expect(alone).toMatchObject(riskReturnOf(basis, mixOf(2))!.own);
  });

  it('has fallen further with every class', () => {
    const falls = riskReturnOf(basis, mixOf(1))!.classes.map(({ maxDrawdown }) => maxDrawdown);
    expect(falls).toEqual([...falls].sort((a, b) => a - b));
  });

  it('brings the cautions of what it holds', () => {
    expect(riskReturnOf(basis, mixOf(3))?.cautions.join()).toContain('不含分红');
  });

  it('is not had where the history is too short for a year', () => {
    const history = { ...basis.history, months: basis.history.months.slice(0, 9) };
    expect(riskReturnOf({ ...basis, history }, mixOf(3))).toBeNull();
  });
});
