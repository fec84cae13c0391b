import { dot, largest, multiply } from '../algebra/matrix.js';
import type { Region } from '../region.js';
import { violationAt } from '../region.js';
import type { Solver } from '../solver.js';
import type { QuadraticProgram } from './active-set.js';
import { programOf } from './program.js';
import { addScaled } from './equality.js';

/** Up to this many columns the number of steps does not matter. */
const SMALL = 40;
/** The part of the columns that may leave a plain start for their bounds. */
const FEW = 0.3;

/**
 * A point of the region from which the active-set method has few steps to go: a plain one in the
 * middle where most columns are likely to stay free, else the vertex towards which the slope there
 * points. Or which end the search for one met.
 */
export function startOf(
  program: QuadraticProgram,
  solver: Solver,
): Float64Array | 'infeasible' | 'unbounded' {
  const middle = middleOf(program.region);
  const isInside = violationAt(program.region, middle) <= 1e-12;
  if (isInside && (middle.length <= SMALL || mostStayFree(program, middle))) return middle;
  return vertex(program, middle, solver);
}

/** The multiple of the first row, held within the bounds, that meets it: equal weights for a sum. */
function middleOf({ lower, upper, rows: [first] }: Region): Float64Array {
  const at = (t: number): Float64Array =>
    Float64Array.from(lower, (low, j) =>
      Math.min(upper[j]!, Math.max(low, first ? t * first.coefficients[j]! : 0)),
    );
  if (!first) return at(0);
  const valueAt = (t: number): number => dot(first.coefficients, at(t));
  let [below, above] = [-1, 1];
  while (valueAt(below) > first.upper && below > -1e9) below *= 2;
  while (valueAt(above) < first.lower && above < 1e9) above *= 2;
  for (let round = 0; round < 200 && above - below > 1e-16 * above; round += 1) {
    const middle = (below + above) / 2;
    if (valueAt(middle) < first.lower) below = middle;
    else above = middle;
  }
  return at(above);
}

/** Whether a step by the diagonal of Q, the sum kept, leaves most columns within their bounds. */
function mostStayFree(program: QuadraticProgram, x: Float64Array): boolean {
  const { quadratic, region } = program;
  if (!quadratic) return false;
  const n = x.length;
  const slope = slopeAt(program, x);
  const stiffness = (j: number): number => Math.max(quadratic.data[j * n + j]!, 1e-12);
  let [pull, give] = [0, 0];
  for (let j = 0; j < n; j += 1) {
    pull += slope[j]! / stiffness(j);
    give += 1 / stiffness(j);
  }
  let leaving = 0;
  for (let j = 0; j < n; j += 1) {
    const next = x[j]! - (slope[j]! - pull / give) / stiffness(j);
    if (next < region.lower[j]! || next > region.upper[j]!) leaving += 1;
  }
  return leaving <= FEW * n;
}

function vertex(
  program: QuadraticProgram,
  from: Float64Array,
  solver: Solver,
): Float64Array | 'infeasible' | 'unbounded' {
  const slope = slopeAt(program, from);
  const size = largest(slope) || 1;
  const towards = { ...program, quadratic: null, linear: slope.map((value) => value / size) };
  const found = solver(programOf(towards as QuadraticProgram));
  if (found.status === 'optimal') return found.x;
  // Without bounds there may be no vertex that way; any point will do then.
  const anywhere = { ...program, quadratic: null, linear: new Float64Array(slope.length) };
  const any = solver(programOf(anywhere));
  return any.status === 'optimal' ? any.x : 'infeasible';
}

function slopeAt({ quadratic, linear }: QuadraticProgram, x: Float64Array): Float64Array {
  const slope = quadratic ? multiply(quadratic, x) : new Float64Array(x.length);
  addScaled(slope, linear, 1);
  return slope;
}
