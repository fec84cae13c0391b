import type { Solver } from '../solver.js';
import { linearConflict } from './conflict.js';
import { riskUnit } from './least-risk.js';
import { optimise, type Optimum, type Outcome } from './optimum.js';
import {
  annualFactor,
  dot,
  isRootMeasure,
  portfolioReturn,
  portfolioRisk,
  type ScenarioProblem,
} from './problem.js';
import { returnRule } from './rules.js';
import { bindingRules, type Finding } from './solution.js';

type Found = Finding | 'unbounded' | { readonly conflict: readonly string[] };

/**
 * The portfolio of most excess return for its risk: (mu'w − rf) / risk, with l2·w'w added to the risk
 * (under the root for root measures).
 */
export function bestRatio(problem: ScenarioProblem, solver: Solver): Found {
  const highest = highestExcess(problem, solver);
  if ('conflict' in highest) return highest;
  return problem.l2 > 0 && !isRootMeasure(problem.measure)
    ? byTradeOff(problem, highest.weights, solver)
    : byHomogeneity(problem, highest, solver);
}

/** The most that can be earned above rf, by some portfolio or without end. */
interface HighestExcess {
  readonly excess: number;
  readonly weights: Float64Array | null;
}

/** A conflict where nothing can be earned above rf. */
function highestExcess(
  problem: ScenarioProblem,
  solver: Solver,
): HighestExcess | { readonly conflict: readonly string[] } {
  const { mu, rf, size, rules } = problem;
  const unit = mu.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const linear: ScenarioProblem = { ...problem, measure: 'WR', returns: [problem.returns[0]!] };
  const reward = mu.map((value) => value / unit);
  const optimum = optimise(linear, { rules, isRiskFree: true, reward }, solver);
  if (optimum === 'unbounded') return { excess: Math.max(unit, Math.abs(rf)), weights: null };
  if (typeof optimum === 'string') return { conflict: [] };
  const excess = portfolioReturn(problem, optimum.weights) - rf;
  if (excess > 1e-9 * unit) return { excess, weights: optimum.weights };
  const floor = returnRule('rf', mu, rf + 1e-6 * unit);
  return { conflict: linearConflict([...rules, floor], size, solver) ?? ['rf'] };
}

/**
 * Least risk of y = κ·w whose excess is fixed: the ratio is the same for every κ. Charnes & Cooper (1962).
 * Solved again where the risk then comes out far from 1, for the sake of its digits.
 */
function byHomogeneity(
  problem: ScenarioProblem,
  highest: HighestExcess,
  solver: Solver,
): Finding | 'unbounded' {
  const { scale } = problem;
  const risk = highest.weights ? penalisedRisk(problem, highest.weights) / scale : 1;
  let total = risk > 0 ? highest.excess / risk : highest.excess;
  for (let trial = 0; ; trial++) {
    const optimum = leastRiskFor(problem, total, solver);
    if (typeof optimum === 'string') return 'unbounded';
    if (!(penalisedRisk(problem, optimum.weights) > NO_RISK * scale)) return 'unbounded';
    const found = total / ratioOf(problem, optimum.weights) / scale;
    const isFar = Math.abs(Math.log(found)) > FAR_FROM_ONE;
    if (trial === MOST_TRIALS || !isFar) return ratioFinding(problem, optimum, total);
    total /= found;
  }
}

const MOST_TRIALS = 2;
/** Something earned for no risk: no ratio is the highest. */
const NO_RISK = 1e-7;
const FAR_FROM_ONE = 1;

function leastRiskFor(problem: ScenarioProblem, total: number, solver: Solver): Outcome {
  const { mu, rf, rules, l2 } = problem;
  return optimise(
    problem,
    {
      rules,
      isHomogeneous: true,
      excess: { mu: mu.map((value) => value / total), floor: rf / total, total: 1 },
      ridge: l2 / riskUnit(problem),
    },
    solver,
  );
}

function ratioFinding(problem: ScenarioProblem, optimum: Optimum, total: number): Finding {
  const { rules, measure, scale } = problem;
  const { weights, bound } = optimum;
  const annual = annualFactor(problem);
  const least = isRootMeasure(measure) ? Math.sqrt(Math.max(0, bound)) : bound;
  const ratio = ratioOf(problem, weights);
  return {
    weights,
    isTied: optimum.isTied,
    rules,
    value: ratio / annual,
    bound: total / (least * scale * annual),
    binding: bindingRules(optimum, rules, (price) =>
      homogeneousPrice(problem, optimum, { price, ratio, total }),
    ),
  };
}

/** Excess of one period's risk. */
function ratioOf(problem: ScenarioProblem, weights: Float64Array): number {
  return (portfolioReturn(problem, weights) - problem.rf) / penalisedRisk(problem, weights);
}

/** Risk of one period with l2 in it. */
function penalisedRisk(problem: ScenarioProblem, weights: Float64Array): number {
  const risk = portfolioRisk(problem, weights);
  const penalty = problem.l2 * dot(weights, weights);
  return isRootMeasure(problem.measure) ? Math.sqrt(risk * risk + penalty) : risk + penalty;
}

/** A rule that gives way by 1 gives way by κ here, and the ratio is total/risk. */
function homogeneousPrice(
  problem: ScenarioProblem,
  { x }: Optimum,
  { price, ratio, total }: { price: number; ratio: number; total: number },
): number {
  const kappa = x[problem.size]!;
  const risk = total / ratio / problem.scale;
  const riskPrice = isRootMeasure(problem.measure) ? price / (2 * risk) : price;
  return ((riskPrice * kappa) / risk) * (ratio / annualFactor(problem));
}

const MOST_ROUNDS = 60;

/**
 * Linear and entropic measures with l2, which is of another degree than they: from a ratio θ that some
 * portfolio has, the best of mu'w − rf − θ·(risk + l2·w'w) has a higher one, until there is none.
 * Dinkelbach (1967).
 */
function byTradeOff(
  problem: ScenarioProblem,
  start: Float64Array | null,
  solver: Solver,
): Finding | 'unbounded' {
  const { mu, rules, l2, scale } = problem;
  if (!start || !(penalisedRisk(problem, start) > 0)) return 'unbounded';
  let ratio = ratioOf(problem, start);
  for (let round = 0; ; round++) {
    const reward = mu.map((value) => value / (ratio * scale));
    const optimum = optimise(problem, { rules, reward, ridge: l2 / scale }, solver);
    if (typeof optimum === 'string') return 'unbounded';
    const better = ratioOf(problem, optimum.weights);
    if (!(better > 0)) return 'unbounded';
    if (better <= ratio * (1 + 1e-13) || round === MOST_ROUNDS) {
      return tradeOffFinding(problem, optimum, ratio);
    }
    ratio = better;
  }
}

/** No portfolio has more than `ratio` + what the program's bound is short of −rf, per risk. */
function tradeOffFinding(problem: ScenarioProblem, optimum: Optimum, ratio: number): Finding {
  const { weights } = optimum;
  const risk = penalisedRisk(problem, weights);
  const short = ratio * problem.scale * optimum.bound + problem.rf;
  return {
    weights,
    isTied: optimum.isTied,
    rules: problem.rules,
    value: ratioOf(problem, weights),
    bound: ratio - short / risk,
    binding: bindingRules(
      optimum,
      problem.rules,
      (price) => (price * problem.scale * ratio) / risk,
    ),
  };
}
