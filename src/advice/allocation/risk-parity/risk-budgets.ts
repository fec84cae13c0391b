import { factorise, solveFactorised } from '../algebra/cholesky.js';
import type { Matrix } from '../algebra/matrix.js';
import { acceleration } from './acceleration.js';
import { dotFrom, largest, multiply, quadraticForm } from '../algebra/matrix.js';

/** Cyclical sweeps before Newton's method takes over; 13 to 27 are usual. */
const SWEEPS = 60;
const NEWTON_STEPS = 100;
/** Distance from the budgets at which the search has failed. */
const FAILED = 1e-11;
/** Distance of y·(Σy) from its budget at the beginning of the last sweep, which about halves it. */
const EXACT = 1e-13;
/** Of the last step of Newton's method, which squares it. */
const SQUARED = 1e-14;

/**
 * 风险平价: y > 0 with y_i·(Σy)_i = b_i, the minimiser of ½y'Σy − Σ b_i·ln y_i; y scaled to sum 1
 * has risk contributions in proportion to b. Cyclical coordinate descent (Griveau-Billion, Richard
 * and Roncalli 2013) with Anderson's acceleration, then, where high correlation makes that slow, Newton's method on the same
 * function (Spinu 2013).
 *
 * @param cov without riskless assets
 * @param budgets positive, of sum 1
 * @returns null where there is none: a long-only portfolio without any risk
 */
export function budgetedRisk(cov: Matrix, budgets: Float64Array): Float64Array | null {
  const n = cov.rows;
  const y = Float64Array.from({ length: n }, (_, i) =>
    Math.sqrt(budgets[i]! / cov.data[i * n + i]!),
  );
  scaleToUnit(cov, y);
  let error = Infinity;
  const accelerated = acceleration();
  for (let sweep = 0; sweep < SWEEPS && error > EXACT; sweep += 1) {
    const from = Float64Array.from(y);
    error = sweepOnce(cov, budgets, y);
    if (error > EXACT) y.set(accelerated(from, y));
  }
  if (error > EXACT) newton(cov, budgets, y);
  return budgetError(y, multiply(cov, y), budgets) <= FAILED ? y : null;
}

/** max |y_i·(Σy)_i − b_i| */
function budgetError(y: Float64Array, image: Float64Array, budgets: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < y.length; i += 1) {
    worst = Math.max(worst, Math.abs(y[i]! * image[i]! - budgets[i]!));
  }
  return worst;
}

/** Total risk y'Σy is 1 at the solution; it may be so from the start. */
function scaleToUnit(cov: Matrix, y: Float64Array): void {
  const total = Math.sqrt(quadraticForm(cov, y));
  if (!(total > 0)) return;
  for (let i = 0; i < y.length; i += 1) y[i]! /= total;
}

/**
 * Each coordinate to its own minimum in turn: a positive root of σ²y² + αy − b. Answers the largest
 * distance from a budget that was met on the way.
 */
function sweepOnce({ columns: n, data }: Matrix, budgets: Float64Array, y: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < n; i += 1) {
    const image = dotFrom(data, i * n, y);
    const variance = data[i * n + i]!;
    worst = Math.max(worst, Math.abs(y[i]! * image - budgets[i]!));
    y[i] = positiveRoot(variance, image - variance * y[i]!, budgets[i]!);
  }
  return worst;
}

/** The y > 0 with variance·y² + α·y = b, without cancellation; Infinity where nothing holds it. */
export function positiveRoot(variance: number, alpha: number, b: number): number {
  const discriminant = Math.sqrt(alpha * alpha + 4 * variance * b);
  if (alpha > 0) return (2 * b) / (alpha + discriminant);
  return variance > 0 ? (discriminant - alpha) / (2 * variance) : Infinity;
}

/** Damped Newton steps; the function is self-concordant up to the least budget. */
function newton(cov: Matrix, budgets: Float64Array, y: Float64Array): void {
  const n = cov.rows;
  let error = Infinity;
  for (let round = 0; round < NEWTON_STEPS; round += 1) {
    const slope = multiply(cov, y).map((value, i) => value - budgets[i]! / y[i]!);
    const now = largest(slope.map((value, i) => value * y[i]!));
    if (now <= SQUARED || (now >= error && now < EXACT)) return;
    error = now;
    const H = Float64Array.from(cov.data);
    for (let i = 0; i < n; i += 1) H[i * n + i]! += budgets[i]! / (y[i]! * y[i]!);
    if (!factorise(H, n, 0)) return;
    const step = slope.map((value) => -value);
    solveFactorised(H, n, step);
    // In units of y no coordinate may lose more than half.
    const reach = Math.max(...step.map((value, i) => -value / y[i]!), 0);
    const length = reach > 0.5 ? 0.5 / reach : 1;
    for (let i = 0; i < n; i += 1) y[i]! += length * step[i]!;
  }
}
