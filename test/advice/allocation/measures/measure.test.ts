import { describe, expect, it } from '@jest/globals';
import {
  portfolioSeries,
  RISK_MEASURES,
  riskOf,
  type RiskMeasure,
} from '../../../../src/advice/allocation/measures/measure.js';

/** Up 10 %, down 20 %, up 10 %, down 5 %: mean −1.25 %. */
const SERIES = Float64Array.of(0.1, -0.2, 0.1, -0.05);
/** The running sum from 0: 0.1, −0.1, 0, −0.05; so the drawdowns are 0, 0.2, 0.1, 0.15. */
const EXPECTED: Readonly<Partial<Record<RiskMeasure, number>>> = {
  MV: Math.sqrt((2 * 0.1125 ** 2 + 0.1875 ** 2 + 0.0375 ** 2) / 3),
  MAD: (2 * 0.1125 + 0.1875 + 0.0375) / 4,
  // pairs: .3 ×2, .15 ×2, .15, 0
  GMD: (0.3 + 0.3 + 0.15 + 0.15 + 0.15 + 0) / 6,
  MSV: Math.sqrt((0.1875 ** 2 + 0.0375 ** 2) / 3),
  SV: Math.sqrt((0.2 ** 2 + 0.05 ** 2) / 4),
  FLPM: (0.21 + 0.06) / 4,
  SLPM: Math.sqrt((0.21 ** 2 + 0.06 ** 2) / 3),
  VaR: 0.05,
  CVaR: (0.2 + 0.05) / 2,
  CVRG: 0.125 + 0.1,
  WR: 0.2,
  RG: 0.3,
  MDD: 0.2,
  ADD: 0.45 / 4,
  DaR: 0.15,
  CDaR: 0.175,
  UCI: Math.sqrt((0.2 ** 2 + 0.1 ** 2 + 0.15 ** 2) / 4),
  MDD_Rel: 0.2,
  // 1.1, 0.88, 0.968, 0.9196 under the peak 1.1
  ADD_Rel: (0.2 + 0.12 + 0.164) / 4,
  DaR_Rel: 0.164,
  CDaR_Rel: 0.182,
  UCI_Rel: Math.sqrt((0.2 ** 2 + 0.12 ** 2 + 0.164 ** 2) / 4),
};
const parameters = { alpha: 0.5, threshold: 0.01 };

describe('a risk measure', () => {
  it.each(Object.entries(EXPECTED))(
    '%s of a small series is as worked out by hand',
    (name, risk) => {
      expect(riskOf(name as RiskMeasure, SERIES, parameters)).toBeCloseTo(risk, 14);
    },
  );

  it('of EVaR stands between CVaR and the worst loss, and no scale gives less', () => {
    const risk = riskOf('EVaR', SERIES, parameters);
    expect(risk).toBeGreaterThan(EXPECTED.CVaR!);
    expect(risk).toBeLessThan(EXPECTED.WR!);
    const at = (scale: number): number =>
      scale * Math.log(SERIES.reduce((sum, x) => sum + Math.exp(-x / scale), 0) / (0.5 * 4));
    const least = Math.min(...Array.from({ length: 4000 }, (_, k) => at(0.001 * 1.003 ** k)));
    expect(risk).toBeLessThanOrEqual(least + 1e-15);
    expect(risk).toBeCloseTo(least, 6);
  });

  it('of EVaR is the worst loss where the tail is no longer than one period', () => {
    expect(riskOf('EVaR', SERIES, { alpha: 0.25, threshold: 0 })).toBe(0.2);
  });

  it('of EDaR is EVaR of the drawdowns', () => {
    const drawdowns = Float64Array.of(0, -0.2, -0.1, -0.15);
    expect(riskOf('EDaR', SERIES, parameters)).toBeCloseTo(
      riskOf('EVaR', drawdowns, parameters),
      14,
    );
  });

  it.each(RISK_MEASURES)('%s grows with what is at stake', (measure) => {
    if (measure.endsWith('_Rel')) return;
    const double = riskOf(
      measure,
      SERIES.map((x) => 2 * x),
      { alpha: 0.5, threshold: 0.02 },
    );
    expect(double).toBeCloseTo(2 * riskOf(measure, SERIES, parameters), 12);
  });

  it('reads the returns of a portfolio from those of its assets', () => {
    expect([
      ...portfolioSeries(
        [
          [0.1, 0.3],
          [0, -0.2],
        ],
        [0.5, 0.5],
      ),
    ]).toEqual([0.2, -0.1]);
  });
});
