import { factorise, solveFactorised } from '../algebra/cholesky.js';
import type { Matrix } from '../algebra/matrix.js';
import { diagonalOf, dotFrom, multiply, sum } from '../algebra/matrix.js';
import { root } from '../root.js';

/** Weights with the price λ of the logarithms that makes them sum to 1. */
export interface BoundedBudgets {
  readonly weights: Float64Array;
  readonly lambda: number;
}

/** Below e to the minus this of a usual variance, λ drowns in its rounding. */
const DEEPEST = 23;
const ROUNDS = 100;
const SWEEPS = 20;

/**
 * Constrained risk budgeting (Richard and Roncalli 2019): min ½x'Σx − λΣ b_i·ln x_i over the bounds
 * by cyclical descent with clipping, λ so that x sums to 1. null where even λ → 0 sums to more.
 */
export function boundedBudgets(
  cov: Matrix,
  budgets: Float64Array,
  bounds: Box,
  start: Float64Array,
): BoundedBudgets | null {
  let x: Float64Array = Float64Array.from(start, (value, i) =>
    Math.min(bounds.upper[i]!, Math.max(bounds.lower[i]!, value)),
  );
  const at = (log: number): Float64Array => {
    x = descend(cov, budgets, bounds, Math.exp(log), x);
    return x;
  };
  const excess = (log: number): number => sum(at(log)) - 1;
  const centre = Math.log(sum(diagonalOf(cov)) / cov.rows ** 2);
  let below = { x: centre, y: excess(centre) };
  let above = below;
  while (above.y < 0 && above.x < centre + 200) {
    below = above;
    above = { x: above.x + 1, y: excess(above.x + 1) };
  }
  while (below.y > 0 && below.x > centre - DEEPEST) {
    above = below;
    below = { x: below.x - 1, y: excess(below.x - 1) };
  }
  if (below.y > 0 || above.y < 0) return null;
  const log = root(excess, below, above, 2 * Number.EPSILON);
  return { weights: at(log), lambda: Math.exp(log) };
}

interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Sweeps of all coordinates, and where those are slow a Newton step of the ones between bounds. */
function descend(
  cov: Matrix,
  budgets: Float64Array,
  box: Box,
  lambda: number,
  from: Float64Array,
): Float64Array {
  const x = Float64Array.from(from);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      if (sweepOnce(cov, budgets, box, lambda, x) < 1e-16) return x;
    }
    if (newtonStep(cov, budgets, box, lambda, x) < 1e-16) return x;
  }
  return x;
}

/** Answers the largest move. */
function sweepOnce(
  cov: Matrix,
  budgets: Float64Array,
  { lower, upper }: Box,
  lambda: number,
  x: Float64Array,
): number {
  const n = cov.rows;
  let moved = 0;
  for (let i = 0; i < n; i += 1) {
    const variance = cov.data[i * n + i]!;
    const alpha = dotFrom(cov.data, i * n, x) - variance * x[i]!;
    const free = positiveRoot(variance, alpha, lambda * budgets[i]!);
    const change = Math.min(upper[i]!, Math.max(lower[i]!, free)) - x[i]!;
    if (change === 0) continue;
    x[i]! += change;
    moved = Math.max(moved, Math.abs(change));
  }
  return moved;
}

/** The y > 0 with variance·y² + α·y = b, without cancellation; Infinity where nothing holds it. */
function positiveRoot(variance: number, alpha: number, b: number): number {
  const discriminant = Math.sqrt(alpha * alpha + 4 * variance * b);
  if (alpha > 0) return (2 * b) / (alpha + discriminant);
  return variance > 0 ? (discriminant - alpha) / (2 * variance) : Infinity;
}

/** As far as the bounds, and never more than half of a coordinate; answers the largest move. */
function newtonStep(
  cov: Matrix,
  budgets: Float64Array,
  { lower, upper }: Box,
  lambda: number,
  x: Float64Array,
): number {
  const n = cov.rows;
  const free = [...x.keys()].filter((i) => x[i]! > lower[i]! && x[i]! < upper[i]!);
  const f = free.length;
  const image = multiply(cov, x);
  const H = new Float64Array(f * f);
  free.forEach((i, a) => {
    free.forEach((j, b) => (H[a * f + b] = cov.data[i * n + j]!));
    H[a * f + a]! += (lambda * budgets[i]!) / (x[i]! * x[i]!);
  });
  const step = Float64Array.from(free, (i) => (lambda * budgets[i]!) / x[i]! - image[i]!);
  if (!factorise(H, f, 0)) return 0;
  solveFactorised(H, f, step);
  let length = 1;
  free.forEach((i, a) => {
    const room = step[a]! > 0 ? upper[i]! - x[i]! : Math.min(x[i]! - lower[i]!, x[i]! / 2);
    if (Math.abs(step[a]!) * length > room) length = room / Math.abs(step[a]!);
  });
  let moved = 0;
  free.forEach((i, a) => {
    x[i]! += length * step[a]!;
    moved = Math.max(moved, Math.abs(length * step[a]!));
  });
  return moved;
}
