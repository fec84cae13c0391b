import { covarianceOf } from '../algebra/matrix.js';
import type { AllocationOutcome } from '../answer.js';
import type { Region } from '../region.js';
import { atLeastRow, equalityRow, withRows } from '../region.js';
import type { Solver } from '../solver.js';
import { weightRegion } from '../weight-rules.js';
import { efficientWithinVolatility } from './limited-volatility.js';
import { maximumSharpe } from './maximum-sharpe.js';
import type { MeanVarianceInput } from './problem.js';
import { positionOf } from './position.js';
import type { MeanVarianceProblem } from './quadratic-objective.js';
import { solveQuadraticObjective } from './quadratic-objective.js';

/**
 * 均值-方差优化: the op `mvo` (Markowitz 1952; costs and regularisation as in PyPortfolioOpt).
 * Weights in the order of the assets; variance and return in the unit of the input.
 */
export function meanVariance(input: MeanVarianceInput, solver: Solver): AllocationOutcome {
  const problem = problemOf(input);
  if (input.objective === 'max_return_vol') {
    return efficientWithinVolatility(problem, input.target_vol ?? 0, solver);
  }
  if (input.objective === 'max_sharpe') return maximumSharpe(problem, solver);
  return solveQuadraticObjective(problem, objectiveOf(input), solver);
}

function problemOf(input: MeanVarianceInput): MeanVarianceProblem {
  const cov = covarianceOf(input.cov);
  const mu = input.mu ? Float64Array.from(input.mu) : null;
  const plain = weightRegion(cov.rows, input);
  const region = input.objective === 'min_variance_return' ? targeted(plain, input) : plain;
  return {
    cov,
    mu,
    rf: input.rf ?? 0,
    l2: input.l2 ?? 0,
    region,
    position: positionOf(region, input.tx),
  };
}

function targeted(
  region: Region,
  { mu = [], target_return = 0, equality }: MeanVarianceInput,
): Region {
  const row = equality ? equalityRow : atLeastRow;
  return withRows(region, row('target_return', Float64Array.from(mu), target_return));
}

/** The weights of variance and of return in what is minimised. */
const objectiveOf = ({ objective, risk_aversion = 1 }: MeanVarianceInput) =>
  objective === 'max_utility' ? { variance: risk_aversion / 2, gain: 1 } : { variance: 1, gain: 0 };
