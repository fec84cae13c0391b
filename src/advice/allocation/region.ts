import { dot } from './algebra/matrix.js';

/** The portfolios that keep every rule: lower ≤ x ≤ upper and the rows; ±Infinity = no bound. */
export interface Region {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
  /** What the bounds of a column are called; a column without a name is no rule of the input. */
  readonly names: readonly BoundNames[];
}

export interface BoundNames {
  readonly lower?: string;
  readonly upper?: string;
}

/** lower ≤ coefficients'x ≤ upper */
export interface Row {
  readonly coefficients: Float64Array;
  readonly lower: number;
  readonly upper: number;
  readonly names: BoundNames;
}

/** A row that is met by one value only. */
export const equalityRow = (rule: string, coefficients: Float64Array, value: number): Row => ({
  coefficients,
  lower: value,
  upper: value,
  names: { lower: rule, upper: rule },
});

export const atLeastRow = (rule: string, coefficients: Float64Array, lower: number): Row => ({
  coefficients,
  lower,
  upper: Infinity,
  names: { lower: rule },
});

export const withRows = (region: Region, ...rows: readonly Row[]): Region => ({
  ...region,
  rows: [...region.rows, ...rows],
});

/** The furthest any rule is overstepped at x. */
export function violationAt({ lower, upper, rows }: Region, x: ArrayLike<number>): number {
  let worst = 0;
  for (let j = 0; j < lower.length; j += 1) {
    worst = Math.max(worst, lower[j]! - x[j]!, x[j]! - upper[j]!);
  }
  for (const row of rows) {
    const value = dot(row.coefficients, x);
    worst = Math.max(worst, row.lower - value, value - row.upper);
  }
  return worst;
}
