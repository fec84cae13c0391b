/** An orthonormal basis of R^n split by the rows of a matrix of full row rank w: A' = [Y Z][R; 0]. */
export interface NullSpace {
  readonly n: number;
  readonly range: readonly Float64Array[];
  readonly null: readonly Float64Array[];
  /** R, w × w upper triangular, row by row. */
  readonly R: Float64Array;
}

/** Householder QR of A', whose columns are `rows`. */
export function nullSpaceOf(rows: readonly Float64Array[], n: number): NullSpace {
  const w = rows.length;
  const columns = rows.map((row) => Float64Array.from(row));
  const reflectors: Float64Array[] = [];
  for (let k = 0; k < w; k += 1) {
    const reflector = reflectorOf(columns[k]!, k);
    reflectors.push(reflector);
    for (let j = k; j < w; j += 1) reflect(reflector, columns[j]!, k);
  }
  const R = new Float64Array(w * w);
  for (let j = 0; j < w; j += 1) for (let i = 0; i <= j; i += 1) R[i * w + j] = columns[j]![i]!;
  const basis = Array.from({ length: n }, (_, k) => {
    const column = new Float64Array(n);
    column[k] = 1;
    for (let i = w - 1; i >= 0; i -= 1) reflect(reflectors[i]!, column, i);
    return column;
  });
  return { n, range: basis.slice(0, w), null: basis.slice(w), R };
}

/** The unit vector v so that (I − 2vv') clears `column` below position `from`. */
function reflectorOf(column: Float64Array, from: number): Float64Array {
  const v = new Float64Array(column.length);
  let norm = 0;
  for (let i = from; i < column.length; i += 1) norm += column[i]! * column[i]!;
  norm = Math.sqrt(norm);
  for (let i = from; i < column.length; i += 1) v[i] = column[i]!;
  v[from]! += column[from]! < 0 ? -norm : norm;
  let length = 0;
  for (let i = from; i < v.length; i += 1) length += v[i]! * v[i]!;
  length = Math.sqrt(length);
  if (length > 0) for (let i = from; i < v.length; i += 1) v[i]! /= length;
  return v;
}

function reflect(v: Float64Array, x: Float64Array, from: number): void {
  let along = 0;
  for (let i = from; i < x.length; i += 1) along += v[i]! * x[i]!;
  for (let i = from; i < x.length; i += 1) x[i]! -= 2 * along * v[i]!;
}

/** The shortest p with Ap = b. */
export function shortestSolution({ n, range, R }: NullSpace, b: Float64Array): Float64Array {
  const w = range.length;
  const solved = Float64Array.from(b);
  for (let i = 0; i < w; i += 1) {
    for (let k = 0; k < i; k += 1) solved[i]! -= R[k * w + i]! * solved[k]!;
    solved[i]! /= R[i * w + i]!;
  }
  const p = new Float64Array(n);
  for (let k = 0; k < w; k += 1) for (let i = 0; i < n; i += 1) p[i]! += range[k]![i]! * solved[k]!;
  return p;
}

/** The y for which A'y comes nearest to g. */
export function multipliersOf({ range, R }: NullSpace, g: Float64Array): Float64Array {
  const w = range.length;
  const y = Float64Array.from(range, (column) => {
    let sum = 0;
    for (let i = 0; i < g.length; i += 1) sum += column[i]! * g[i]!;
    return sum;
  });
  for (let i = w - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < w; k += 1) y[i]! -= R[i * w + k]! * y[k]!;
    y[i]! /= R[i * w + i]!;
  }
  return y;
}
