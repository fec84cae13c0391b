import type { Matrix } from '../algebra/matrix.js';
import { dot, largest } from '../algebra/matrix.js';
import { symmetricProduct } from '../algebra/symmetric-product.js';

const NEWTON_STEPS = 60;
/** Products with Σ a step may take: risk comes from few strong factors, and each takes about one. */
const PRODUCTS = 60;
/** A step far from the solution is solved for no better than this. */
const ROUGH = 0.3;
/** Distance of y·(Σy) from the budgets that is rounding. */
const EXACT = 1e-15;

/** Where the search stands. */
interface Point {
  readonly y: Float64Array;
  /** Σy */
  readonly image: Float64Array;
}

/**
 * Newton's method on ½y'Σy − Σ b_i·ln y_i (Spinu 2013), in place, its steps by conjugate gradients
 * (Dembo, Eisenstat and Steihaug 1982: the nearer, the better they are solved). In parts of y the
 * step d solves (YΣY + B)d = b − y·(Σy), which is well conditioned wherever correlations are usual.
 */
export function conjugateNewton(cov: Matrix, budgets: Float64Array, y: Float64Array): void {
  const point: Point = { y, image: new Float64Array(y.length) };
  symmetricProduct(cov, y, point.image);
  let last = Infinity;
  for (let round = 0; round < NEWTON_STEPS; round += 1) {
    const missing = budgets.map((b, i) => b - y[i]! * point.image[i]!);
    const error = largest(missing);
    if (error <= EXACT || (error >= last && error < ROUNDED)) return;
    last = error;
    const { step, image } = relativeStep(cov, budgets, y, missing);
    // No coordinate may lose more than half.
    const reach = step.reduce((most, value) => Math.max(most, -value), 0);
    const length = reach > 0.5 ? 0.5 / reach : 1;
    for (let i = 0; i < y.length; i += 1) {
      y[i]! *= 1 + length * step[i]!;
      point.image[i]! += length * image[i]!;
    }
  }
}

/** An error that grows again below this has come to its rounding. */
const ROUNDED = 1e-12;

/** The step in parts of y and Σ times the step; `left` is what the step should do, and used up. */
function relativeStep(
  cov: Matrix,
  budgets: Float64Array,
  y: Float64Array,
  left: Float64Array,
): { step: Float64Array; image: Float64Array } {
  const n = y.length;
  const step = new Float64Array(n);
  const image = new Float64Array(n);
  const scale = y.map((value, i) => 1 / (value * value * cov.data[i * n + i]! + budgets[i]!));
  const towards = left.map((value, i) => value * scale[i]!);
  const [move, moved] = [new Float64Array(n), new Float64Array(n)];
  let size = dot(left, towards);
  const enough = size * Math.min(ROUGH ** 2, size);
  for (let round = 0; round < PRODUCTS && size > enough; round += 1) {
    for (let i = 0; i < n; i += 1) move[i] = y[i]! * towards[i]!;
    symmetricProduct(cov, move, moved);
    let curvature = 0;
    for (let i = 0; i < n; i += 1) {
      curvature += towards[i]! * (y[i]! * moved[i]! + budgets[i]! * towards[i]!);
    }
    const length = size / curvature;
    let next = 0;
    let worst = 0;
    for (let i = 0; i < n; i += 1) {
      step[i]! += length * towards[i]!;
      image[i]! += length * moved[i]!;
      const rest = left[i]! - length * (y[i]! * moved[i]! + budgets[i]! * towards[i]!);
      left[i] = rest;
      next += rest * rest * scale[i]!;
      worst = Math.max(worst, Math.abs(rest));
    }
    if (worst <= EXACT) break;
    for (let i = 0; i < n; i += 1) {
      towards[i] = left[i]! * scale[i]! + (next / size) * towards[i]!;
    }
    size = next;
  }
  return { step, image };
}
