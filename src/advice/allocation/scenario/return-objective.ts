import type { Form } from './optimum.js';
import { dot, portfolioReturn, type ScenarioProblem } from './problem.js';
import type { Finding } from './solution.js';

/** Risk left out: only mu and l2 count, in units of the largest expected return. */
export function returnForm(problem: ScenarioProblem): Form {
  const unit = returnUnit(problem);
  return {
    rules: problem.rules,
    isRiskFree: true,
    reward: problem.mu.map((value) => value / unit),
    ridge: problem.l2 / unit,
  };
}

export function returnUnit({ mu }: ScenarioProblem): number {
  return mu.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

/** What is made as large as can be. */
export function utility(problem: ScenarioProblem, weights: Float64Array): number {
  return portfolioReturn(problem, weights) - problem.l2 * dot(weights, weights);
}

export function riskPrice(price: number): Finding['binding'] {
  return price > 1e-8 ? [{ rule: 'target_risk', shadow_price: price }] : [];
}
