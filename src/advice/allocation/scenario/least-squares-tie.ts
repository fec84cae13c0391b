import { solveInterior } from '../interior/interior-point.js';
import { rowActivity, quadraticValue, type SmoothProgram } from '../interior/smooth-program.js';
import type { Solution } from '../solver.js';
import type { ScenarioProblem } from './problem.js';
import type { RiskProgram } from './risk-program.js';

const ZERO = 1e-9;

/**
 * Where a linear program has more than one best point, the one with the least w'w: everything whose
 * multiplier is not 0 is held where it is, and w'w is minimised over what is left free. Null where
 * the multipliers leave nothing free, or the point found is no better in w'w.
 */
export function leastSquaresOptimum(
  { size }: ScenarioProblem,
  { program }: RiskProgram,
  found: Solution,
): Float64Array | null {
  if (!hasFreedom(program, found)) return null;
  const face = optimalFace(program, found, size);
  const { x, isSolved } = solveInterior(face, found.x);
  if (!isSolved || !x.every(Number.isFinite)) return null;
  const isNearer = sumOfSquares(x, size) < sumOfSquares(found.x, size) * (1 - 1e-7);
  const isAsGood = quadraticValue(program, x) <= quadraticValue(program, found.x) + 1e-10;
  return isNearer && isAsGood ? x : null;
}

/** Some bound or row is met exactly without bearing on the objective: it may be left at no cost. */
function hasFreedom(program: SmoothProgram, { x, rowDual, columnDual }: Solution): boolean {
  const activity = rowActivity(program, x);
  const isMet = (value: number, low: number, high: number): boolean =>
    low !== high && (value - low <= ZERO || high - value <= ZERO);
  const freeColumn = x.some(
    (value, j) =>
      Math.abs(columnDual[j]!) <= ZERO && isMet(value, program.lower[j]!, program.upper[j]!),
  );
  return (
    freeColumn ||
    activity.some(
      (value, i) =>
        Math.abs(rowDual[i]!) <= ZERO && isMet(value, program.rowLower[i]!, program.rowUpper[i]!),
    )
  );
}

function optimalFace(
  program: SmoothProgram,
  { x, rowDual, columnDual }: Solution,
  size: number,
): SmoothProgram {
  const activity = rowActivity(program, x);
  const isHeldColumn = (j: number): boolean => Math.abs(columnDual[j]!) > ZERO;
  const isHeldRow = (i: number): boolean => Math.abs(rowDual[i]!) > ZERO;
  const hold = (bounds: Float64Array, held: (k: number) => boolean, values: Float64Array) =>
    bounds.map((bound, k) => (held(k) ? values[k]! : bound));
  const indices = Int32Array.from({ length: size }, (_, j) => j);
  return {
    ...program,
    cost: new Float64Array(x.length),
    lower: hold(program.lower, isHeldColumn, x),
    upper: hold(program.upper, isHeldColumn, x),
    rowLower: hold(program.rowLower, isHeldRow, activity),
    rowUpper: hold(program.rowUpper, isHeldRow, activity),
    hessian: {
      starts: Int32Array.from({ length: x.length + 1 }, (_, j) => Math.min(j, size)),
      indices,
      values: new Float64Array(size).fill(1),
    },
  };
}

function sumOfSquares(x: Float64Array, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += x[j]! * x[j]!;
  return sum;
}
