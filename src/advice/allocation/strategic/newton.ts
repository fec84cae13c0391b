import { cholesky, solveWith } from './cholesky.js';

/** min ½x'Qx + c'x subject to Σx = 1 and Gx ≤ h; Q positive semidefinite, row by row. */
export interface SmallProgram {
  readonly quadratic: Float64Array;
  readonly linear: Float64Array;
  /** Rows of G; some point must keep them all with room to spare. */
  readonly rows: readonly Float64Array[];
  readonly most: Float64Array;
}

/** Where a solve stands, or a step from there. */
export interface Point {
  readonly x: Float64Array;
  readonly slack: Float64Array;
  readonly multipliers: Float64Array;
  readonly sum: number;
}

/** What is still wrong with a point. */
export interface Residuals {
  readonly dual: Float64Array;
  readonly primal: Float64Array;
  readonly sum: number;
  readonly complementarity: number;
  readonly size: number;
}

export function residuals(
  { quadratic, linear, rows, most }: SmallProgram,
  point: Point,
): Residuals {
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

/** The Newton direction for a given residual of complementarity; the matrix is factored once. */
export function newton(
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

export const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, value, at) => total + value * b[at]!, 0);
