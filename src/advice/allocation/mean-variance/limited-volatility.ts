import { dot, largest, quadraticForm } from '../algebra/matrix.js';
import type { AllocationOutcome } from '../answer.js';
import { bindingRules } from '../certificate.js';
import { minimalConflict } from '../conflict.js';
import { minimise } from '../quadratic/solve.js';
import type { Region } from '../region.js';
import { withRows } from '../region.js';
import { root } from '../root.js';
import type { Solver } from '../solver.js';
import { efficientPath } from './efficient-path.js';
import type { MeanVarianceProblem, ObjectiveWeights, Point } from './quadratic-objective.js';
import { answerOf, objectiveOver, refusalOf, scaleOf, slopeAt } from './quadratic-objective.js';

/**
 * max mu'w − l2·w'w − cost subject to w'Σw ≤ target². Along min ½w'Σw − θ·(mu'w − l2·w'w − cost)
 * the variance grows with θ, and by pieces as a line in θ² where l2 = 0: where it meets the limit
 * is the answer.
 */
export function efficientWithinVolatility(
  problem: MeanVarianceProblem,
  target: number,
  solver: Solver,
): AllocationOutcome {
  const { region } = problem.position;
  const least = minimise({ ...objectiveOver(problem, along(0)), region }, solver);
  if (!('x' in least)) return refusalOf(least.kind, problem.region, solver);
  const limit = target * target;
  if (varianceOf(problem, least) > limit * (1 + 1e-12)) {
    return { refused: 'infeasible', conflict: volatilityConflict(problem, limit, solver) };
  }
  return withoutLimit(problem, limit, solver) ?? atLimit(problem, least, target, solver);
}

const along = (theta: number): ObjectiveWeights => ({
  variance: 0.5,
  gain: theta,
  l2: theta,
  cost: theta,
});

const GAIN: ObjectiveWeights = { variance: 0, gain: 1 };

const varianceOf = ({ cov, position }: MeanVarianceProblem, { x }: Point): number =>
  quadraticForm(cov, position.weightsOf(x));

/** The best of all, of the least variance among those; null where that is over the limit. */
function withoutLimit(
  problem: MeanVarianceProblem,
  limit: number,
  solver: Solver,
): AllocationOutcome | null {
  const { region } = problem.position;
  const objective = objectiveOver(problem, GAIN);
  const best = minimise({ ...objective, region }, solver);
  if (!('x' in best)) return null;
  const calmest = objective.quadratic ? best : calmestOf(problem, best, solver);
  if (varianceOf(problem, calmest) > limit) return null;
  return answerOf(problem, calmest, {
    slope: slopeAt(objective, calmest.x),
    multipliers: best.multipliers,
    scale: scaleOf(objective),
  });
}

function calmestOf(problem: MeanVarianceProblem, best: Point, solver: Solver): Point {
  const { linear } = objectiveOver(problem, GAIN);
  const asGood = withRows(problem.position.region, {
    coefficients: linear,
    lower: -Infinity,
    upper: dot(linear, best.x),
    names: {},
  });
  const found = minimise({ ...objectiveOver(problem, along(0)), region: asGood }, solver, best.x);
  return 'x' in found ? found : best;
}

/** Stationary for the Lagrangian: the limit has a price of 1/2θ per unit of variance. */
function atLimit(
  problem: MeanVarianceProblem,
  least: Point,
  target: number,
  solver: Solver,
): AllocationOutcome {
  const limit = target * target;
  const path = efficientPath(problem, along, least, solver);
  const excess = (theta: number): number => varianceOf(problem, path(theta)) - limit;
  const theta = appetiteAt(excess, varianceOf(problem, least) - limit, {
    from: target / (largest(problem.mu ?? []) || 1),
    flat: 4 * Number.EPSILON * limit,
  });
  if (theta === null) return { refused: 'unbounded' };
  const found = path(theta);
  const volatility = Math.sqrt(varianceOf(problem, found));
  const perGain = (values: Float64Array): Float64Array => values.map((value) => value / theta);
  const answer = answerOf(problem, found, {
    slope: perGain(slopeAt(objectiveOver(problem, along(theta)), found.x)),
    multipliers: perGain(found.multipliers),
    scale: scaleOf(objectiveOver(problem, GAIN)),
    gap: Math.abs(limit - volatility * volatility) / (2 * theta),
    violation: volatility - target,
  });
  const price = { rule: 'target_vol', shadow_price: target / theta };
  return { ...answer, binding: [...answer.binding, price] };
}

/** The θ at which the excess is 0, sought in θ²; null where it never is. */
function appetiteAt(
  excess: (theta: number) => number,
  atZero: number,
  { from, flat }: { from: number; flat: number },
): number | null {
  let above = from;
  let top = excess(above);
  for (let round = 0; round < 60 && top <= 0; round += 1) {
    above *= 4;
    top = excess(above);
  }
  if (top <= 0) return null;
  const squared = (s: number): number => excess(Math.sqrt(s));
  const s = root(squared, { x: 0, y: Math.min(atZero, 0) }, { x: above * above, y: top }, flat);
  // A limit that only the least variance meets is met in the limit θ → 0.
  return Math.sqrt(Math.max(s, Number.EPSILON * above * above));
}

/** The rules that keep the variance above the limit, with the limit itself. */
function volatilityConflict(
  { cov, region }: MeanVarianceProblem,
  limit: number,
  solver: Solver,
): string[] {
  const objective = {
    quadratic: { ...cov, data: cov.data.map((value) => 2 * value) },
    linear: new Float64Array(cov.rows),
  };
  const least = (kept: Region) => minimise({ ...objective, region: kept }, solver);
  const isPossible = (kept: Region): boolean => {
    const found = least(kept);
    return 'x' in found && quadraticForm(cov, found.x) <= limit * (1 + 1e-12);
  };
  const found = least(region);
  const pulling =
    'x' in found
      ? bindingRules(
          { ...found, region, slope: slopeAt(objective, found.x) },
          scaleOf(objective),
        ).map(({ rule }) => rule)
      : [];
  return [...minimalConflict(region, solver, isPossible, pulling), 'target_vol'];
}
