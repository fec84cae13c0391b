import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASSET_CLASSES } from '../../../../src/advice/allocation/market/asset-class.js';
import { resampledBands } from '../../../../src/advice/allocation/strategic/bands.js';
import { strategicMix } from '../../../../src/advice/allocation/strategic/mix.js';
import { bindingWords, mixFacts } from '../../../../src/advice/allocation/strategic/mix-facts.js';
import { RISK_CLASSES } from '../../../../src/advice/allocation/strategic/policy.js';
import { loadMarket } from '../../../../src/app/market.js';

const market = loadMarket();
const { policy, series } = market;
const percent = (weight: number): number => Math.round(weight * 100);

describe('the mix of a risk class', () => {
  it('gives someone who may lose nothing cash alone', () => {
    expect(strategicMix(market, 1).weights.cash).toBe(1);
  });

  it('holds no shares below C3', () => {
    expect(strategicMix(market, 2).weights).toMatchObject({ a_shares: 0, us_equity: 0, gold: 0 });
  });

  it('takes more risk and assumes more return with every class', () => {
    const mixes = RISK_CLASSES.map((one) => strategicMix(market, one));
    for (const measure of ['volatility', 'expectedReturn', 'historyLoss'] as const) {
      const values = mixes.map((mix) => mix[measure]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(new Set(values).size).toBe(5);
    }
  });

  it('uses the stated losses of the suitability gate, whatever the house states', () => {
    expect(policy.statedLoss).toEqual({ 1: 0, 2: 0.05, 3: 0.15, 4: 0.3, 5: 0.6 });
    const bolder = loadMarket({ statedLossPct: [0, 6, 20, 35, 70] });
    expect(bolder.policy.statedLoss).toEqual({ 1: 0, 2: 0.06, 3: 0.2, 4: 0.35, 5: 0.7 });
    expect(strategicMix(bolder, 3).lossLimit).toBe(0.2);
  });

  it('keeps every rule of its class, whatever the customer can bear', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RISK_CLASSES),
        fc.double({ min: 0, max: 0.7, noNaN: true }),
        (riskClass, bearable) => {
          const mix = strategicMix(market, riskClass, bearable);
          const limit = Math.min(bearable, policy.statedLoss[riskClass]);
          const rules = policy.classes[riskClass];
          const sum = ASSET_CLASSES.reduce((total, name) => total + percent(mix.weights[name]), 0);
          expect(sum).toBe(100);
          expect(mix.historyLoss).toBeLessThanOrEqual(limit);
          expect(mix.volatility).toBeLessThanOrEqual(rules.volatility);
          expect(mix.weights.cash).toBeGreaterThanOrEqual(policy.cashFloor);
          const stated = ASSET_CLASSES.reduce(
            (total, name) =>
              total + mix.weights[name] * policy.statedLoss[series.classes[name].grade],
            0,
          );
          expect(stated).toBeLessThanOrEqual(limit + 1e-12);
          expect(mix.weights.a_shares + mix.weights.us_equity).toBeLessThanOrEqual(
            rules.equity + 1e-12,
          );
          for (const name of ASSET_CLASSES) {
            expect(mix.weights[name]).toBeLessThanOrEqual(rules.caps[name] + 1e-12);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lowers the risk for 「最多亏一成」 under what C4 would allow', () => {
    const mix = strategicMix(market, 4, 0.1);
    expect(mix.lossLimit).toBe(0.1);
    expect(mix.volatility).toBeLessThan(strategicMix(market, 4).volatility);
    expect(mix.binding.map(({ rule }) => rule)).toContain('stated_loss');
  });
});

describe('the bands of a mix', () => {
  const mix = strategicMix(market, 3);
  const bands = resampledBands(market, mix);

  it('come out the same for the same seed', () => {
    expect(resampledBands(market, mix)).toEqual(bands);
  });

  it('hold the mix and stay inside the caps', () => {
    for (const name of ASSET_CLASSES) {
      expect(bands[name].low).toBeLessThanOrEqual(mix.weights[name]);
      expect(bands[name].high).toBeGreaterThanOrEqual(mix.weights[name]);
      expect(bands[name].high).toBeLessThanOrEqual(policy.classes[3].caps[name]);
    }
  });

  it('narrow as the assumptions rest on more years', () => {
    const width = (years: number): number => {
      const basis = {
        ...market,
        policy: { ...policy, resampling: { ...policy.resampling, draws: 50, years } },
      };
      const of = resampledBands(basis, mix);
      return ASSET_CLASSES.reduce((sum, name) => sum + of[name].high - of[name].low, 0);
    };
    expect(width(1_000)).toBeLessThan(width(40) / 2);
  });
});

describe('what is said of a mix', () => {
  const mix = strategicMix(market, 3);
  const bands = resampledBands(market, mix);

  it('states parts that sum to a hundred', () => {
    const parts = mixFacts(mix, mix, bands, series).filter(({ label }) => label.endsWith('的比例'));
    expect(parts.reduce((sum, { value }) => sum + Number(value), 0)).toBe(100);
  });

  it('never states what is assumed to be earned', () => {
    const facts = mixFacts(mix, mix, bands, series);
    expect(facts.filter(({ label }) => /收益|回报/.test(label))).toEqual([]);
  });

  it('says first that the worst of the past forbids more', () => {
    expect(bindingWords(mix, series)[0]).toContain('历史上最差的那段时间');
  });

  it('tells C1 that shares are above the class, not that they are full', () => {
    expect(bindingWords(strategicMix(market, 1), series)).toContain('A 股超出了您的风险等级');
  });
});
