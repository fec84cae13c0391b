import type { Solver } from '../solver.js';
import { minimal } from './conflict.js';
import { optimise, type Optimum, type Outcome } from './optimum.js';
import {
  annualFactor,
  dot,
  isRootMeasure,
  portfolioRisk,
  type ScenarioProblem,
} from './problem.js';
import type { Rule } from './rules.js';
import { bindingRules, multiplier, type Finding } from './solution.js';

/** The portfolio of least risk (+ l2·w'w) under the rules. */
export function leastRisk(
  problem: ScenarioProblem,
  rules: readonly Rule[],
  solver: Solver,
): Finding | 'infeasible' | 'unbounded' {
  const optimum = optimise(problem, { rules, ridge: problem.l2 / riskUnit(problem) }, solver);
  if (typeof optimum === 'string') return optimum;
  const { weights, isTied } = optimum;
  const toUnit = priceUnit(problem, weights);
  return {
    weights,
    isTied,
    rules,
    ...valueAndBound(problem, optimum),
    binding: bindingRules(optimum, rules, toUnit),
  };
}

/** What 1 in a program's risk term is in the measure's own, per period: root measures stand as their square. */
export function riskUnit({ measure, scale }: ScenarioProblem): number {
  return isRootMeasure(measure) ? scale * scale : scale;
}

/** A multiplier of squared risk is 2·risk times that of risk; with l2 the objective stays the square. */
function priceUnit(problem: ScenarioProblem, weights: Float64Array): (price: number) => number {
  const unit = riskUnit(problem);
  if (!isRootMeasure(problem.measure) || problem.l2 > 0) return (price) => price * unit;
  const risk = portfolioRisk(problem, weights);
  return (price) => (risk > 0 ? (price * unit * annualFactor(problem)) / (2 * risk) : 0);
}

function valueAndBound(
  problem: ScenarioProblem,
  { weights, bound }: Optimum,
): { value: number; bound: number } {
  const risk = portfolioRisk(problem, weights);
  const least = bound * riskUnit(problem);
  const penalty = problem.l2 * dot(weights, weights);
  if (!isRootMeasure(problem.measure)) return { value: risk + penalty, bound: least };
  if (problem.l2 > 0) return { value: risk * risk + penalty, bound: least };
  const annual = annualFactor(problem);
  return { value: risk * annual, bound: Math.sqrt(Math.max(0, least)) * annual };
}

/**
 * The minimal rules that push risk above `mostRisk` (scaled, as in the program), with `target_risk` itself;
 * null where they do not. The rules with a multiplier at the least risk do so alone.
 */
export function riskConflict(
  problem: ScenarioProblem,
  mostRisk: number,
  solver: Solver,
): readonly string[] | null {
  const least = optimise(problem, { rules: problem.rules }, solver);
  if (typeof least === 'string' || !isAbove(problem, least, mostRisk)) return null;
  const blamed = problem.rules.filter(
    (rule) => rule.kind === 'equal' || multiplier(least, rule) > 1e-9,
  );
  const kept = minimal(blamed, (rules) =>
    isAbove(problem, optimise(problem, { rules }, solver), mostRisk),
  );
  return [...kept.map(({ name }) => name), 'target_risk'];
}

function isAbove(problem: ScenarioProblem, outcome: Outcome, mostRisk: number): boolean {
  if (typeof outcome === 'string') return false;
  const risk = portfolioRisk(problem, outcome.weights) / problem.scale;
  return risk > mostRisk + 1e-9 * Math.max(1, mostRisk);
}
