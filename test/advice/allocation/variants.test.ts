import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AllocationAnswer } from '../../../src/advice/allocation/answer.js';
import { isRefusal } from '../../../src/advice/allocation/answer.js';
import { mostDiversified } from '../../../src/advice/allocation/diversification.js';
import { meanVariance } from '../../../src/advice/allocation/mean-variance/mean-variance.js';
import type { MeanVarianceInput } from '../../../src/advice/allocation/mean-variance/problem.js';
import { riskParity } from '../../../src/advice/allocation/risk-parity/risk-parity.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../src/app/solver.js';
import { drawsFrom } from './instances.js';
import { inner } from './oracle.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

const N = 8;
const { gauss, uniform } = drawsFrom(77);
const loads = Array.from({ length: N }, () => [gauss(), gauss(), gauss()]);
const own = loads.map(() => 0.3 + uniform());
const cov = loads.map((a, i) =>
  loads.map((b, j) => 0.01 * (inner(a, b) + (i === j ? own[i]! : 0))),
);
const mu = loads.map(() => 0.06 + 0.03 * gauss());
const base = { cov, mu, lb: 0, ub: 0.6 };
const mean = mu.reduce((sum, value) => sum + value, 0) / N;
const target_return = mean + 0.3 * (Math.max(...mu) - mean);

const PROBLEMS: Readonly<Record<string, MeanVarianceInput>> = {
  'least variance': { ...base, objective: 'min_variance' },
  'most utility': { ...base, objective: 'max_utility', risk_aversion: 3 },
  'least variance of a return': { ...base, objective: 'min_variance_return', target_return },
  'most return of a volatility': { ...base, objective: 'max_return_vol', target_vol: 0.09 },
  'largest Sharpe ratio': { ...base, objective: 'max_sharpe', rf: 0.01 },
};

const answerOf = (input: MeanVarianceInput): AllocationAnswer => {
  const found = meanVariance(input, solver);
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  expect(found.certificate).toMatchObject({ status: 'optimal' });
  return found;
};

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

const ORDER = [5, 2, 7, 0, 3, 6, 1, 4];
const permuted = (input: MeanVarianceInput): MeanVarianceInput => ({
  ...input,
  cov: ORDER.map((i) => ORDER.map((j) => input.cov[i]![j]!)),
  mu: ORDER.map((i) => input.mu![i]!),
});

describe.each(Object.entries(PROBLEMS))('%s', (_, input) => {
  it('does not depend on the order of the assets', () => {
    const plain = answerOf(input).weights!;
    const moved = answerOf(permuted(input)).weights!;
    expect(
      distance(
        moved,
        ORDER.map((i) => plain[i]!),
      ),
    ).toBeLessThanOrEqual(1e-9);
  });

  it.each([1e-4, 1e-2, 1e2, 1e4])('scales with the covariance: × %d', (factor) => {
    const scaled: MeanVarianceInput = {
      ...input,
      cov: cov.map((row) => row.map((value) => value * factor)),
      ...(input.risk_aversion && { risk_aversion: input.risk_aversion / factor }),
      ...(input.target_vol && { target_vol: input.target_vol * Math.sqrt(factor) }),
    };
    expect(distance(answerOf(scaled).weights!, answerOf(input).weights!)).toBeLessThanOrEqual(1e-9);
  });

  it('shares what it held of an asset equally with a duplicate of it', () => {
    const twice = [...input.cov.keys(), 2];
    const { weights, report } = answerOf({
      ...input,
      cov: twice.map((i) => twice.map((j) => cov[i]![j]!)),
      mu: twice.map((i) => mu[i]!),
      ub: null,
    });
    const single = answerOf({ ...input, ub: null });
    expect(weights![2]).toBeCloseTo(weights![N]!, 9);
    expect(weights![2]! + weights![N]!).toBeCloseTo(single.weights![2]!, 8);
    expect(report.volatility).toBeCloseTo(single.report.volatility!, 10);
  });

  it('takes a riskless asset into account', () => {
    const withCash: MeanVarianceInput = {
      ...input,
      cov: [...cov.map((row) => [...row, 0]), Array<number>(N + 1).fill(0)],
      mu: [...mu, 0.01],
    };
    const { weights, report } = answerOf({ ...withCash, ub: null });
    const without = answerOf({ ...input, ub: null });
    const isRatio = input.objective === 'max_sharpe';
    if (input.objective === 'min_variance') expect(weights![N]).toBeCloseTo(1, 9);
    if (!isRatio) return;
    // With cash that earns rf every share of it leaves the ratio: that of the tangency portfolio.
    expect(report.sharpe).toBeCloseTo(without.report.sharpe!, 10);
    const tangency = without.weights!;
    const norm = tangency.reduce((sum, weight) => sum + weight * weight, 0);
    const risky = 1 / (1 + norm);
    const nearest = [...tangency.map((weight) => weight * risky), 1 - risky];
    expect(distance(weights!, nearest)).toBeLessThan(1e-9);
    expect(report.tie_break).toBe('minimum_norm');
  });
});

