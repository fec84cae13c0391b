import type { BoundNames, Region, Row } from './region.js';

/** A bound for all assets, for each one, or none (null). */
export type Bound = number | null | readonly (number | null)[];

export interface WeightRules {
  /** Default 0. */
  readonly lb?: Bound | undefined;
  /** Default 1. */
  readonly ub?: Bound | undefined;
  /** What the weights add up to; default 1. */
  readonly sum?: number | undefined;
  readonly groups?: readonly GroupRule[] | undefined;
}

/** 类别比例限制: the weights of the assets `idx` together. */
export interface GroupRule {
  readonly idx: readonly number[];
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The region of the weights of n assets, each rule named by its path in the input. */
export function weightRegion(
  n: number,
  { lb = 0, ub = 1, sum = 1, groups = [] }: WeightRules,
): Region {
  const ones = new Float64Array(n).fill(1);
  const total: Row = {
    coefficients: ones,
    lower: sum,
    upper: sum,
    names: { lower: 'sum', upper: 'sum' },
  };
  return {
    lower: boundsOf(lb, n, -Infinity),
    upper: boundsOf(ub, n, Infinity),
    names: Array.from({ length: n }, (_, j): BoundNames => ({
      lower: `lb[${j}]`,
      upper: `ub[${j}]`,
    })),
    rows: [total, ...groups.map((group, g) => groupRow(n, group, g))],
  };
}

function boundsOf(bound: Bound, n: number, none: number): Float64Array {
  if (typeof bound === 'number') return new Float64Array(n).fill(bound);
  const bounds = new Float64Array(n).fill(none);
  bound?.forEach((value, j) => (bounds[j] = value ?? none));
  return bounds;
}

function groupRow(n: number, { idx, min, max }: GroupRule, g: number): Row {
  const coefficients = new Float64Array(n);
  for (const j of idx) coefficients[j]! += 1;
  const names = { lower: `groups[${g}].min`, upper: `groups[${g}].max` };
  return { coefficients, lower: min ?? -Infinity, upper: max ?? Infinity, names };
}
