import { solveInterior } from '../interior/interior-point.js';
import type { Solver } from '../solver.js';
import { leastSquaresOnCurve } from './curved-tie.js';
import { leastSquaresAmongEqual } from './dependent-assets.js';
import { leastSquaresOptimum } from './least-squares-tie.js';
import { lowerBound } from './lower-bound.js';
import {
  dot,
  isLinearMeasure,
  isRootMeasure,
  portfolioRisk,
  type ScenarioProblem,
} from './problem.js';
import { riskProgram, type ProgramForm, type RiskProgram } from './risk-program.js';

/** The best point of a program, and how good any point could be. */
export interface Optimum {
  readonly program: RiskProgram;
  readonly x: Float64Array;
  readonly rowDual: Float64Array;
  readonly columnDual: Float64Array;
  /** y/κ. */
  readonly weights: Float64Array;
  /** No feasible point's objective is below. */
  readonly bound: number;
  readonly isTied: boolean;
}

export type Outcome = Optimum | 'infeasible' | 'unbounded';

/** Beyond this a weight is taken to run away. */
const FAR = 1e7;

/** The form without its periods: all of them, or in the end those that count. */
export type Form = Omit<ProgramForm, 'periods'>;

export function optimise(problem: ScenarioProblem, form: Form, solver: Solver): Outcome {
  const isLinear = isLinearMeasure(problem.measure) && !form.ridge && !form.logWeights;
  if (!isLinear) return optimiseCurved(problem, form, solver);
  return problem.measure === 'CVaR' && problem.returns.length > MANY_PERIODS
    ? optimiseTail(problem, form, solver)
    : optimiseLinear(problem, { ...form, periods: allPeriods(problem) }, solver);
}

function optimiseCurved(problem: ScenarioProblem, form: Form, solver: Solver): Outcome {
  const program = riskProgram(problem, { ...form, periods: allPeriods(problem) });
  const found = solveInterior(program.program, program.start);
  if (!found.isSolved && isEndless(form, found.x)) return 'unbounded';
  const weights = weightsOf(problem, found.x);
  const isUnique = Boolean(form.ridge || form.logWeights);
  const settled = isUnique ? null : settledAmongTied(problem, form, program, found.x, solver);
  return {
    ...found,
    program,
    weights: settled ?? weights,
    bound: lowerBound(program.program, found),
    isTied: settled !== null,
  };
}

/** The best point of least w'w, of several; null: there is one only. */
function settledAmongTied(
  problem: ScenarioProblem,
  { rules, isHomogeneous = false }: Form,
  { program }: RiskProgram,
  x: Float64Array,
  solver: Solver,
): Float64Array | null {
  if (isHomogeneous || !isRootMeasure(problem.measure)) {
    return leastSquaresAmongEqual(problem, rules, weightsOf(problem, x));
  }
  const found = leastSquaresOnCurve(program, x, problem.size, solver);
  if (found === null) return null;
  const [before, after] = [weightsOf(problem, x), found].map((weights) =>
    portfolioRisk(problem, weights),
  );
  return after! <= before! * (1 + 1e-9) + 1e-12 * problem.scale ? found : null;
}

/** Weights run away, as with a log term they do wherever some of them is riskless. */
function isEndless({ logWeights }: Form, x: Float64Array): boolean {
  return logWeights !== undefined || x.some((value) => !(Math.abs(value) < FAR));
}

function optimiseLinear(problem: ScenarioProblem, form: ProgramForm, solver: Solver): Outcome {
  const program = riskProgram(problem, form);
  const found = solver(program.program);
  if (found.status === 'infeasible' || found.status === 'unbounded') return found.status;
  if (found.status === 'limit') return 'infeasible';
  const { rowDual, columnDual } = found;
  const onFace = leastSquaresOptimum(problem, program, found);
  const x = onFace ?? found.x;
  const weights = weightsOf(problem, x);
  const settled = onFace ? null : leastSquaresAmongEqual(problem, form.rules, weights);
  return {
    program,
    x,
    rowDual,
    columnDual,
    weights: settled ?? weights,
    bound: lowerBound(program.program, { x, rowDual }),
    isTied: onFace !== null || settled !== null,
  };
}

const MANY_PERIODS = 300;

/**
 * CVaR of many periods. Only periods beyond VaR bear on it, so the program is solved with the worst of
 * them first, and those whose loss then passes the threshold ζ are added until there are none. A
 * program with fewer rows bounds the full one from below; with no row missing it is the same.
 */
function optimiseTail(problem: ScenarioProblem, form: Form, solver: Solver): Outcome {
  const { returns, parameters, size } = problem;
  const even = new Float64Array(size).fill(1 / size);
  const losses = returns.map((row) => -dot(row, even));
  const byLoss = allPeriods(problem).sort((a, b) => losses[b]! - losses[a]! || a - b);
  const first = Math.ceil(FIRST_SHARE * parameters.alpha * returns.length);
  const periods = new Set(byLoss.slice(0, first));
  for (;;) {
    const chosen = [...periods].sort((a, b) => a - b);
    const outcome = optimiseLinear(problem, { ...form, periods: chosen }, solver);
    if (typeof outcome === 'string') return outcome;
    const missing = periodsBeyond(problem, outcome.x).filter((period) => !periods.has(period));
    if (missing.length === 0) return outcome;
    for (const period of missing) periods.add(period);
  }
}

/** Of the tail's size: enough for the first solution to be near. */
const FIRST_SHARE = 2;

function periodsBeyond({ returns, scale, size }: ScenarioProblem, x: Float64Array): number[] {
  const weights = x.subarray(0, size);
  const threshold = x[size + 1]!;
  const beyond: number[] = [];
  returns.forEach((row, period) => {
    if (-dot(row, weights) / scale > threshold + 1e-11) beyond.push(period);
  });
  return beyond;
}

function allPeriods({ returns }: ScenarioProblem): number[] {
  return Array.from(returns.keys());
}

function weightsOf({ size }: ScenarioProblem, x: Float64Array): Float64Array {
  return x.slice(0, size).map((value) => value / x[size]!);
}
