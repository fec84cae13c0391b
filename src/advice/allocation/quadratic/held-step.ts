import type { Matrix } from '../algebra/matrix.js';
import { dot, zeros } from '../algebra/matrix.js';
import type { QuadraticProgram } from './active-set.js';
import type { EqualityStep } from './equality.js';
import { solveEquality } from './equality.js';
import type { WorkingSet } from './working-set.js';

export const NO_STEP: EqualityStep = {
  p: new Float64Array(),
  y: new Float64Array(),
  kind: 'unique',
};

/** Towards the minimum with the working set held. */
export function stepOf(
  program: QuadraticProgram,
  x: Float64Array,
  slope: Float64Array,
  free: readonly number[],
  rows: readonly number[],
  working: WorkingSet,
): EqualityStep {
  if (free.length === 0) return NO_STEP;
  const all = program.region.rows;
  const r = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k += 1) {
    const row = all[rows[k]!]!;
    const end = working.rows[rows[k]!] === -1 ? row.lower : row.upper;
    r[k] = end - dot(row.coefficients, x);
  }
  return solveEquality({
    Q: program.quadratic && submatrix(program.quadratic, free),
    g: part(slope, free),
    A: rows.map((i) => part(all[i]!.coefficients, free)),
    r,
    x: part(x, free),
  });
}

export function part(of: Float64Array, free: readonly number[]): Float64Array {
  const picked = new Float64Array(free.length);
  for (let k = 0; k < free.length; k += 1) picked[k] = of[free[k]!]!;
  return picked;
}

function submatrix(Q: Matrix, free: readonly number[]): Matrix {
  const f = free.length;
  const picked = zeros(f, f);
  for (let a = 0; a < f; a += 1) {
    const row = free[a]! * Q.columns;
    for (let b = 0; b < f; b += 1) picked.data[a * f + b] = Q.data[row + free[b]!]!;
  }
  return picked;
}
