/** A dense matrix, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Sparse rows: row `i` has `columns[at]`, `values[at]` for `starts[i] <= at < starts[i + 1]`. */
export interface SparseRows {
  readonly width: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: new Float32Array(rows * columns),
});

export const rowOf = ({ values, columns }: Matrix, row: number): Float32Array =>
  values.subarray(row * columns, (row + 1) * columns);

/** sparse × dense. */
export function multiply(sparse: SparseRows, dense: Matrix): Matrix {
  const product = zeros(sparse.starts.length - 1, dense.columns);
  eachEntry(sparse, (row, column, value) =>
    addScaled(rowOf(product, row), rowOf(dense, column), value),
  );
  return product;
}

/** sparseᵀ × dense. */
export function multiplyTransposed(sparse: SparseRows, dense: Matrix): Matrix {
  const product = zeros(sparse.width, dense.columns);
  eachEntry(sparse, (row, column, value) =>
    addScaled(rowOf(product, column), rowOf(dense, row), value),
  );
  return product;
}

/** aᵀ × a, in doubles: it is about to be factored. */
export function gram(a: Matrix): Float64Array {
  const n = a.columns;
  const product = new Float64Array(n * n);
  for (let row = 0; row < a.rows; row++) {
    const values = rowOf(a, row);
    for (let i = 0; i < n; i++) {
      const value = values[i] as number;
      if (value === 0) continue;
      for (let j = i; j < n; j++) product[i * n + j]! += value * (values[j] as number);
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) product[i * n + j] = product[j * n + i]!;
  return product;
}

/** a × b where `b` is a square of doubles, row after row; keeps the first `columns` of the result. */
export function multiplySquare(a: Matrix, b: Float64Array, columns: number): Matrix {
  const n = a.columns;
  const product = zeros(a.rows, columns);
  for (let row = 0; row < a.rows; row++) {
    const from = rowOf(a, row);
    const to = rowOf(product, row);
    for (let i = 0; i < n; i++) {
      const value = from[i] as number;
      if (value === 0) continue;
      for (let j = 0; j < columns; j++) to[j]! += value * (b[i * n + j] as number);
    }
  }
  return product;
}

/** Columns made orthonormal by Cholesky QR, twice for accuracy in single precision. */
export function orthonormal(a: Matrix): Matrix {
  let made = a;
  for (let pass = 0; pass < 2; pass++) {
    made = multiplySquare(made, inverseFactor(gram(made), made.columns), made.columns);
  }
  return made;
}

/** R⁻¹ (upper) where RᵀR is the given matrix; a tiny ridge stands in for missing rank. */
function inverseFactor(square: Float64Array, n: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += square[i * n + i] as number;
  const ridge = (trace / n) * 1e-9 + Number.MIN_VALUE;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = square[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, ridge)) : sum / lower[j * n + j]!;
    }
  }
  return invertTransposed(lower, n);
}

function invertTransposed(lower: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    for (let i = column; i < n; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k++) sum -= lower[i * n + k]! * inverse[column * n + k]!;
      inverse[column * n + i] = sum / lower[i * n + i]!;
    }
  }
  return inverse;
}

/**
 * Eigenvalues, largest first, and eigenvectors as columns of a symmetric matrix (cyclic Jacobi).
 * `square` is overwritten.
 */
export function symmetricEigen(
  square: Float64Array,
  n: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const rotated = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 30 && offDiagonal(square, n) > 1e-9; sweep++) {
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) rotate(square, rotated, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((a, b) => square[b * n + b]! - square[a * n + a]!);
  const vectors = new Float64Array(n * n);
  // `rotated` holds eigenvectors as rows, so that a rotation runs along memory.
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[i * n + to] = rotated[from * n + i]!;
  });
  return { values: Float64Array.from(order, (i) => square[i * n + i]!), vectors };
}

function offDiagonal(square: Float64Array, n: number): number {
  let [off, diagonal] = [0, 0];
  for (let i = 0; i < n; i++) {
    diagonal += square[i * n + i]! ** 2;
    for (let j = 0; j < i; j++) off += 2 * square[i * n + j]! ** 2;
  }
  return off / (diagonal || 1);
}

/** One Jacobi rotation that makes entry (p, q) zero. */
function rotate(a: Float64Array, rotated: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  mixRows(a, n, p, q, c, s);
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i * n + p]!, a[i * n + q]!];
    a[i * n + p] = c * x - s * y;
    a[i * n + q] = s * x + c * y;
  }
  mixRows(rotated, n, p, q, c, s);
}

function mixRows(a: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[p * n + i]!, a[q * n + i]!];
    a[p * n + i] = c * x - s * y;
    a[q * n + i] = s * x + c * y;
  }
}

function eachEntry(
  { starts, columns, values }: SparseRows,
  visit: (row: number, column: number, value: number) => void,
): void {
  for (let row = 0; row < starts.length - 1; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) visit(row, columns[at]!, values[at]!);
  }
}

function addScaled(to: Float32Array, from: Float32Array, by: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += by * from[i]!;
}
