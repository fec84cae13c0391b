import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CONVEX_MEASURES,
  type ConvexMeasure,
} from '../../../../src/advice/allocation/measures/measure.js';
import { isRefusal } from '../../../../src/advice/allocation/answer.js';
import type { ScenarioSolution } from '../../../../src/advice/allocation/scenario/solution.js';
import type {
  ScenarioInput,
  ScenarioObjective,
} from '../../../../src/advice/allocation/scenario/input.js';
import { solveScenario } from '../../../../src/advice/allocation/scenario/solve-scenario.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../../src/app/solver.js';
import { scenarios } from '../scenarios.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

const OBJECTIVES: readonly ScenarioObjective[] = [
  'min_risk',
  'min_risk_return',
  'max_return_risk',
  'max_ratio',
  'risk_parity',
];

const solve = (input: ScenarioInput): ScenarioSolution => {
  const answer = solveScenario(input, solver);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};

/** Targets are put where they bind: between the portfolio of least risk and the liveliest asset. */
function withTargets(input: ScenarioInput): ScenarioInput {
  if (!/return/.test(input.objective)) return input;
  const least = solve({ ...input, l2: 0, objective: 'min_risk' });
  return input.objective === 'min_risk_return'
    ? { ...input, target_return: least.report.return + 1e-4 }
    : { ...input, target_risk: least.report.risk * 1.1 + 1e-5 };
}

const instances = fc.record({
  periods: fc.integer({ min: 20, max: 50 }),
  assets: fc.integer({ min: 3, max: 5 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
  alpha: fc.constantFrom(0.05, 0.1, 0.25),
  l2: fc.constantFrom(0, 0.01),
  ub: fc.constantFrom(1, 0.5),
  group: fc.constantFrom(0.7, 0.9, null),
});

const inputOf = (
  {
    periods,
    assets,
    seed,
    alpha,
    l2,
    ub,
    group,
  }: typeof instances extends fc.Arbitrary<infer I> ? I : never,
  measure: ConvexMeasure,
  objective: ScenarioObjective,
): ScenarioInput => ({
  returns: scenarios(periods, assets, seed),
  measure,
  objective,
  alpha,
  l2: objective === 'risk_parity' ? 0 : l2,
  ub: objective === 'risk_parity' ? 1 : ub,
  groups: objective === 'risk_parity' ? [] : [{ idx: [0, 1], max: group }],
});

describe('the certificate', () => {
  it.each(CONVEX_MEASURES)('of %s proves every objective on random instances', (measure) => {
    const most = measure === 'EVaR' || measure === 'EDaR' ? 1e-7 : 1e-9;
    fc.assert(
      fc.property(instances, fc.constantFrom(...OBJECTIVES), (instance, objective) => {
        const input = withTargets(inputOf(instance, measure, objective));
        const answer = solveScenario(input, solver);
        // few periods may hold a portfolio that never lost: its ratio has no end
        if (isRefusal(answer)) return answer.refused === 'unbounded';
        const { certificate, weights } = answer;
        expect(certificate.gap).toBeLessThanOrEqual(most);
        expect(certificate.violation).toBeLessThanOrEqual(1e-9);
        expect(certificate.status).toBe('optimal');
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 9);
        return true;
      }),
      { seed: 20261126, numRuns: 6 },
    );
  });
});

describe('an answer', () => {
  const returns = scenarios(40, 5, 21);
  const apart = (a: readonly number[], b: readonly number[]): number =>
    Math.max(...a.map((value, j) => Math.abs(value - b[j]!)));

  it.each(CONVEX_MEASURES)('by %s does not mind the order of the assets', (measure) => {
    for (const objective of ['min_risk', 'max_ratio', 'risk_parity'] as const) {
      const plain = solve({ returns, measure, objective });
      const turned = solve({
        returns: returns.map((row) => row.toReversed()),
        measure,
        objective,
      });
      expect(apart(plain.weights, turned.weights.toReversed())).toBeLessThan(1e-7);
    }
  });

  it.each(CONVEX_MEASURES)('by %s does not mind the unit of the returns', (measure) => {
    const plain = solve({ returns, measure, objective: 'min_risk' });
    for (const unit of [1e-2, 1e2]) {
      const scaled = returns.map((row) => row.map((value) => value * unit));
      const other = solve({ returns: scaled, measure, objective: 'min_risk' });
      expect(apart(plain.weights, other.weights)).toBeLessThan(1e-7);
      expect(other.report.risk / unit).toBeCloseTo(plain.report.risk, 11);
    }
  });

  it.each(CONVEX_MEASURES)('by %s gives an asset and its double the same', (measure) => {
    for (const objective of ['min_risk', 'max_ratio'] as const) {
      const plain = solve({ returns, measure, objective });
      const doubled = returns.map((row) => [...row, row[0]!, row[1]!]);
      const { weights, report } = solve({ returns: doubled, measure, objective });
      expect(report.risk).toBeCloseTo(plain.report.risk, 8);
      expect(weights[0]).toBeCloseTo(weights[5]!, 7);
      expect(weights[1]).toBeCloseTo(weights[6]!, 7);
    }
  });
});
