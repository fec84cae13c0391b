import type { Solver } from '../solver.js';
import { riskConflict } from './least-risk.js';
import { optimise, type Form } from './optimum.js';
import { annualFactor, isLinearMeasure, type ScenarioProblem } from './problem.js';
import { onFrontier } from './return-frontier.js';
import { returnForm, returnUnit, riskPrice, utility } from './return-objective.js';
import { bindingRules, type Finding } from './solution.js';

type Found = Finding | 'unbounded' | { readonly conflict: readonly string[] };

/** The portfolio of most return (− l2·w'w) whose risk is no more than `targetRisk` in the report's unit. */
export function mostReturn(problem: ScenarioProblem, targetRisk: number, solver: Solver): Found {
  const mostRisk = targetRisk / annualFactor(problem) / problem.scale;
  const conflict = riskConflict(problem, mostRisk, solver);
  if (conflict) return { conflict };
  const found = isLinearMeasure(problem.measure)
    ? underRiskRow(problem, mostRisk, solver)
    : onFrontier(problem, mostRisk, solver);
  return typeof found === 'string' ? 'unbounded' : { ...found, mostRisk: targetRisk };
}

/** The risk's own linear form as a row of the program. */
function underRiskRow(
  problem: ScenarioProblem,
  mostRisk: number,
  solver: Solver,
): Finding | string {
  const form: Form = { ...returnForm(problem), mostRisk };
  const optimum = optimise(problem, form, solver);
  if (typeof optimum === 'string') return optimum;
  const unit = returnUnit(problem);
  const price = Math.abs(optimum.rowDual[optimum.program.riskRow!]!) * unit;
  return {
    weights: optimum.weights,
    isTied: optimum.isTied,
    rules: problem.rules,
    value: utility(problem, optimum.weights),
    bound: -optimum.bound * unit,
    binding: [
      ...bindingRules(optimum, problem.rules, (multiple) => multiple * unit),
      ...riskPrice(price / problem.scale),
    ],
  };
}
