import { diagonalOf, dot, largest, quadraticForm, rowOf } from '../algebra/matrix.js';
import type { AllocationOutcome } from '../answer.js';
import { minimalConflict } from '../conflict.js';
import { minimise } from '../quadratic/solve.js';
import type { Row } from '../region.js';
import { atLeastRow, withRows } from '../region.js';
import { root } from '../root.js';
import type { Solver } from '../solver.js';
import { efficientPath } from './efficient-path.js';
import { leastSquaresOfRatio } from './ratio-tie.js';
import type { MeanVarianceProblem, ObjectiveWeights, Point } from './quadratic-objective.js';
import { answerOf, objectiveOver, refusalOf, slopeAt } from './quadratic-objective.js';

/**
 * 夏普比率最大: max e(w)/σ(w), e = mu'w − rf net of trading cost, σ² = w'(Σ + l2·I)w. The answer
 * lies on the path min ½σ² − τ·e where τ = σ²/e: there the slopes of ratio and path agree. The
 * equation τ·e − σ² = 0 is by pieces linear in τ.
 */
export function maximumSharpe(problem: MeanVarianceProblem, solver: Solver): AllocationOutcome {
  const { region } = problem.position;
  const least = minimise({ ...objectiveOver(problem, along(0)), region }, solver);
  if (!('x' in least)) return refusalOf(least.kind, problem.region, solver);
  if (!hasExcess(problem, solver)) {
    return { refused: 'infeasible', conflict: excessConflict(problem, solver) };
  }
  if (earnsWithoutRisk(problem, least, solver)) return { refused: 'unbounded' };
  const path = efficientPath(problem, along, least, solver);
  const tau = tangency((t) => balance(problem, path(t), t), guess(problem, least));
  if (tau === null) return { refused: 'unbounded' };
  // One step of Dinkelbach's iteration takes away what the search left.
  const near = path(tau);
  const exact = varianceOf(problem, near) / excessOf(problem, near);
  const tangent = path(exact);
  const { point, scale } = leastSquaresOfRatio(problem, tangent, excessOf(problem, tangent));
  return answerAt(problem, point, exact * scale);
}

const along = (tau: number): ObjectiveWeights => ({
  variance: 0.5,
  gain: tau,
  l2: 0.5,
  cost: tau,
});

const excessOf = ({ mu, rf, position }: MeanVarianceProblem, { x }: Point): number =>
  dot(mu ?? [], position.weightsOf(x)) - rf - dot(position.cost, x);

function varianceOf({ cov, l2, position }: MeanVarianceProblem, { x }: Point): number {
  const weights = position.weightsOf(x);
  return quadraticForm(cov, weights) + l2 * dot(weights, weights);
}

/**
 * τ·e − σ², a hair below: with a riskless asset that earns rf it is 0 on a whole piece, of which
 * the far end (nothing in that asset) is taken.
 */
const balance = (problem: MeanVarianceProblem, point: Point, tau: number): number =>
  tau * excessOf(problem, point) * (1 - 1e-12) - varianceOf(problem, point);

/** Whether any portfolio earns more than rf. */
function hasExcess(problem: MeanVarianceProblem, solver: Solver): boolean {
  const objective = objectiveOver({ ...problem, l2: 0 }, { variance: 0, gain: 1 });
  const best = minimise({ ...objective, region: problem.position.region }, solver);
  return 'x' in best
    ? excessOf(problem, best) > 1e-12 * Math.max(largest(problem.mu ?? []), Math.abs(problem.rf))
    : best.kind === 'unbounded';
}

/** Variance (relative to the largest of an asset) that is only rounding. */
const RISKLESS = 1e-13;

/** Whether a portfolio of no variance earns more than rf: the ratio then has no end. */
function earnsWithoutRisk(problem: MeanVarianceProblem, least: Point, solver: Solver): boolean {
  const { cov, position, mu, rf } = problem;
  const size = largest(diagonalOf(cov));
  if (varianceOf(problem, least) > RISKLESS * size) return false;
  const { Q } = position.square(cov, 1, 0);
  const still = Array.from({ length: Q.rows }, (_, i): Row => {
    const coefficients = rowOf(Q, i).map((value) => value / size);
    const value = dot(coefficients, least.x);
    return { coefficients, lower: value, upper: value, names: {} };
  });
  const objective = objectiveOver({ ...problem, l2: 0 }, { variance: 0, gain: 1 });
  const region = withRows(position.region, ...still);
  const best = minimise({ ...objective, region }, solver, least.x);
  if (!('x' in best)) return best.kind === 'unbounded';
  return excessOf(problem, best) > 1e-9 * Math.max(largest(mu ?? []), Math.abs(rf));
}

/** The rules that keep the return from exceeding rf; trading cost left aside. */
function excessConflict({ region, mu, rf }: MeanVarianceProblem, solver: Solver): string[] {
  const least = rf + 1e-9 * Math.max(largest(mu ?? []), Math.abs(rf), 1e-9);
  return minimalConflict(
    withRows(region, atLeastRow('rf', mu ?? new Float64Array(), least)),
    solver,
  );
}

/** τ to begin with: no smaller than variances by which the path can be followed. */
const guess = (problem: MeanVarianceProblem, least: Point): number => {
  const excess = Math.max(excessOf(problem, least), largest(problem.mu ?? []) / 10);
  const size = largest(diagonalOf(problem.cov)) + problem.l2;
  return Math.max(varianceOf(problem, least), size / 1000) / excess;
};

/** Below this τ returns drown in the rounding of variances. */
const SHRINKINGS = 14;

/** The root of the balance; null where the ratio has no end (return without any risk). */
function tangency(balanceAt: (tau: number) => number, start: number): number | null {
  let below = { x: start, y: balanceAt(start) };
  let above = below;
  for (let round = 0; round < 60 && above.y <= 0; round += 1) {
    below = above;
    above = { x: above.x * 4, y: balanceAt(above.x * 4) };
  }
  for (let round = 0; round < SHRINKINGS && below.y > 0; round += 1) {
    above = below;
    below = { x: below.x / 4, y: balanceAt(below.x / 4) };
  }
  return above.y <= 0 || below.y > 0 ? null : root(balanceAt, below, above);
}

/** The slope of −e/σ is (e/σ³)·(Σw − (σ²/e)·mu): that of the path times 1/(τσ). */
function answerAt(problem: MeanVarianceProblem, found: Point, tau: number): AllocationOutcome {
  const excess = excessOf(problem, found);
  const variance = varianceOf(problem, found);
  const factor = 1 / (tau * Math.sqrt(variance));
  const exact = slopeAt(objectiveOver(problem, along(variance / excess)), found.x);
  return answerOf(problem, found, {
    slope: exact.map((value) => value * (excess / variance ** 1.5)),
    multipliers: found.multipliers.map((value) => value * factor),
    scale: excess / Math.sqrt(variance),
  });
}
