import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CONVEX_MEASURES,
  portfolioSeries,
  riskOf,
  type ConvexMeasure,
  type RiskMeasure,
} from '../../../../src/advice/allocation/measures/measure.js';
import type { AllocationOutcome } from '../../../../src/advice/allocation/answer.js';
import { isRefusal } from '../../../../src/advice/allocation/answer.js';
import type { ScenarioSolution } from '../../../../src/advice/allocation/scenario/solution.js';
import type { ScenarioInput } from '../../../../src/advice/allocation/scenario/input.js';
import { solveScenario } from '../../../../src/advice/allocation/scenario/solve-scenario.js';
import type { Solver } from '../../../../src/advice/allocation/solver.js';
import { createSolver } from '../../../../src/app/solver.js';
import { scenarios } from '../scenarios.js';

let solver: Solver;
beforeAll(async () => {
  solver = await createSolver();
});

const answerOf = (input: ScenarioInput): AllocationOutcome => solveScenario(input, solver);

const solutionOf = (input: ScenarioInput): ScenarioSolution => {
  const answer = solveScenario(input, solver);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  expect(answer.certificate.status).toBe('optimal');
  return answer;
};

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe('a portfolio over scenarios', () => {
  /** An even tail: 0.1 of 60 periods is 6. */
  const returns = scenarios(60, 2, 11);
  const alpha = 0.1;
  const grid = Array.from({ length: 401 }, (_, k) => [k / 400, 1 - k / 400]);
  const riskAt = (measure: RiskMeasure, weights: readonly number[], threshold = 0): number =>
    riskOf(measure, portfolioSeries(returns, weights), { alpha, threshold });
  const means = [0, 1].map((j) => sum(returns.map((row) => row[j]!)) / 60);
  const returnAt = (weights: readonly number[]): number =>
    sum(weights.map((w, j) => w * means[j]!));

  it.each(CONVEX_MEASURES)('has the least %s there is among two assets', (measure) => {
    const { weights, report } = solutionOf({ returns, measure, alpha, objective: 'min_risk' });
    const least = Math.min(...grid.map((point) => riskAt(measure, point)));
    expect(report.risk).toBeCloseTo(riskAt(measure, weights), 14);
    expect(report.risk).toBeLessThanOrEqual(least + 1e-12);
    expect(report.risk).toBeGreaterThan(least - 5e-3 * Math.abs(least));
  });

  it.each(CONVEX_MEASURES)('earns the most for its %s', (measure) => {
    const { report } = solutionOf({ returns, measure, alpha, objective: 'max_ratio', rf: 0.0002 });
    const ratios = grid.map((point) => (returnAt(point) - 0.0002) / riskAt(measure, point, 0.0002));
    const best = Math.max(...ratios);
    expect(report.sharpe).toBeGreaterThanOrEqual(best - 1e-10);
    expect(report.sharpe).toBeLessThan(best * (1 + 5e-3));
  });

  it.each(CONVEX_MEASURES)('earns the most that a limit on %s allows', (measure) => {
    const limit = (riskAt(measure, [0.2, 0.8]) + riskAt(measure, [0.6, 0.4])) / 2;
    const { report, certificate } = solutionOf({
      returns,
      measure,
      alpha,
      objective: 'max_return_risk',
      target_risk: limit,
    });
    const allowed = grid.filter((point) => riskAt(measure, point) <= limit).map(returnAt);
    expect(report.risk).toBeLessThanOrEqual(limit + 1e-9);
    expect(report.return).toBeGreaterThanOrEqual(Math.max(...allowed) - 1e-12);
    expect(certificate.violation).toBeLessThan(1e-9);
  });

  it.each(CONVEX_MEASURES)('shares its %s as the budgets say', (measure) => {
    const { weights } = solutionOf({
      returns,
      measure,
      alpha,
      objective: 'risk_parity',
      budgets: [3, 1],
    });
    // with one asset's share b of the whole, risk(y) − b·log y₁ − (1−b)·log y₂ is least: no neighbour is better
    const value = (w: readonly number[]): number =>
      Math.log(riskAt(measure, w)) - 0.75 * Math.log(w[0]!) - 0.25 * Math.log(w[1]!);
    const here = value(weights);
    for (const step of [-1e-3, 1e-3]) {
      expect(value([weights[0]! + step, weights[1]! - step])).toBeGreaterThan(here);
    }
    expect(sum(weights)).toBeCloseTo(1, 12);
  });

  it('bears even shares of its variance where no budgets are given', () => {
    const many = scenarios(90, 5, 4);
    const { weights, report } = solutionOf({
      returns: many,
      measure: 'MV',
      objective: 'risk_parity',
    });
    const series = portfolioSeries(many, weights);
    const centre = sum([...series]) / 90;
    weights.forEach((w, j) => {
      const covariance = sum(many.map((row, t) => row[j]! * (series[t]! - centre))) / 89;
      expect((w * covariance) / report.risk ** 2).toBeCloseTo(1 / 5, 11);
    });
  });

  it('reports return, volatility and ratio beside the risk, by the year', () => {
    const { weights, report } = solutionOf({
      returns,
      measure: 'SV',
      objective: 'min_risk_return',
      target_return: 12 * 0.0016,
      frequency: 12,
      rf: 0.01,
    });
    expect(report.return).toBeCloseTo(12 * returnAt(weights), 14);
    expect(report.return).toBeGreaterThanOrEqual(12 * 0.0016 - 1e-12);
    expect(report.risk).toBeCloseTo(Math.sqrt(12) * riskAt('SV', weights), 14);
    expect(report.volatility).toBeCloseTo(Math.sqrt(12) * riskAt('vol', weights), 14);
    expect(report.sharpe).toBeCloseTo((report.return - 0.01) / report.risk, 14);
  });

  it('is proven on all periods though only those in the tail are solved for', () => {
    const many = scenarios(500, 6, 8);
    const { certificate, report, weights } = solutionOf({
      returns: many,
      measure: 'CVaR',
      objective: 'min_risk',
    });
    expect(certificate.gap).toBeLessThan(1e-12);
    const riskOfMany = (w: readonly number[]): number =>
      riskOf('CVaR', portfolioSeries(many, w), { alpha: 0.05, threshold: 0 });
    expect(report.risk).toBeCloseTo(riskOfMany(weights), 14);
    weights.forEach((_, j) => {
      const moved = weights.map((w, k) => 0.99 * w + (k === j ? 0.01 : 0));
      expect(riskOfMany(moved)).toBeGreaterThanOrEqual(report.risk - 1e-12);
    });
  });
});

