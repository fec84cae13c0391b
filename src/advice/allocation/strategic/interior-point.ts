import type { Point, Residuals, SmallProgram } from './newton.js';
import { dot, newton, residuals } from './newton.js';

export interface SmallSolution {
  readonly x: Float64Array;
  /** Multipliers of the rows, ≥ 0. */
  readonly multipliers: Float64Array;
  /** Multiplier of the sum: Qx + c + G'multipliers + sum = 0. */
  readonly sum: number;
}

/** Of the scaled problem. The gap closes further than the residuals, which rounding holds near 1e-11. */
const GAP = 1e-12;
const RESIDUAL = 1e-9;
const LONGEST = 100;
/** Steps after which the corrector, which can circle, gives way to plain path following. */
const PATIENCE = 15;
const PLAIN_CENTRING = 0.2;

/**
 * 内点法 (Mehrotra 1992), for a handful of assets: a dozen small dense steps. HiGHS's active set was
 * found to circle without end on one in a hundred of these problems, at vertices where caps meet. Throws where it does not converge, as without an interior.
 */
export function solveSmall(program: SmallProgram): SmallSolution {
  const scale = 1 / Math.max(...program.linear.map(Math.abs), ...program.quadratic.map(Math.abs));
  const scaled = {
    ...program,
    quadratic: program.quadratic.map((value) => value * scale),
    linear: program.linear.map((value) => value * scale),
  };
  let point = startOf(scaled);
  for (let step = 0; step < LONGEST; step++) {
    const residual = residuals(scaled, point);
    if (residual.complementarity < GAP && residual.size < RESIDUAL) {
      const { x, multipliers, sum } = point;
      return { x, multipliers: multipliers.map((value) => value / scale), sum: sum / scale };
    }
    point = improved(scaled, point, residual, step >= PATIENCE);
  }
  throw new Error('the mix did not converge');
}

function startOf({ linear, rows, most }: SmallProgram): Point {
  const x = new Float64Array(linear.length).fill(1 / linear.length);
  const slack = most.map((bound, row) => Math.max(bound - dot(rows[row]!, x), 0.1));
  return { x, slack, multipliers: new Float64Array(most.length).fill(0.1), sum: 0 };
}

function improved(
  program: SmallProgram,
  point: Point,
  residual: Residuals,
  plainly: boolean,
): Point {
  const { slack, multipliers } = point;
  const solve = newton(program, point, residual);
  const pure = slack.map((value, at) => value * multipliers[at]!);
  const step = plainly
    ? solve(pure.map((value) => value - PLAIN_CENTRING * residual.complementarity))
    : predictedAndCorrected(solve, pure, point, residual);
  const length = Math.min(1, 0.995 * longestStep(point, step));
  const moved = (from: Float64Array, by: Float64Array): Float64Array =>
    from.map((value, at) => value + length * by[at]!);
  return {
    x: moved(point.x, step.x),
    slack: moved(slack, step.slack),
    multipliers: moved(multipliers, step.multipliers),
    sum: point.sum + length * step.sum,
  };
}

function predictedAndCorrected(
  solve: (complementarity: Float64Array) => Point,
  pure: Float64Array,
  point: Point,
  { complementarity }: Residuals,
): Point {
  const { slack, multipliers } = point;
  const ahead = solve(pure);
  const reach = Math.min(1, longestStep(point, ahead));
  const left =
    slack.reduce(
      (total, value, at) =>
        total +
        (value + reach * ahead.slack[at]!) * (multipliers[at]! + reach * ahead.multipliers[at]!),
      0,
    ) / slack.length;
  const centring = (left / complementarity) ** 3 * complementarity;
  return solve(
    pure.map((value, at) => value + ahead.slack[at]! * ahead.multipliers[at]! - centring),
  );
}

/** How far the step may go before a slack or multiplier turns negative. */
function longestStep({ slack, multipliers }: Point, step: Point): number {
  let longest = 1 / 0.995;
  for (const [values, by] of [
    [slack, step.slack],
    [multipliers, step.multipliers],
  ] as const) {
    for (const [at, value] of values.entries()) {
      if (by[at]! < 0) longest = Math.min(longest, -value / by[at]!);
    }
  }
  return longest;
}
