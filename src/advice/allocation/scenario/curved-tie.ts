import { dot, identity } from '../algebra/matrix.js';
import { addProducts, independentOf } from '../algebra/independent.js';
import type { SmoothProgram } from '../interior/smooth-program.js';
import { minimise } from '../quadratic/solve.js';
import type { Row } from '../region.js';
import type { Solver } from '../solver.js';

/** A shortfall this small (scaled) may be none that an interior point came no nearer to. */
const SHORT = 1e-4;
const MET = 1e-9;

/**
 * Where a program of a root measure has more than one best point, the one with the least w'w; null
 * where it is the only one. A curved objective is the same all over its best points, and so is all
 * that is curved: shortfalls and drawdowns, the risky part of a covariance, and with it the reward.
 * These are held where they are, and w'w is minimised over what is left free.
 *
 * @param program whose first `size` columns are the weights, κ = 1
 */
export function leastSquaresOnCurve(
  program: SmoothProgram,
  x: Float64Array,
  size: number,
  solver: Solver,
): Float64Array | null {
  const { held, rows } = faceOf(program, x, size);
  const independent = independentOf(held);
  if (independent.length === size) return null;
  const weights = x.subarray(0, size);
  const still = independent.map((j): Row => {
    const value = dot(held[j]!, weights);
    return { coefficients: held[j]!, lower: value, upper: value, names: {} };
  });
  const region = {
    lower: program.lower.slice(0, size),
    upper: program.upper.slice(0, size),
    rows: [...still, ...rows],
    names: Array.from({ length: size }, () => ({})),
  };
  const quadratic = identity(size);
  const found = minimise({ quadratic, linear: new Float64Array(size), region }, solver);
  if (!('x' in found) || found.kind !== 'optimal') return null;
  return hasFreedom(held, region, found.x) || isElsewhere(found.x, weights) ? found.x : null;
}

/** What the best points share, as products of the weights' coefficients, and the rules they keep besides. */
function faceOf(
  program: SmoothProgram,
  x: Float64Array,
  size: number,
): { readonly held: readonly Float64Array[]; readonly rows: readonly Row[] } {
  const held = covarianceIn(program, size);
  const reward = program.cost.subarray(0, size);
  const most = reward.reduce((so, value) => Math.max(so, Math.abs(value)), 0);
  if (most > 0)
    addProducts(
      held,
      reward.map((value) => value / most),
    );
  const short = new Set<number>();
  program.columnPeriods.forEach((period, j) => {
    if (period >= 0 && x[j]! > SHORT) short.add(period);
  });
  const rows: Row[] = [];
  for (let i = 0; i < program.rowLower.length; i++) {
    const { coefficients, constant } = overWeights(program, i, x, size);
    const lower = program.rowLower[i]!;
    const upper = program.rowUpper[i]!;
    if (lower === upper || short.has(program.rowPeriods[i]!)) addProducts(held, coefficients);
    else rows.push({ coefficients, lower: lower - constant, upper: upper - constant, names: {} });
  }
  return { held, rows };
}

/** A row with all columns but the weights where they are; shortfalls that are none, at 0. */
function overWeights(
  { rows: { starts, indices, values }, columnPeriods }: SmoothProgram,
  row: number,
  x: Float64Array,
  size: number,
): { readonly coefficients: Float64Array; readonly constant: number } {
  const coefficients = new Float64Array(size);
  let constant = 0;
  for (let p = starts[row]!; p < starts[row + 1]!; p++) {
    const j = indices[p]!;
    if (j < size) coefficients[j] = values[p]!;
    else if (columnPeriods[j]! < 0 || x[j]! > SHORT) constant += values[p]! * x[j]!;
  }
  return { coefficients, constant };
}

function covarianceIn({ hessian }: SmoothProgram, size: number): Float64Array[] {
  const products = Array.from({ length: size }, () => new Float64Array(size));
  if (!hessian) return products;
  for (let j = 0; j < size; j++) {
    for (let p = hessian.starts[j]!; p < hessian.starts[j + 1]!; p++) {
      const i = hessian.indices[p]!;
      products[i]![j] = hessian.values[p]!;
      products[j]![i] = hessian.values[p]!;
    }
  }
  return products;
}

interface Face {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
}

/** Whether the point may still move both ways along some line of the face. */
function hasFreedom(
  held: readonly Float64Array[],
  { lower, upper, rows }: Face,
  x: Float64Array,
): boolean {
  const met = held.map((row) => row.slice());
  x.forEach((value, j) => {
    if (value - lower[j]! <= MET || upper[j]! - value <= MET) met[j]![j]! += 1;
  });
  for (const row of rows) {
    const value = dot(row.coefficients, x);
    if (value - row.lower <= MET || row.upper - value <= MET) addProducts(met, row.coefficients);
  }
  return independentOf(met).length < x.length;
}

/** Further than an interior point is from where it is going. */
const isElsewhere = (found: Float64Array, from: Float64Array): boolean =>
  found.some((value, j) => Math.abs(value - from[j]!) > 1e-5);
