import type { Solver } from '../solver.js';
import { minimise } from '../quadratic/solve.js';
import type { MeanVarianceProblem, ObjectiveWeights, Point } from './quadratic-objective.js';
import { objectiveOver } from './quadratic-objective.js';

/** The minimisers for a growing appetite θ, each found from the one before. */
export function efficientPath(
  problem: MeanVarianceProblem,
  weightsAt: (theta: number) => ObjectiveWeights,
  first: Point,
  solver: Solver,
): (theta: number) => Point {
  const { region } = problem.position;
  let near = first;
  return (theta) => {
    const objective = objectiveOver(problem, weightsAt(theta));
    const found = minimise({ ...objective, region }, solver, near.x);
    if ('x' in found) near = found;
    return near;
  };
}
