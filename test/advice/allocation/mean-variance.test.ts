import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AllocationAnswer } from '../../../src/advice/allocation/answer.js';
import { meanVariance } from '../../../src/advice/allocation/mean-variance/mean-variance.js';
import type { MeanVarianceInput } from '../../../src/advice/allocation/mean-variance/problem.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../src/app/solver.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

const solve = (input: MeanVarianceInput) => meanVariance(input, solver) as AllocationAnswer;
const priceOf = ({ binding }: AllocationAnswer, name: string): number | undefined =>
  binding.find(({ rule }) => rule === name)?.shadow_price;

/** Two assets without correlation: everything is known in closed form. */
const cov = [
  [0.04, 0],
  [0, 0.01],
];
const mu = [0.1, 0.04];

describe('mean-variance', () => {
  it('holds uncorrelated assets in inverse proportion to variance for the least of it', () => {
    const found = solve({ cov, mu, objective: 'min_variance' });
    expect(found.weights![0]).toBeCloseTo(0.2, 12);
    expect(found.report.volatility).toBeCloseTo(Math.sqrt(0.008), 12);
    expect(found.report.return).toBeCloseTo(0.052, 12);
  });

  it('prices the rules: what the objective would gain per unit', () => {
    const capped = (cap: number) => solve({ cov, lb: 0, ub: [1, cap], objective: 'min_variance' });
    const step = 1e-6;
    const variance = (cap: number): number => capped(cap).report.volatility! ** 2;
    const gained = (variance(0.5) - variance(0.5 + step)) / step;
    expect(priceOf(capped(0.5), 'ub[1]')).toBeCloseTo(gained, 6);
    expect(priceOf(capped(0.5), 'sum')).toBeCloseTo(-0.04, 9);
    expect(capped(0.5).binding.map(({ rule }) => rule)).toEqual(['sum', 'ub[1]']);
  });

  it('maximises utility net of costs: small gains are not worth a trade', () => {
    const tx = { k: 0.05, w_prev: [0.5, 0.5] };
    const held = solve({ cov, mu, objective: 'max_utility', risk_aversion: 1, tx });
    expect(held.weights).toEqual([0.5, 0.5]);
    const traded = solve({
      cov,
      mu,
      objective: 'max_utility',
      risk_aversion: 1,
      tx: { k: 0.01, w_prev: [0.5, 0.5] },
    });
    // Slope between the assets: 0.06 − 0.04·w + 0.01·(1 − w), against 0.01 + 0.01 for both trades.
    expect(traded.weights![0]).toBeCloseTo(1, 9);
  });

  it('keeps a target return exactly or at least', () => {
    const low = { cov, mu, target_return: 0.045, objective: 'min_variance_return' } as const;
    expect(solve(low).report.return).toBeCloseTo(0.052, 12);
    expect(solve({ ...low, equality: true }).report.return).toBeCloseTo(0.045, 12);
  });

  it('uses up the volatility it may have, at a price', () => {
    const at = (target_vol: number) => solve({ cov, mu, target_vol, objective: 'max_return_vol' });
    const found = at(0.12);
    expect(found.report.volatility).toBeCloseTo(0.12, 12);
    const step = 1e-6;
    const gained = (at(0.12 + step).report.return! - found.report.return!) / step;
    expect(priceOf(found, 'target_vol')).toBeCloseTo(gained, 4);
    const idle = at(0.5);
    expect(idle.weights![0]).toBeCloseTo(1, 12);
    expect(priceOf(idle, 'target_vol')).toBeUndefined();
  });

  it('finds the tangency portfolio, also when all lose less than what is riskless', () => {
    // Σ⁻¹(mu − rf), scaled to sum 1.
    const found = solve({ cov, mu, rf: 0.02, objective: 'max_sharpe' });
    expect(found.weights![0]).toBeCloseTo(0.08 / 0.04 / (0.08 / 0.04 + 0.02 / 0.01), 12);
    const price = priceOf(solve({ cov, mu, rf: 0.02, ub: 0.5, objective: 'max_sharpe' }), 'ub[0]');
    expect(price ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('is unbounded where a riskless portfolio earns more than rf, and in returns without bounds', () => {
    const riskless = [
      [0, 0],
      [0, 0.01],
    ];
    expect(
      meanVariance({ cov: riskless, mu: [0.05, 0.1], objective: 'max_sharpe' }, solver),
    ).toEqual({
      refused: 'unbounded',
    });
    expect(
      meanVariance(
        { cov: riskless.map(() => [0, 0]), mu, lb: null, ub: null, objective: 'max_utility' },
        solver,
      ),
    ).toEqual({ refused: 'unbounded' });
  });

  it('meets another sum than 1, and groups at both ends', () => {
    const neutral = solve({
      cov: [...cov.map((row) => [...row, 0]), [0, 0, 0.02]],
      mu: [0.1, 0.04, 0.02],
      lb: -1,
      ub: 1,
      sum: 0,
      groups: [{ idx: [0, 1], min: 0.1, max: 0.3 }],
      objective: 'max_utility',
      risk_aversion: 1,
    });
    const [a, b, c] = neutral.weights as [number, number, number];
    expect(a + b + c).toBeCloseTo(0, 12);
    expect(a + b).toBeCloseTo(0.3, 12);
    expect(priceOf(neutral, 'groups[0].max')).toBeGreaterThan(0);
  });

  it('regularises with l2', () => {
    const found = solve({ cov, objective: 'min_variance', l2: 0.02 });
    expect(found.weights![0]).toBeCloseTo(0.03 / (0.06 + 0.03), 12);
  });
});
