import { describe, expect, it } from '@jest/globals';
import { metric } from '../../../src/advice/allocation/metrics.js';

const cov = [
  [0.04, 0.01],
  [0.01, 0.09],
];
const weights = [0.5, 0.5];

describe('a metric', () => {
  it('is the variance of weights, or of their distance from a benchmark', () => {
    expect(metric({ kind: 'variance', weights, cov }).values![0]).toBeCloseTo(0.0375, 14);
    const tracking = { kind: 'tracking_error_variance', weights, cov, benchmark: [1, 0] } as const;
    expect(metric(tracking).values![0]).toBeCloseTo(0.25 * (0.04 - 0.02 + 0.09), 14);
  });

  it('is return, volatility and Sharpe ratio', () => {
    const found = metric({ kind: 'performance', weights, cov, mu: [0.06, 0.1], rf: 0.02 });
    expect(found.values![0]).toBeCloseTo(0.08, 14);
    expect(found.values![2]).toBeCloseTo(0.06 / Math.sqrt(0.0375), 12);
  });

  it('weighs by inverse variance in a cluster, by inverse volatility of variances given', () => {
    const parts = [0.09 / 0.13, 0.04 / 0.13];
    const expected =
      parts[0]! ** 2 * 0.04 + 2 * parts[0]! * parts[1]! * 0.01 + parts[1]! ** 2 * 0.09;
    expect(metric({ kind: 'cluster_variance', weights: [0], cov }).values![0]).toBeCloseTo(
      expected,
      14,
    );
    const byVolatility = metric({ kind: 'inverse_volatility', weights: [0.04, 0.16] }).values!;
    expect(byVolatility[0]).toBeCloseTo(2 / 3, 14);
  });
});
