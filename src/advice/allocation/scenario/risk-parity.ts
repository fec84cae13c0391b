import type { Solver } from '../solver.js';
import { optimise } from './optimum.js';
import { isRootMeasure, portfolioRisk, type ScenarioProblem } from './problem.js';
import type { Finding } from './solution.js';

/**
 * 风险平价 over scenarios: weights ≥ 0 whose shares of the risk are the budgets, as the least of
 * risk(y) − Σ b·log y brought back to the sum of weights. Spinu (2013); bounds and groups hold where
 * they bind and then move the shares.
 */
export function riskParity(
  given: ScenarioProblem,
  budgets: readonly number[] | undefined,
  solver: Solver,
): Finding | 'unbounded' {
  const problem = evenlyScaled(given);
  const shares = sharesOf(budgets ?? new Array<number>(problem.size).fill(1));
  const optimum = optimise(
    problem,
    { rules: problem.rules, isHomogeneous: true, logWeights: shares },
    solver,
  );
  if (typeof optimum === 'string') return 'unbounded';
  const y = optimum.x.subarray(0, problem.size);
  const risk = (optimum.x[problem.size]! * portfolioRisk(problem, optimum.weights)) / problem.scale;
  let value = isRootMeasure(problem.measure) ? risk * risk : risk;
  shares.forEach((share, j) => (value -= share > 0 ? share * Math.log(y[j]!) : 0));
  return {
    weights: optimum.weights,
    value,
    bound: optimum.bound,
    isTied: false,
    rules: problem.rules,
    binding: [],
  };
}

function sharesOf(budgets: readonly number[]): number[] {
  const sum = budgets.reduce((total, budget) => total + budget, 0);
  return budgets.map((budget) => budget / sum);
}

/** The answer y is w/risk: with the even portfolio's risk as unit it is about 1. */
function evenlyScaled(problem: ScenarioProblem): ScenarioProblem {
  const even = new Float64Array(problem.size).fill(1 / problem.size);
  const risk = portfolioRisk(problem, even);
  return risk > LEAST_UNIT * problem.scale ? { ...problem, scale: risk } : problem;
}

const LEAST_UNIT = 1e-4;