describe('rules that cannot hold together', () => {
  const returns = scenarios(40, 4, 2);
  const conflictOf = (input: Partial<ScenarioInput>): readonly string[] => {
    const answer = answerOf({ returns, measure: 'CVaR', objective: 'min_risk', ...input });
    if (!isRefusal(answer) || answer.refused !== 'infeasible') throw new Error('feasible');
    return answer.conflict;
  };

  it('are named, and no more of them than it takes', () => {
    expect(conflictOf({ ub: 0.2 })).toEqual(['sum', 'ub[0]', 'ub[1]', 'ub[2]', 'ub[3]']);
    expect(
      conflictOf({
        groups: [
          { idx: [0, 1], max: 0.3 },
          { idx: [1, 2], min: 0.1 },
          { idx: [0, 1], min: 0.4 },
        ],
      }),
    ).toEqual(['groups[0].max', 'groups[2].min']);
  });

  it('are named with the return that is out of reach', () => {
    const conflict = conflictOf({ objective: 'min_risk_return', target_return: 1 });
    expect(conflict).toContain('target_return');
    expect(conflict).toContain('sum');
  });

  it.each<ConvexMeasure>(['CVaR', 'MV', 'EVaR', 'UCI'])(
    'are named with the %s no portfolio is as low as',
    (measure) => {
      const least = solutionOf({ returns, measure, objective: 'min_risk', lb: 0.1 });
      const input = { measure, objective: 'max_return_risk', lb: 0.1 } as const;
      const conflict = conflictOf({ ...input, target_risk: least.report.risk * 0.99 });
      expect(conflict).toContain('target_risk');
      // without any one of the floors the rest can be met
      const floors = conflict.filter((name) => name.startsWith('lb['));
      for (const floor of floors) {
        const lb = [0, 1, 2, 3].map((j) => (conflict.includes(`lb[${j}]`) ? 0.1 : null));
        lb[Number(floor.slice(3, -1))] = null;
        const freed = solutionOf({ returns, measure, objective: 'min_risk', lb, ub: null });
        expect(freed.report.risk).toBeLessThan(least.report.risk * 0.99);
      }
    },
  );

  it('are named where nothing earns more than rf', () => {
    const conflict = conflictOf({ objective: 'max_ratio', rf: 0.5 });
    expect(conflict).toContain('rf');
  });

  it('are told apart from a ratio without end', () => {
    const withCash = returns.map((row) => [...row, 0.0001]);
    expect(answerOf({ returns: withCash, measure: 'MV', objective: 'max_ratio' })).toEqual({
      refused: 'unbounded',
    });
    expect(answerOf({ returns: withCash, measure: 'MV', objective: 'risk_parity' })).toEqual({
      refused: 'unbounded',
    });
  });

  it('are not guessed: a target that is missing is an error of the caller', () => {
    expect(() => answerOf({ returns, measure: 'MV', objective: 'max_return_risk' })).toThrow(
      RangeError,
    );
  });
});

