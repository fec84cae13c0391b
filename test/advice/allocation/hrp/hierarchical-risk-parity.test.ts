import { describe, expect, it } from '@jest/globals';
import { hierarchicalRiskParity } from '../../../../src/advice/allocation/hrp/hierarchical-risk-parity.js';
import { RISK_MEASURES } from '../../../../src/advice/allocation/measures/measure.js';
import { scenarios } from '../scenarios.js';

const total = (weights: readonly number[]): number => weights.reduce((sum, w) => sum + w, 0);

describe('hierarchical risk parity', () => {
  it('splits uncorrelated assets in inverse proportion to their variance', () => {
    const { weights, certificate } = hierarchicalRiskParity({
      cov: [
        [0.04, 0],
        [0, 0.01],
      ],
      linkage: 'single',
    });
    expect(weights[0]).toBeCloseTo(0.2, 15);
    expect(weights[1]).toBeCloseTo(0.8, 15);
    expect(certificate).toBeNull();
  });

  it('halves the line of leaves and weighs each half by the other’s risk, as worked out by hand', () => {
    const cov = [
      [0.04, 0, 0.018],
      [0, 0.01, 0],
      [0.018, 0, 0.09],
    ];
    // assets 0 and 2 are the near ones: the line is 1 | 0 2
    const pair = { left: 9 / 13, right: 4 / 13 };
    const risk =
      pair.left ** 2 * 0.04 + 2 * pair.left * pair.right * 0.018 + pair.right ** 2 * 0.09;
    const first = 1 - 0.01 / (0.01 + risk);
    const { weights } = hierarchicalRiskParity({ cov, linkage: 'single' });
    expect(weights[1]).toBeCloseTo(first, 14);
    expect(weights[0]).toBeCloseTo((1 - first) * pair.left, 14);
    expect(weights[2]).toBeCloseTo((1 - first) * pair.right, 14);
  });

  it.each(RISK_MEASURES)('adds up to 1 with nothing sold short by %s', (measure) => {
    const { weights } = hierarchicalRiskParity({
      returns: scenarios(120, 7),
      measure,
      linkage: 'ward',
      optimal_ordering: true,
    });
    expect(total(weights)).toBeCloseTo(1, 12);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  it('gives the same by covariance as by returns', () => {
    const returns = scenarios(80, 5);
    const means = returns[0]!.map((_, j) => returns.reduce((sum, row) => sum + row[j]!, 0) / 80);
    const cov = means.map((a, i) =>
      means.map(
        (b, j) => returns.reduce((sum, row) => sum + (row[i]! - a) * (row[j]! - b), 0) / 79,
      ),
    );
    const byCov = hierarchicalRiskParity({ cov, linkage: 'average' });
    const byReturns = hierarchicalRiskParity({ returns, linkage: 'average' });
    byCov.weights.forEach((w, j) => expect(w).toBeCloseTo(byReturns.weights[j]!, 13));
  });

  it('does not mind the unit of returns', () => {
    const returns = scenarios(80, 6);
    const scaled = returns.map((row) => row.map((x) => x * 1e-4));
    const [plain, small] = [returns, scaled].map((given) =>
      hierarchicalRiskParity({ returns: given, measure: 'CVaR', linkage: 'complete' }),
    );
    plain!.weights.forEach((w, j) => expect(w).toBeCloseTo(small!.weights[j]!, 12));
  });

  it('gives a riskless asset all of its cluster', () => {
    const { weights } = hierarchicalRiskParity({
      cov: [
        [0.04, 0],
        [0, 0],
      ],
      linkage: 'single',
    });
    expect(weights).toEqual([0, 1]);
  });

  it('refuses a measure of returns without returns', () => {
    expect(() =>
      hierarchicalRiskParity({
        cov: [
          [1, 0],
          [0, 1],
        ],
        measure: 'CVaR',
        linkage: 'single',
      }),
    ).toThrow(RangeError);
  });
});
