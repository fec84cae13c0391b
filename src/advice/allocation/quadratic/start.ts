import { dot, largest, multiply } from '../algebra/matrix.js';
import type { Region } from '../region.js';
import { violationAt } from '../region.js';
import { root } from '../root.js';
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
  const x = new Float64Array(lower.length);
  const move = (t: number): Float64Array => {
    for (let j = 0; j < x.length; j += 1) {
      const wanted = first ? t * first.coefficients[j]! : 0;
      x[j] = Math.min(upper[j]!, Math.max(lower[j]!, wanted));
    }
    return x;
  };
  if (!first) return move(0);
  const target = Math.min(first.upper, Math.max(first.lower, dot(first.coefficients, move(0))));
  const short = (t: number): { x: number; y: number } => ({
    x: t,
    y: dot(first.coefficients, move(t)) - target,
  });
  let [below, above] = [short(-1), short(1)];
  while (below.y > 0 && below.x > -1e9) below = short(below.x * 2);
  while (above.y < 0 && above.x < 1e9) above = short(above.x * 2);
  if (below.y > 0 || above.y < 0) return move(0);
  return move(root((t) => short(t).y, below, above));
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
  const { region } = program;
  const found = solver(programOf({ region, linear: slope.map((value) => value / size) }));
  if (found.status === 'optimal') return found.x;
  // Without bounds there may be no vertex that way; any point will do then.
  const any = solver(programOf({ region, linear: new Float64Array(slope.length) }));
  return any.status === 'optimal' ? any.x : 'infeasible';
}

function slopeAt({ quadratic, linear }: QuadraticProgram, x: Float64Array): Float64Array {
  const slope = quadratic ? multiply(quadratic, x) : new Float64Array(x.length);
  addScaled(slope, linear, 1);
  return slope;
}
