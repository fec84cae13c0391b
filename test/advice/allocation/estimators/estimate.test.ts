import { describe, expect, it } from '@jest/globals';
import type { EstimatorInput } from '../../../../src/advice/allocation/estimators/estimate.js';
import { estimate } from '../../../../src/advice/allocation/estimators/estimate.js';

const returns = [
  [0.01, 0.02, -0.01],
  [0.03, -0.01, 0.02],
  [-0.02, 0.01, 0],
  [0, 0.03, 0.01],
  [0.015, -0.005, -0.02],
  [0.02, 0.01, 0.005],
];
const prices = [
  [100, 50],
  [110, 45],
  [121, 54],
];

const valuesOf = (input: EstimatorInput): readonly number[] => estimate(input).values ?? [];

describe('an estimator', () => {
  it('reads growth, mean and covariance from prices', () => {
    expect(valuesOf({ kind: 'prices_cagr', data: prices })[0]).toBeCloseTo(0.1, 12);
    expect(valuesOf({ kind: 'prices_cagr', data: prices, frequency: 2 })[1]).toBeCloseTo(0.08, 12);
    expect(valuesOf({ kind: 'prices_mean', data: prices, frequency: 12 })[1]).toBeCloseTo(0.6, 12);
    const [, covariance, , variance] = valuesOf({ kind: 'prices_cov', data: prices });
    expect(covariance).toBeCloseTo(0, 12);
    expect(variance).toBeCloseTo(0.045, 12);
    const logs = valuesOf({ kind: 'prices_logcov', data: prices });
    expect(logs[3]).toBeCloseTo(Math.log(1.2 / 0.9) ** 2 / 2, 12);
  });

  it('divides a sample by T − 1 and scales it to a year', () => {
    const cov = valuesOf({ kind: 'sample_cov', data: returns, frequency: 12 });
    expect(cov).toHaveLength(9);
    expect(cov[1]).toBe(cov[3]);
    const mean = 0.055 / 6;
    const squares = returns.reduce((sum, [a]) => sum + (a! - mean) ** 2, 0);
    expect(cov[0]).toBeCloseTo((12 * squares) / 5, 14);
  });

  it('counts only what fell below the benchmark', () => {
    const semi = valuesOf({ kind: 'semicov', data: returns, benchmark: 0.001, frequency: 12 });
    expect(semi[0]).toBeCloseTo((12 * (0.021 ** 2 + 0.001 ** 2)) / 6, 14);
    expect(semi[1]).toBeCloseTo(0, 14);
  });

  it('weighs late periods more, as numpy computes it', () => {
    const cov = valuesOf({ kind: 'exp_cov', data: returns, span: 4 });
    expect(cov[1]).toBeCloseTo(-6.948323188924693e-5, 15);
    expect(cov[8]).toBeCloseTo(0.00015310896288339896, 15);
  });

  it('shrinks as far as its rule says, the intensity first', () => {
    expect(valuesOf({ kind: 'lw_constant_correlation', data: returns })[0]).toBeCloseTo(
      0.8740247597323738,
      12,
    );
    for (const kind of ['ledoit_wolf', 'oas'] as const) {
      const [intensity, ...cov] = valuesOf({ kind, data: returns });
      // Six periods of three assets are too few to trust any covariance.
      expect(intensity).toBe(1);
      expect(cov[0]).toBeCloseTo(cov[4]!, 15);
      expect(cov[1]).toBe(0);
    }
  });
});
