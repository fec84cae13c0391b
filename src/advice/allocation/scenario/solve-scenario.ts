import type { Solver } from '../solver.js';
import type { AllocationRefusal } from '../answer.js';
import { bestRatio } from './best-ratio.js';
import { linearConflict } from './conflict.js';
import type { ScenarioInput } from './input.js';
import { leastRisk } from './least-risk.js';
import { mostReturn } from './most-return.js';
import { problemOf, type ScenarioProblem } from './problem.js';
import { riskParity } from './risk-parity.js';
import { returnRule, type Rule } from './rules.js';
import {
  infeasible,
  solutionOf,
  UNBOUNDED,
  type Finding,
  type ScenarioSolution,
} from './solution.js';

/**
 * 情景优化: a portfolio chosen over scenarios, for any convex measure and objective of `allocate`'s op
 * `scenario`. Linear measures are solved as linear programs by `solver`; curved ones by our interior-point method; all are
 * proven by a bound of their own. Throws a RangeError where the objective's target is missing.
 */
export function solveScenario(
  input: ScenarioInput,
  solver: Solver,
): ScenarioSolution | AllocationRefusal {
  const problem = problemOf(input);
  const rules = rulesFor(problem, input);
  const conflict = linearConflict(rules, problem.size, solver);
  if (conflict) return infeasible(conflict);
  const found = findingFor(problem, input, rules, solver);
  if (found === 'infeasible') return infeasible(rules.map(({ name }) => name));
  if (found === 'unbounded') return UNBOUNDED;
  if ('conflict' in found) return infeasible(found.conflict);
  return solutionOf(problem, found);
}

function rulesFor({ rules, mu }: ScenarioProblem, input: ScenarioInput): readonly Rule[] {
  if (input.objective !== 'min_risk_return') return rules;
  return [...rules, returnRule('target_return', mu, required(input, 'target_return'))];
}

function findingFor(
  problem: ScenarioProblem,
  input: ScenarioInput,
  rules: readonly Rule[],
  solver: Solver,
): Finding | 'infeasible' | 'unbounded' | { readonly conflict: readonly string[] } {
  switch (input.objective) {
    case 'min_risk':
    case 'min_risk_return':
      return leastRisk(problem, rules, solver);
    case 'max_return_risk':
      return mostReturn(problem, required(input, 'target_risk'), solver);
    case 'max_ratio':
      return bestRatio(problem, solver);
    case 'risk_parity':
      return riskParity(problem, input.budgets, solver);
  }
}

function required(input: ScenarioInput, name: 'target_return' | 'target_risk'): number {
  const value = input[name];
  if (value === undefined) throw new RangeError(`${input.objective} needs ${name}`);
  return value;
}
