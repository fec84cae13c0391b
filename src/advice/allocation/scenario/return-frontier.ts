import type { Solver } from '../solver.js';
import { leastRisk } from './least-risk.js';
import { excessRisk, meetRisk } from './meet-risk.js';
import { optimise, type Optimum, type Outcome } from './optimum.js';
import {
  annualFactor,
  isRootMeasure,
  portfolioReturn,
  portfolioRisk,
  type ScenarioProblem,
} from './problem.js';
import { returnForm, returnUnit, riskPrice, utility } from './return-objective.js';
import { returnRule, type Rule } from './rules.js';
import { bindingRules, multiplier, type Finding } from './solution.js';

/**
 * Curved measures: along the frontier — least risk for each floor under the return, or with l2 for
 * each trade-off — risk rises steadily, so the point where it meets the limit is a root in one number.
 */
export function onFrontier(
  problem: ScenarioProblem,
  mostRisk: number,
  solver: Solver,
): Finding | string {
  const highest = highestReturn(problem, solver);
  if (typeof highest === 'string') return highest;
  if (excessRisk(problem, highest.weights, mostRisk) <= 0) return highest;
  return problem.l2 > 0
    ? byTradeOff(problem, mostRisk, solver)
    : byReturnFloor(problem, mostRisk, portfolioReturn(problem, highest.weights), solver);
}

/** Most return whatever the risk; of several such portfolios the one of least risk. */
function highestReturn(problem: ScenarioProblem, solver: Solver): Finding | string {
  const linear: ScenarioProblem = { ...problem, measure: 'WR', returns: [problem.returns[0]!] };
  const optimum = optimise(linear, returnForm(problem), solver);
  if (typeof optimum === 'string') return optimum;
  const unit = returnUnit(problem);
  const highest: Finding = {
    weights: optimum.weights,
    isTied: optimum.isTied,
    rules: problem.rules,
    value: utility(problem, optimum.weights),
    bound: -optimum.bound * unit,
    binding: bindingRules(optimum, problem.rules, (multiple) => multiple * unit),
  };
  if (!optimum.isTied) return highest;
  const floor = returnRule('highest', problem.mu, portfolioReturn(problem, optimum.weights));
  const safest = leastRisk({ ...problem, l2: 0 }, [...problem.rules, floor], solver);
  return typeof safest === 'string' ? highest : { ...highest, weights: safest.weights };
}

function byReturnFloor(
  problem: ScenarioProblem,
  mostRisk: number,
  highest: number,
  solver: Solver,
): Finding | string {
  const floorRule = (floor: number): Rule => returnRule('return', problem.mu, floor);
  const at = (floor: number): Outcome =>
    optimise(problem, { rules: [...problem.rules, floorRule(floor)] }, solver);
  const safest = optimise(problem, { rules: problem.rules }, solver);
  if (typeof safest === 'string') return safest;
  const found = meetRisk(problem, mostRisk, at, {
    low: portfolioReturn(problem, safest.weights),
    high: highest,
    slopeAt: (optimum, floor) =>
      riskPerUnit(problem, optimum) * multiplier(optimum, floorRule(floor)),
  });
  if (typeof found === 'string') return found;
  const { optimum, place: floor } = found;
  const price = multiplier(optimum, floorRule(floor));
  const most = floor + (riskTerm(problem, mostRisk) - optimum.bound) / price;
  return {
    weights: optimum.weights,
    isTied: false,
    rules: problem.rules,
    value: portfolioReturn(problem, optimum.weights),
    bound: most,
    binding: [
      ...bindingRules(optimum, problem.rules, (multiple) => multiple / price),
      ...riskPrice(
        1 / (price * riskPerUnit(problem, optimum) * problem.scale * annualFactor(problem)),
      ),
    ],
  };
}

/** Per trade-off λ: least risk + λ·(l2·w'w − mu'w). */
function byTradeOff(problem: ScenarioProblem, mostRisk: number, solver: Solver): Finding | string {
  const unit = returnUnit(problem);
  const at = (logTradeOff: number): Outcome => {
    const tradeOff = Math.exp(logTradeOff);
    const reward = problem.mu.map((value) => (value * tradeOff) / unit);
    return optimise(
      problem,
      { rules: problem.rules, reward, ridge: (problem.l2 * tradeOff) / unit },
      solver,
    );
  };
  const found = meetRisk(problem, mostRisk, at, { low: -20, high: 20 });
  if (typeof found === 'string') return found;
  const { optimum, place } = found;
  const tradeOff = Math.exp(place) / unit;
  const most = (riskTerm(problem, mostRisk) - optimum.bound) / tradeOff;
  return {
    weights: optimum.weights,
    isTied: false,
    rules: problem.rules,
    value: utility(problem, optimum.weights),
    bound: most,
    binding: [
      ...bindingRules(optimum, problem.rules, (multiple) => multiple / tradeOff),
      ...riskPrice(
        1 / (tradeOff * riskPerUnit(problem, optimum) * problem.scale * annualFactor(problem)),
      ),
    ],
  };
}

/** A scaled risk as the program's term has it. */
function riskTerm({ measure }: ScenarioProblem, risk: number): number {
  return isRootMeasure(measure) ? risk * risk : risk;
}

/** d risk / d risk term. */
function riskPerUnit(problem: ScenarioProblem, { weights }: Optimum): number {
  if (!isRootMeasure(problem.measure)) return 1;
  return problem.scale / (2 * portfolioRisk(problem, weights));
}
