import type { Matrix } from '../algebra/matrix.js';
import { dot, multiply, zeros } from '../algebra/matrix.js';
import { quadraticForm } from '../algebra/matrix.js';
import type { BoundNames, Region, Row } from '../region.js';
import type { TransactionCost } from './problem.js';

/** A function ½x'Qx + c'x + constant of the columns of a position. */
export interface Quadratic {
  readonly Q: Matrix;
  readonly c: Float64Array;
  readonly constant: number;
}

/**
 * How the columns of a program stand for weights: the weights themselves, or, where trading costs,
 * what is bought and what is sold of each asset.
 */
export interface Position {
  /** Of the columns. */
  readonly region: Region;
  readonly weightsOf: (x: Float64Array) => Float64Array;
  /** factor·w'Aw + ridge·w'w */
  readonly square: (A: Matrix, factor: number, ridge: number) => Quadratic;
  /** v'w as c'x + constant */
  readonly linear: (v: ArrayLike<number>) => { c: Float64Array; constant: number };
  /** k·‖w − w_prev‖₁ as a slope over the columns. */
  readonly cost: Float64Array;
}

export const positionOf = (region: Region, tx: TransactionCost | undefined): Position =>
  tx && tx.k > 0 ? tradedPosition(region, tx) : plainPosition(region);

function plainPosition(region: Region): Position {
  const n = region.lower.length;
  return {
    region,
    weightsOf: (x) => x,
    square: (A, factor, ridge) => ({
      Q: scaled(A, 2 * factor, 2 * ridge),
      c: new Float64Array(n),
      constant: 0,
    }),
    linear: (v) => ({ c: Float64Array.from(v), constant: 0 }),
    cost: new Float64Array(n),
  };
}

/** factor·A + ridge·I */
function scaled(A: Matrix, factor: number, ridge: number): Matrix {
  const n = A.rows;
  const product = zeros(n, n);
  for (let k = 0; k < product.data.length; k += 1) product.data[k] = factor * A.data[k]!;
  for (let i = 0; i < n; i += 1) product.data[i * n + i]! += ridge;
  return product;
}

/** w = w_prev + bought − sold. As both cost, an optimum never buys and sells one asset. */
function tradedPosition(region: Region, { k, w_prev }: TransactionCost): Position {
  const before = Float64Array.from(w_prev);
  const n = before.length;
  const both = (v: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? v[j]! : -v[j - n]!));
  return {
    region: tradedRegion(region, before, both),
    weightsOf: (x) => before.map((value, j) => value + x[j]! - x[n + j]!),
    square: (A, factor, ridge) => {
      const square = scaled(A, factor, ridge);
      const Q = zeros(2 * n, 2 * n);
      for (let i = 0; i < 2 * n; i += 1) {
        for (let j = 0; j < 2 * n; j += 1) {
          const sign = i < n === j < n ? 2 : -2;
          Q.data[i * 2 * n + j] = sign * square.data[(i % n) * n + (j % n)]!;
        }
      }
      const slope = multiply(square, before).map((value) => 2 * value);
      return { Q, c: both(slope), constant: quadraticForm(square, before) };
    },
    linear: (v) => ({ c: both(v), constant: dot(v, before) }),
    cost: new Float64Array(2 * n).fill(k),
  };
}

/** Bounds of the weights as bounds of what is bought and what is sold. */
function tradedRegion(
  { lower, upper, rows, names }: Region,
  before: Float64Array,
  both: (v: Float64Array) => Float64Array,
): Region {
  const n = before.length;
  const column = (j: number): { lower: number; upper: number; names: BoundNames } => {
    const i = j % n;
    const [low, high] = [lower[i]! - before[i]!, upper[i]! - before[i]!];
    const isBought = j < n;
    const [least, most] = isBought ? [low, high] : [-high, -low];
    const { lower: lowerName, upper: upperName } = names[i] ?? {};
    const [leastName, mostName] = isBought ? [lowerName, upperName] : [upperName, lowerName];
    return {
      lower: Math.max(0, least),
      upper: Math.max(0, most),
      names: {
        ...(least > 0 && leastName !== undefined && { lower: leastName }),
        ...(most >= 0 && mostName !== undefined && { upper: mostName }),
      },
    };
  };
  const columns = Array.from({ length: 2 * n }, (_, j) => column(j));
  return {
    lower: Float64Array.from(columns, (one) => one.lower),
    upper: Float64Array.from(columns, (one) => one.upper),
    names: columns.map((one) => one.names),
    rows: rows.map((row): Row => {
      const held = dot(row.coefficients, before);
      return {
        ...row,
        coefficients: both(row.coefficients),
        lower: row.lower - held,
        upper: row.upper - held,
      };
    }),
  };
}
