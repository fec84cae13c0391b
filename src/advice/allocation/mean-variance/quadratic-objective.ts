import type { Matrix } from '../algebra/matrix.js';
import { diagonalOf, dot, largest, multiply, quadraticForm } from '../algebra/matrix.js';
import type { AllocationAnswer, AllocationOutcome, PortfolioReport } from '../answer.js';
import { bindingRules, certificateOf, dualityGap } from '../certificate.js';
import { minimalConflict } from '../conflict.js';
import { addScaled } from '../quadratic/equality.js';
import { minimise } from '../quadratic/solve.js';
import type { Optimum } from '../quadratic/solve.js';
import type { Region } from '../region.js';
import { violationAt } from '../region.js';
import type { Solver } from '../solver.js';
import type { Position } from './position.js';

export interface MeanVarianceProblem {
  readonly cov: Matrix;
  readonly mu: Float64Array | null;
  readonly rf: number;
  readonly l2: number;
  /** Of the weights. */
  readonly region: Region;
  readonly position: Position;
}

/** Minimised: variance·w'Σw − gain·mu'w + l2·(l2·w'w) + cost·(what trading costs). */
export interface ObjectiveWeights {
  readonly variance: number;
  readonly gain: number;
  /** Default 1. */
  readonly l2?: number;
  /** Default 1. */
  readonly cost?: number;
}

/** ½x'Qx + c'x over the columns of a position; Q null = linear. */
export interface Objective {
  readonly quadratic: Matrix | null;
  readonly linear: Float64Array;
}

export function objectiveOver(
  { cov, mu, l2, position }: MeanVarianceProblem,
  weights: ObjectiveWeights,
): Objective {
  const { Q, c } = position.square(cov, weights.variance, (weights.l2 ?? 1) * l2);
  const linear = Float64Array.from(c);
  if (mu && weights.gain !== 0) addScaled(linear, position.linear(mu).c, -weights.gain);
  addScaled(linear, position.cost, weights.cost ?? 1);
  return { quadratic: largest(diagonalOf(Q)) > 0 ? Q : null, linear };
}

export function slopeAt({ quadratic, linear }: Objective, x: Float64Array): Float64Array {
  const slope = quadratic ? multiply(quadratic, x) : new Float64Array(x.length);
  addScaled(slope, linear, 1);
  return slope;
}

/** The size of an objective: its largest coefficient. */
export const scaleOf = ({ quadratic, linear }: Objective): number =>
  Math.max(quadratic ? largest(diagonalOf(quadratic)) : 0, largest(linear));

export function solveQuadraticObjective(
  problem: MeanVarianceProblem,
  weights: ObjectiveWeights,
  solver: Solver,
): AllocationOutcome {
  const objective = objectiveOver(problem, weights);
  const { region } = problem.position;
  const found = minimise({ ...objective, region }, solver);
  if (!('x' in found)) return refusalOf(found.kind, problem.region, solver);
  return answerOf(problem, found, {
    slope: slopeAt(objective, found.x),
    multipliers: found.multipliers,
    scale: scaleOf(objective),
  });
}

export const refusalOf = (
  kind: 'infeasible' | 'unbounded',
  region: Region,
  solver: Solver,
): AllocationOutcome =>
  kind === 'infeasible'
    ? { refused: kind, conflict: minimalConflict(region, solver) }
    : { refused: kind };

/** What is known of the slope at the answer: the objective's, or that of the measure asked for. */
export interface Evidence {
  readonly slope: Float64Array;
  readonly multipliers: Float64Array;
  readonly scale: number;
  /** Beyond the gap of the rows and bounds. */
  readonly gap?: number;
  readonly violation?: number;
}

export type Point = Extract<Optimum, { readonly x: Float64Array }>;

export function answerOf(
  problem: MeanVarianceProblem,
  found: Point,
  { slope, multipliers, scale, gap = 0, violation = 0 }: Evidence,
): AllocationAnswer {
  const weights = problem.position.weightsOf(found.x);
  const at = { region: problem.position.region, x: found.x, slope, multipliers };
  return {
    weights: [...weights],
    report: reportOf(problem, weights, found.tied),
    certificate: certificateOf(
      dualityGap(at) + gap,
      Math.max(violationAt(problem.region, weights), violation),
      scale,
    ),
    binding: bindingRules(at, scale),
  };
}

function reportOf(
  { cov, mu, rf }: MeanVarianceProblem,
  weights: Float64Array,
  tied: boolean,
): PortfolioReport {
  const volatility = Math.sqrt(Math.max(0, quadraticForm(cov, weights)));
  const return_ = mu && dot(mu, weights);
  return {
    ...(return_ !== null && { return: return_ }),
    volatility,
    ...(return_ !== null && volatility > 0 && { sharpe: (return_ - rf) / volatility }),
    ...(tied && { tie_break: 'minimum_norm' as const }),
  };
}
