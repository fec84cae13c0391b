import { cholesky, solveWith } from './cholesky.js';

/** min ½x'Qx + c'x subject to Σx = 1 and Gx ≤ h; Q positive semidefinite, row by row. */
export interface SmallProgram {
  readonly quadratic: Float64Array;
  readonly linear: Float64Array;
  /** Rows of G; some point must keep them all with room to spare. */
  readonly rows: readonly Float64Array[];
  readonly most: Float64Array;
}

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

interface Point {
  readonly x: Float64Array;
  readonly slack: Float64Array;
  readonly multipliers: Float64Array;
  readonly sum: number;
}

/**
 * 内点法 (Mehrotra 1992), for a handful of assets: a fixed number of small dense steps, about 50 µs. HiGHS's
 * active set was found to circle without end on one in a hundred of these problems, at vertices where
 * several caps meet. Throws where it does not converge, as without an interior.
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

interface Residuals {
  readonly dual: Float64Array;
  readonly primal: Float64Array;
  readonly sum: number;
  readonly complementarity: number;
  readonly size: number;
}

function residuals({ quadratic, linear, rows, most }: SmallProgram, point: Point): Residuals {
  const { x, slack, multipliers, sum } = point;
  const dual = linear.map(
    (cost, i) =>
      cost +
      sum +
      dot(quadratic.subarray(i * x.length, (i + 1) * x.length), x) +
      rows.reduce((total, row, at) => total + row[i]! * multipliers[at]!, 0),
  );
  const primal = most.map((bound, at) => dot(rows[at]!, x) + slack[at]! - bound);
  const excess = x.reduce((total, value) => total + value, -1);
  const complementarity = dot(slack, multipliers) / slack.length;
  const size = Math.max(
    ...dual.map(Math.abs),
    ...primal.map(Math.abs),
    Math.abs(excess),
    complementarity,
  );
  return { dual, primal, sum: excess, complementarity, size };
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

/** The Newton direction for a given residual of complementarity; the matrix is factored once. */
function newton(
  { quadratic, rows }: SmallProgram,
  { x, slack, multipliers }: Point,
  { dual, primal, sum: excess }: Residuals,
): (complementarity: Float64Array) => Point {
  const size = x.length;
  const weights = multipliers.map((value, at) => value / slack[at]!);
  const matrix = quadratic.map((value, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return rows.reduce((total, row, k) => total + row[i]! * weights[k]! * row[j]!, value);
  });
  const root = cholesky(matrix, size);
  const ones = solveWith(root, new Float64Array(size).fill(1));
  return (complementarity) => {
    const pull = complementarity.map(
      (value, at) => (multipliers[at]! * primal[at]! - value) / slack[at]!,
    );
    const right = dual.map((value, i) =>
      rows.reduce((total, row, at) => total - row[i]! * pull[at]!, -value),
    );
    const free = solveWith(root, right);
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    const sum = (total(free) + excess) / total(ones);
    const dx = free.map((value, i) => value - sum * ones[i]!);
    const slackStep = primal.map((value, at) => -value - dot(rows[at]!, dx));
    const multiplierStep = complementarity.map(
      (value, at) => (-value - multipliers[at]! * slackStep[at]!) / slack[at]!,
    );
    return { x: dx, slack: slackStep, multipliers: multiplierStep, sum };
  };
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

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, value, at) => total + value * b[at]!, 0);
