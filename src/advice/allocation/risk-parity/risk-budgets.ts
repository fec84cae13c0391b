import { factorise, solveFactorised } from '../algebra/cholesky.js';
import type { Matrix } from '../algebra/matrix.js';
import { dot, largest, multiply } from '../algebra/matrix.js';
import { symmetricProduct } from '../algebra/symmetric-product.js';
import { conjugateNewton } from './conjugate-newton.js';

const NEWTON_STEPS = 100;
/** Distance from the budgets at which the search has failed. */
const FAILED = 1e-11;
/** Distance of y·(Σy) from its budget that leaves nothing to be done. */
const EXACT = 1e-13;
/** Of the last step of Newton's method, which squares it. */
const SQUARED = 1e-14;

/**
 * 风险平价: y > 0 with y_i·(Σy)_i = b_i, the minimiser of ½y'Σy − Σ b_i·ln y_i; y scaled to sum 1
 * has risk contributions in proportion to b. Newton's method on that function (Spinu 2013), its steps by
 * conjugate gradients and, where high correlation makes those slow, by Cholesky.
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
  sweep(cov, budgets, y);
  conjugateNewton(cov, budgets, y);
  let error = budgetError(cov, y, budgets);
  if (!(error <= EXACT)) {
    newton(cov, budgets, y);
    error = budgetError(cov, y, budgets);
  }
  return error <= FAILED ? y : null;
}

/** max |y_i·(Σy)_i − b_i| */
function budgetError(cov: Matrix, y: Float64Array, budgets: Float64Array): number {
  const image = new Float64Array(y.length);
  symmetricProduct(cov, y, image);
  let worst = 0;
  for (let i = 0; i < y.length; i += 1) {
    worst = Math.max(worst, Math.abs(y[i]! * image[i]! - budgets[i]!));
  }
  return worst;
}

/**
 * One round of cyclical coordinate descent (Griveau-Billion, Richard & Roncalli 2013), each y_i at its own
 * optimum: from there Newton's method needs no damped steps. Total risk y'Σy is 1 at the solution, and
 * made so at the start.
 */
function sweep({ data }: Matrix, budgets: Float64Array, y: Float64Array): void {
  const n = y.length;
  const image = new Float64Array(n);
  symmetricProduct({ rows: n, columns: n, data }, y, image);
  const total = Math.sqrt(dot(y, image));
  if (!(total > 0)) return;
  for (let i = 0; i < n; i += 1) {
    y[i]! /= total;
    image[i]! /= total;
  }
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    const variance = data[row + i]!;
    const others = image[i]! - variance * y[i]!;
    const root = Math.sqrt(others * others + 4 * variance * budgets[i]!);
    // The same root of the same equation, whichever loses no digits.
    const best =
      others > 0 ? (2 * budgets[i]!) / (root + others) : (root - others) / (2 * variance);
    const move = best - y[i]!;
    y[i] = best;
    for (let j = 0; j < n; j += 1) image[j]! += move * data[row + j]!;
  }
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
