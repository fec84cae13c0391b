import type { Matrix } from '../algebra/matrix.js';
import { diagonalOf, largest } from '../algebra/matrix.js';
import type { Solver } from '../solver.js';
import type { Descent, QuadraticProgram } from './active-set.js';
import { descend } from './active-set.js';
import { startOf } from './start.js';
import { workingSetAt } from './working-set.js';

export type Optimum =
  | {
      readonly kind: 'optimal' | 'unfinished';
      readonly x: Float64Array;
      /** y of the rows: c + Qx = A'y + z, z the multipliers of the bounds. */
      readonly multipliers: Float64Array;
      /** x is the one nearest to 0 of several minimisers. */
      readonly tied: boolean;
    }
  | { readonly kind: 'infeasible' | 'unbounded' };

/** The tie-break: a weight on ‖x‖² relative to the objective, to choose the rules held. */
const RIDGE = 1e-8;

/**
 * min ½x'Qx + c'x over a region, to rounding, by an active-set method of our own; the solver, for
 * linear programs, only finds where to start.
 * Where several points are equally good the one nearest to 0 is taken, whatever the order of the
 * columns.
 *
 * @param start a point of the region near the minimum, where one is known
 */
export function minimise(program: QuadraticProgram, solver: Solver, start?: Float64Array): Optimum {
  const normal = normalised(program);
  const near = start ?? startOf(normal.scaled, solver);
  return typeof near === 'string' ? { kind: near } : descendFrom(normal, near);
}

/** The same from a point of the region, which needs no solver. */
export const minimiseFrom = (program: QuadraticProgram, start: Float64Array): Optimum =>
  descendFrom(normalised(program), start);

function descendFrom(
  { scaled, objectiveScale, rowScales }: NormalProgram,
  near: Float64Array,
): Optimum {
  const { descent, tied } = finish(scaled, near);
  if (descent.kind === 'unbounded') return { kind: 'unbounded' };
  const multipliers = descent.multipliers.map((y, i) => (y * objectiveScale) / rowScales[i]!);
  return { kind: descent.kind, x: descent.x, multipliers, tied };
}

function finish(
  program: QuadraticProgram,
  near: Float64Array,
): { descent: Descent; tied: boolean } {
  const first = descend(program, near, workingSetAt(program.region, near));
  if (!first.tied && !first.costless) return { descent: first, tied: false };
  const leaned = descend(withRidge(program), first.x, first.working);
  const second = descend(program, leaned.x, leaned.working);
  const moved = second.x.some((value, j) => Math.abs(value - first.x[j]!) > 1e-9);
  return { descent: second, tied: moved || second.tied };
}

/** Objective and rows brought to size 1, so that one tolerance fits all units. */
interface NormalProgram {
  readonly scaled: QuadraticProgram;
  readonly objectiveScale: number;
  readonly rowScales: Float64Array;
}

function normalised({ quadratic, linear, region }: QuadraticProgram): NormalProgram {
  const size = Math.max(quadratic ? largest(diagonalOf(quadratic)) : 0, largest(linear));
  const objectiveScale = size > 0 ? size : 1;
  const rowScales = Float64Array.from(region.rows, (row) => largest(row.coefficients) || 1);
  const rows = region.rows.map((row, i) => {
    const scale = rowScales[i]!;
    return {
      ...row,
      coefficients: row.coefficients.map((value) => value / scale),
      lower: row.lower / scale,
      upper: row.upper / scale,
    };
  });
  const shrink = (values: Float64Array): Float64Array => {
    const shrunk = new Float64Array(values.length);
    for (let k = 0; k < values.length; k += 1) shrunk[k] = values[k]! / objectiveScale;
    return shrunk;
  };
  return {
    scaled: {
      quadratic: quadratic && { ...quadratic, data: shrink(quadratic.data) },
      linear: shrink(linear),
      region: { ...region, rows },
    },
    objectiveScale,
    rowScales,
  };
}

function withRidge(program: QuadraticProgram): QuadraticProgram {
  const n = program.linear.length;
  const data = program.quadratic
    ? Float64Array.from(program.quadratic.data)
    : new Float64Array(n * n);
  for (let j = 0; j < n; j += 1) data[j * n + j]! += RIDGE;
  const quadratic: Matrix = { rows: n, columns: n, data };
  return { ...program, quadratic };
}
