import type { Matrix } from '../algebra/matrix.js';
import { diagonalOf, dot, largest } from '../algebra/matrix.js';
import type { Region } from '../region.js';
import { violationAt } from '../region.js';
import type { Program, Solver } from '../solver.js';
import type { Descent, QuadraticProgram } from './active-set.js';
import { descend } from './active-set.js';
import { programOf } from './program.js';
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

/** Up to this many columns our own method is faster from a plain start than HiGHS. */
const SMALL = 40;
/** The tie-break: a weight on ‖x‖² relative to the objective, to choose the rules held. */
const RIDGE = 1e-8;

/**
 * min ½x'Qx + c'x over a region, to rounding: HiGHS (or, for small programs, a plain start) finds
 * the neighbourhood, an active-set method of our own ends there exactly. Where several points are
 * equally good the one nearest to 0 is taken, whatever the order of the columns.
 *
 * @param start a point of the region near the minimum, where one is known
 */
export function minimise(program: QuadraticProgram, solver: Solver, start?: Float64Array): Optimum {
  const { scaled, objectiveScale, rowScales } = normalised(program);
  const near = start ?? plainStart(scaled.region) ?? solverStart(scaled, solver);
  if (typeof near === 'string') return { kind: near };
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
function normalised({ quadratic, linear, region }: QuadraticProgram): {
  scaled: QuadraticProgram;
  objectiveScale: number;
  rowScales: Float64Array;
} {
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
  const shrink = (values: Float64Array): Float64Array<ArrayBuffer> =>
    values.map((value) => value / objectiveScale) as Float64Array<ArrayBuffer>;
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

/**
 * The bounded multiple of the first row that meets it (equal weights, where that row is the sum),
 * if the other rows allow it; null otherwise and for large programs.
 */
function plainStart(region: Region): Float64Array | null {
  const { lower, upper, rows } = region;
  if (lower.length > SMALL) return null;
  const [first] = rows;
  const at = (t: number): Float64Array =>
    Float64Array.from(lower, (low, j) =>
      Math.min(upper[j]!, Math.max(low, first ? t * first.coefficients[j]! : 0)),
    );
  let [below, above] = [-1, 1];
  if (first) {
    const valueAt = (t: number): number => dot(first.coefficients, at(t));
    while (valueAt(below) > first.upper && below > -1e9) below *= 2;
    while (valueAt(above) < first.lower && above < 1e9) above *= 2;
    for (let round = 0; round < 200 && above - below > 1e-16 * above; round += 1) {
      const middle = (below + above) / 2;
      if (valueAt(middle) < first.lower) below = middle;
      else above = middle;
    }
  }
  const x = at(above);
  return violationAt(region, x) <= 1e-12 ? x : null;
}

/** Where HiGHS ends, or which end it met. */
function solverStart(
  program: QuadraticProgram,
  solver: Solver,
): Float64Array | 'infeasible' | 'unbounded' {
  const found = solver(programOf(program.quadratic ? withRidge(program) : program));
  if (found.status === 'optimal') return found.x;
  // Infeasible has to be sure, and any point will do where the quadratic search gave up.
  const anywhere: Program = {
    ...programOf({ ...program, quadratic: null }),
    cost: NOTHING(program),
  };
  const feasible = solver(anywhere);
  if (feasible.status !== 'optimal') return 'infeasible';
  return found.status === 'unbounded' ? 'unbounded' : feasible.x;
}

const NOTHING = ({ linear }: QuadraticProgram): Float64Array => new Float64Array(linear.length);
