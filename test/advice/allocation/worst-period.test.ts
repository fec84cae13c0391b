import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AllocationAnswer } from '../../../src/advice/allocation/answer.js';
import type { Solver } from '../../../src/advice/allocation/solver.js';
import { leastTrackingError } from '../../../src/advice/allocation/tracking.js';
import { bestWorstPeriod } from '../../../src/advice/allocation/worst-period.js';
import { createSolver } from '../../../src/app/solver.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

describe('the best worst period', () => {
  const returns_by_asset = [
    [0.04, -0.02],
    [-0.01, 0.02],
  ];

  it('evens out the periods', () => {
    const found = bestWorstPeriod({ returns_by_asset }, solver) as AllocationAnswer;
    // 0.04·w − 0.01·(1 − w) = −0.02·w + 0.02·(1 − w)
    expect(found.weights![0]).toBeCloseTo(1 / 3, 12);
    expect(found.report.risk).toBeCloseTo(-0.02 / 3, 12);
    expect(found.certificate!.gap).toBeLessThanOrEqual(1e-9);
    const value = bestWorstPeriod({ returns_by_asset, want: 'value' }, solver) as AllocationAnswer;
    expect(value.values![0]).toBeCloseTo(0.02 / 3, 12);
  });

  it('invests nothing where every portfolio loses and nothing has to be invested', () => {
    const losing = { returns_by_asset: [[-0.01, 0.02]], full: false };
    const found = bestWorstPeriod(losing, solver) as AllocationAnswer;
    expect(found.weights![0]).toBeCloseTo(0, 12);
  });

  it('holds equal assets equally', () => {
    const twins = { returns_by_asset: [...returns_by_asset, returns_by_asset[0]!] };
    const found = bestWorstPeriod(twins, solver) as AllocationAnswer;
    expect(found.weights![0]).toBeCloseTo(1 / 6, 9);
    expect(found.weights![2]).toBeCloseTo(1 / 6, 9);
    expect(found.report.tie_break).toBe('minimum_norm');
  });
});

describe('the least tracking error', () => {
  const a = [0.01, 0.03, -0.02, 0.005];
  const b = [0.02, -0.01, 0.01, 0.015];

  it('finds a benchmark made of the assets again', () => {
    const benchmark = a.map((value, t) => 0.3 * value + 0.7 * b[t]!);
    const found = leastTrackingError({ returns_by_asset: [a, b], benchmark }, solver);
    const { weights, report } = found as AllocationAnswer;
    expect(weights![0]).toBeCloseTo(0.3, 10);
    expect(report.risk).toBeCloseTo(0, 10);
  });

  it('stays long only', () => {
    const benchmark = a.map((value, t) => 1.5 * value - 0.5 * b[t]!);
    const found = leastTrackingError({ returns_by_asset: [a, b], benchmark }, solver);
    const { weights, binding } = found as AllocationAnswer;
    expect(weights![0]).toBeCloseTo(1, 12);
    expect(binding.map(({ rule }) => rule)).toContain('lb[1]');
  });
});