describe('what a rule costs', () => {
  const returns = scenarios(120, 5, 6);
  const groups = (max: number): ScenarioInput['groups'] => [{ idx: [0, 1], max }];
  const STEP = 1e-6;

  const priceOf = (input: ScenarioInput, rule: string): number =>
    solutionOf(input).binding.find((one) => one.rule === rule)?.shadow_price ?? 0;

  it.each<ConvexMeasure>(['MV', 'SV', 'EVaR', 'CVaR', 'MAD', 'UCI'])(
    'is what %s falls by when the rule gives way',
    (measure) => {
      const input = { returns, measure, objective: 'min_risk', ub: 0.35 } as const;
      const at = (max: number): number => solutionOf({ ...input, groups: groups(max) }).report.risk;
      const price = priceOf({ ...input, groups: groups(0.4) }, 'groups[0].max');
      expect(price).toBeGreaterThan(0);
      expect((at(0.4 - STEP) - at(0.4 + STEP)) / (2 * STEP)).toBeCloseTo(price, 5);
    },
  );

  it.each<ConvexMeasure>(['MV', 'EVaR', 'CVaR'])(
    'is what the return gains by for %s',
    (measure) => {
      const input = { returns, measure, objective: 'max_return_risk', ub: 0.35 } as const;
      const limit =
        solutionOf({ ...input, objective: 'min_risk', groups: groups(0.4) }).report.risk * 1.1;
      const at = (target_risk: number): number =>
        solutionOf({ ...input, groups: groups(0.4), target_risk }).report.return;
      const price = priceOf({ ...input, groups: groups(0.4), target_risk: limit }, 'target_risk');
      expect(price).toBeGreaterThan(0);
      expect((at(limit + STEP) - at(limit - STEP)) / (2 * STEP)).toBeCloseTo(price, 4);
    },
  );

  it.each<ConvexMeasure>(['MV', 'EVaR', 'CVaR'])('is what the ratio to %s gains by', (measure) => {
    const input = { returns, measure, objective: 'max_ratio' } as const;
    const at = (ub: number): number => solutionOf({ ...input, ub }).report.sharpe;
    const prices = solutionOf({ ...input, ub: 0.3 }).binding.filter(({ rule }) =>
      rule.startsWith('ub['),
    );
    expect(prices.length).toBeGreaterThan(0);
    const slope = (at(0.3 + STEP) - at(0.3 - STEP)) / (2 * STEP);
    expect(sum(prices.map(({ shadow_price }) => shadow_price))).toBeCloseTo(slope, 4);
  });
});

describe('portfolios that are equally good', () => {
  /** No loss in any period, whatever is held. */
  const flat = [1, 2, 3].map(() => [0.01, 0.02]);
  const gains = [
    [0.01, 0.02, 0.03],
    [0.02, 0.01, 0.04],
    [0.03, 0.02, 0.01],
  ];
  const NO_LOSS: readonly ConvexMeasure[] = ['SV', 'SLPM', 'UCI', 'FLPM', 'MDD', 'ADD'];

  it.each([...NO_LOSS, 'MV', 'MSV', 'MAD'] as const)(
    'of %s: the one of least norm is told, and that there are others',
    (measure) => {
      const { weights, report } = solutionOf({ returns: flat, measure, objective: 'min_risk' });
      for (const weight of weights) expect(weight).toBeCloseTo(0.5, 9);
      expect(report.tie_break).toBe('minimum_norm');
    },
  );

  it.each(NO_LOSS)('of %s: it does not hang on the order of the assets', (measure) => {
    const { weights, report } = solutionOf({ returns: gains, measure, objective: 'min_risk' });
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 3, 9);
    expect(report).toMatchObject({ risk: 0, tie_break: 'minimum_norm' });
  });

  it('of SV: a bound is kept, and a loss that nothing takes away stays the least', () => {
    const returns = gains.map(([a, b, c], t) => [a!, b!, c!, t === 0 ? -0.5 : 0.01]);
    const bounded = solutionOf({
      returns,
      measure: 'SV',
      objective: 'min_risk',
      lb: [0, 0, 0, 0.2],
      ub: [0.1, 1, 1, 1],
    });
    expect(bounded.weights[0]).toBeLessThanOrEqual(0.1 + 1e-9);
    expect(bounded.weights[3]).toBeCloseTo(0.2, 7);
    expect(bounded.report.tie_break).toBeUndefined();
  });

  it.each(['SV', 'SLPM', 'UCI', 'MV', 'MSV'] as const)(
    'of %s: where there is one only, nothing is said of a tie',
    (measure) => {
      const returns = scenarios(60, 4, 3);
      const { report } = solutionOf({ returns, measure, objective: 'min_risk' });
      expect(report.tie_break).toBeUndefined();
    },
  );
});