describe('ties', () => {
  it('give equal assets equal weights, and say so', () => {
    const equal = [
      [0.04, 0.04],
      [0.04, 0.04],
    ];
    const found = answerOf({ cov: equal, objective: 'min_variance' });
    expect(distance(found.weights!, [0.5, 0.5])).toBeLessThanOrEqual(1e-12);
    expect(found.report.tie_break).toBe('minimum_norm');
    expect(answerOf(PROBLEMS['least variance']!).report.tie_break).toBeUndefined();
  });

  it('are broken where a bound that costs nothing holds the plain start back', () => {
    const flat = [1, 1, 1].map(() => [1, 1, 1]);
    const found = answerOf({ cov: flat, lb: 0, ub: [0.2, 1, 1], objective: 'min_variance' });
    expect(distance(found.weights!, [0.2, 0.4, 0.4])).toBeLessThanOrEqual(1e-9);
  });

  it('are broken where the rules leave nothing but the tie, and rounding would decide it', () => {
    const twin = [
      [1, 0.3, 1],
      [0.3, 1, 0.3],
      [1, 0.3, 1],
    ];
    const found = answerOf({
      cov: twin,
      mu: [0.1, 0.2, 0.1],
      lb: 0,
      ub: 1,
      objective: 'min_variance_return',
      target_return: 0.15,
      equality: true,
    });
    expect(distance(found.weights!, [0.25, 0.5, 0.25])).toBeLessThanOrEqual(1e-9);
    expect(found.report.tie_break).toBe('minimum_norm');
  });

  it('are broken among portfolios of the same highest ratio', () => {
    const found = answerOf({
      cov: [
        [0.04, 0],
        [0, 0],
      ],
      mu: [0.1, 0.02],
      rf: 0.02,
      objective: 'max_sharpe',
    });
    expect(distance(found.weights!, [0.5, 0.5])).toBeLessThanOrEqual(1e-9);
    expect(found.report.tie_break).toBe('minimum_norm');
    expect(found.report.sharpe).toBeCloseTo(0.4, 12);
  });

  it('are broken where assets move as one, and none diversifies more than another', () => {
    const asOne = [
      [0.04, 0.06],
      [0.06, 0.09],
    ];
    const found = mostDiversified({ cov: asOne }, solver) as AllocationAnswer;
    expect(distance(found.weights!, [0.5, 0.5])).toBeLessThanOrEqual(1e-9);
    expect(found.report.tie_break).toBe('minimum_norm');
    expect(found.certificate!.gap).toBeLessThanOrEqual(1e-9);
  });

  it('are broken among portfolios of the same highest return', () => {
    const found = answerOf({
      cov: [1, 1, 1].map(() => [0, 0, 0]),
      mu: [0.05, 0.05, 0.01],
      objective: 'max_utility',
      risk_aversion: 1,
    });
    expect(distance(found.weights!, [0.5, 0.5, 0])).toBeLessThanOrEqual(1e-9);
  });
});

describe('risk parity and diversification', () => {
  it.each([
    ['risk parity', riskParity],
    ['most diversified', mostDiversified],
  ])('%s does not depend on order or scale', (_, solve) => {
    const plain = (solve({ cov }, solver) as AllocationAnswer).weights!;
    const moved = solve({ cov: permuted({ ...base, objective: 'min_variance' }).cov }, solver);
    expect(
      distance(
        (moved as AllocationAnswer).weights!,
        ORDER.map((i) => plain[i]!),
      ),
    ).toBeLessThan(1e-9);
    for (const factor of [1e-4, 1e4]) {
      const scaled = solve({ cov: cov.map((row) => row.map((v) => v * factor)) }, solver);
      expect(distance((scaled as AllocationAnswer).weights!, plain)).toBeLessThan(1e-9);
    }
  });
});
