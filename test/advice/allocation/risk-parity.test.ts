import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AllocationAnswer } from '../../../src/advice/allocation/answer.js';
import { isRefusal } from '../../../src/advice/allocation/answer.js';
import { mostDiversified } from '../../../src/advice/allocation/diversification.js';
import { riskParity } from '../../../src/advice/allocation/risk-parity/risk-parity.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../src/app/solver.js';
import { covarianceOf, drawsFrom } from './instances.js';
import { inner } from './oracle.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

/** Shares of the variance. */
const sharesOf = (cov: number[][], w: readonly number[]): number[] => {
  const image = cov.map((row) => inner(row, w));
  return w.map((weight, i) => (weight * image[i]!) / inner(image, w));
};

describe('risk parity', () => {
  it('holds uncorrelated assets in inverse proportion to volatility', () => {
    const found = riskParity(
      { cov: [0.01, 0.04, 0.09, 0.16].map((v, i, all) => all.map((_, j) => (i === j ? v : 0))) },
      solver,
    );
    const weights = (found as AllocationAnswer).weights!;
    [0.48, 0.24, 0.16, 0.12].forEach((value, i) => expect(weights[i]).toBeCloseTo(value, 12));
  });

  it('spreads the risk as budgeted to 1e-12, or has no risk to spread', () => {
    let spread = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const draws = drawsFrom(seed);
        const n = 2 + Math.floor(draws.uniform() * 12);
        const cov = covarianceOf(draws, n);
        const raw = cov.map(() => 0.1 + draws.uniform());
        const total = raw.reduce((sum, value) => sum + value, 0);
        const found = riskParity({ cov, budgets: raw }, solver);
        if (isRefusal(found)) return;
        spread += 1;
        expect(found.certificate).toMatchObject({ status: 'optimal' });
        sharesOf(cov, found.weights!).forEach((share, i) =>
          expect(Math.abs(share - raw[i]! / total)).toBeLessThanOrEqual(1e-12),
        );
      }),
      { seed: 3, numRuns: 300 },
    );
    expect(spread).toBeGreaterThan(250);
  });

  it('gives a capped asset its cap and the others equal risk', () => {
    const cov = [
      [0.04, 0.01, 0.002],
      [0.01, 0.09, 0.003],
      [0.002, 0.003, 0.01],
    ];
    const found = riskParity({ cov, ub: [1, 1, 0.4] }, solver) as AllocationAnswer;
    const shares = sharesOf(cov, found.weights!);
    expect(found.weights![2]).toBe(0.4);
    expect(shares[0]).toBeCloseTo(shares[1]!, 9);
    expect(found.certificate!.status).toBe('optimal');
    expect(found.binding.map(({ rule }) => rule)).toEqual(['ub[2]']);
  });

  it('names the rule that leaves no room', () => {
    const cov = [
      [0.04, 0],
      [0, 0.04],
    ];
    expect(riskParity({ cov, ub: [0, 1] }, solver)).toEqual({
      refused: 'infeasible',
      conflict: ['ub[0]'],
    });
    expect(riskParity({ cov, ub: 0.4 }, solver)).toEqual({
      refused: 'infeasible',
      conflict: ['sum', 'ub[0]', 'ub[1]'],
    });
    const riskless = [
      [0, 0],
      [0, 0.04],
    ];
    expect(riskParity({ cov: riskless }, solver)).toEqual({
      refused: 'infeasible',
      conflict: ['budgets[0]'],
    });
  });

  it('refuses where a hedge carries no risk at all', () => {
    const hedged = [
      [0.04, -0.04],
      [-0.04, 0.04],
    ];
    expect(riskParity({ cov: hedged }, solver)).toEqual({ refused: 'unbounded' });
  });
});

describe('the most diversified portfolio', () => {
  it('weighs by inverse volatility times the least-variance weights of the correlations', () => {
    const cov = [
      [0.04, 0.01],
      [0.01, 0.01],
    ];
    const found = mostDiversified({ cov }, solver) as AllocationAnswer;
    expect(found.weights![0]).toBeCloseTo(1 / 3, 12);
    expect(found.certificate!.gap).toBeLessThanOrEqual(1e-9);
    expect(Object.keys(found.report)).toEqual(['volatility']);
  });
});
