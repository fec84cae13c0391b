import { dot } from '../algebra/matrix.js';
import type { Region } from '../region.js';

/** Which bounds and rows are held as equalities: −1 at the lower end, 1 at the upper, 0 free. */
export interface WorkingSet {
  readonly columns: Int8Array;
  readonly rows: Int8Array;
}

/** How near to an end a value counts as there. */
const NEAR = 1e-9;
/** A row whose part among the free columns is below this is dependent on the others. */
const DEPENDENT = 1e-9;

/** The rules that hold with equality at x, as many as are linearly independent. */
export function workingSetAt(region: Region, x: Float64Array): WorkingSet {
  const { lower, upper, rows } = region;
  const columns = new Int8Array(x.length);
  for (let j = 0; j < x.length; j += 1) columns[j] = endOf(x[j]!, lower[j]!, upper[j]!);
  const touching = new Int8Array(rows.length);
  rows.forEach((row, i) => {
    touching[i] = endOf(dot(row.coefficients, x), row.lower, row.upper);
  });
  return independentPart(region, { columns, rows: touching });
}

/** A working set with rows left out, or columns freed, until its rules are independent. */
export function independentPart(region: Region, { columns, rows: held }: WorkingSet): WorkingSet {
  const { rows } = region;
  const isEquality = (i: number): boolean => rows[i]!.lower === rows[i]!.upper;
  const order = [...rows.keys()]
    .filter((i) => held[i] !== 0 || isEquality(i))
    .sort((a, b) => Number(isEquality(b)) - Number(isEquality(a)));
  const ends = Int8Array.from(held, (end, i) => (isEquality(i) ? -1 : end));
  return independent(region, columns, ends, order);
}

const endOf = (value: number, lower: number, upper: number): -1 | 0 | 1 => {
  if (value - lower <= NEAR) return -1;
  return upper - value <= NEAR ? 1 : 0;
};

/**
 * Gram-Schmidt over the free columns. An equality that depends on earlier ones there gets a bound
 * column freed, unless it depends on them everywhere: then it says nothing new.
 */
function independent(
  region: Region,
  columns: Int8Array,
  touching: Int8Array,
  order: readonly number[],
): WorkingSet {
  const held = new Int8Array(touching.length);
  const basis: Float64Array[] = [];
  for (const i of order) {
    const row = region.rows[i]!;
    const left = Float64Array.from(row.coefficients);
    // Twice is enough for orthogonality to rounding.
    for (let round = 0; round < 2; round += 1) {
      for (const unit of basis) subtract(left, unit, freeDot(columns, left, unit));
    }
    const size = Math.sqrt(freeDot(columns, row.coefficients, row.coefficients));
    const norm = Math.sqrt(freeDot(columns, left, left));
    if (norm > DEPENDENT * size && norm > 0) {
      held[i] = touching[i]!;
      basis.push(left.map((value) => value / norm));
      continue;
    }
    if (row.lower !== row.upper) continue;
    const freed = columnToFree(region, columns, left);
    if (freed === -1) continue;
    const more = Int8Array.from(columns);
    more[freed] = 0;
    return independent(region, more, touching, order);
  }
  return { columns, rows: held };
}

/** The bound column on which the rest of a row leans most; −1 where it leans on none. */
function columnToFree({ lower, upper }: Region, columns: Int8Array, left: Float64Array): number {
  let best = -1;
  let most = DEPENDENT;
  for (let j = 0; j < columns.length; j += 1) {
    if (columns[j] === 0 || lower[j] === upper[j]) continue;
    if (Math.abs(left[j]!) <= most) continue;
    most = Math.abs(left[j]!);
    best = j;
  }
  return best;
}

function freeDot(columns: Int8Array, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < columns.length; j += 1) if (columns[j] === 0) sum += a[j]! * b[j]!;
  return sum;
}

function subtract(from: Float64Array, unit: Float64Array, factor: number): void {
  for (let j = 0; j < from.length; j += 1) from[j]! -= factor * unit[j]!;
}
