import type { Solver } from '../solver.js';
import { leastRisk, riskConflict } from './least-risk.js';
import { optimise, type Form, type Optimum, type Outcome } from './optimum.js';
import {
  annualFactor,
  dot,
  isLinearMeasure,
  isRootMeasure,
  portfolioReturn,
  portfolioRisk,
  type ScenarioProblem,
} from './problem.js';
import { returnRule, type Rule } from './rules.js';
import { bindingRules, multiplier, type Finding } from './solution.js';

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

/** Risk left out: only mu and l2 count, in units of the largest expected return. */
function returnForm(problem: ScenarioProblem): Form {
  const unit = returnUnit(problem);
  return {
    rules: problem.rules,
    isRiskFree: true,
    reward: problem.mu.map((value) => value / unit),
    ridge: problem.l2 / unit,
  };
}

function returnUnit({ mu }: ScenarioProblem): number {
  return mu.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

/** What is made as large as can be. */
function utility(problem: ScenarioProblem, weights: Float64Array): number {
  return portfolioReturn(problem, weights) - problem.l2 * dot(weights, weights);
}

function riskPrice(price: number): Finding['binding'] {
  return price > 1e-8 ? [{ rule: 'target_risk', shadow_price: price }] : [];
}

/**
 * Curved measures: along the frontier — least risk for each floor under the return, or with l2 for
 * each trade-off — risk rises steadily, so the point where it meets the limit is a root in one number.
 */
function onFrontier(problem: ScenarioProblem, mostRisk: number, solver: Solver): Finding | string {
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

function excessRisk(problem: ScenarioProblem, weights: Float64Array, mostRisk: number): number {
  return portfolioRisk(problem, weights) / problem.scale - mostRisk;
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

interface Bracket {
  readonly low: number;
  readonly high: number;
  /** d risk / d place where it is known. */
  readonly slopeAt?: (optimum: Optimum, place: number) => number;
}

const NEAR = 1e-12;
const MOST_TRIALS = 100;

/** The place where risk meets the limit from below: by its slope where that stays in the bracket, else by halves or a secant. */
function meetRisk(
  problem: ScenarioProblem,
  mostRisk: number,
  at: (place: number) => Outcome,
  { low, high, slopeAt }: Bracket,
): { optimum: Optimum; place: number } | string {
  let [left, right] = [low, high];
  let place = (left + right) / 2;
  let best: { optimum: Optimum; place: number } | null = null;
  let bestExcess = -Infinity;
  const known: { place: number; excess: number }[] = [];
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const optimum = at(place);
    if (typeof optimum === 'string') return optimum;
    const excess = excessRisk(problem, optimum.weights, mostRisk);
    known.push({ place, excess });
    if (excess <= NEAR && excess > bestExcess) [best, bestExcess] = [{ optimum, place }, excess];
    if (Math.abs(excess) <= NEAR || right - left <= 1e-15 * Math.max(1, Math.abs(place))) break;
    if (excess > 0) right = place;
    else left = place;
    const guess = place - excess / (slopeAt?.(optimum, place) ?? secantSlope(known));
    place = guess > left && guess < right ? guess : (left + right) / 2;
  }
  return best ?? 'infeasible';
}

function secantSlope(known: readonly { place: number; excess: number }[]): number {
  const [last, before] = [known.at(-1)!, known.at(-2)];
  return before ? (last.excess - before.excess) / (last.place - before.place) : NaN;
}
