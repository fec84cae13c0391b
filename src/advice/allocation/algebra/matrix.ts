/** Dense, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => data.set(row, i * columns));
  return { rows: rows.length, columns, data };
}

/** A covariance as given, its halves averaged: rounding may have made them differ. */
export function covarianceOf(rows: readonly (readonly number[])[]): Matrix {
  const matrix = matrixOf(rows);
  const { columns: n, data } = matrix;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const mean = (data[i * n + j]! + data[j * n + i]!) / 2;
      data[i * n + j] = mean;
      data[j * n + i] = mean;
    }
  }
  return matrix;
}

export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  data: new Float64Array(rows * columns),
});

export function identity(n: number): Matrix {
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i += 1) matrix.data[i * n + i] = 1;
  return matrix;
}

export const rowOf = ({ data, columns }: Matrix, i: number): Float64Array =>
  data.subarray(i * columns, (i + 1) * columns);

export const toRows = (matrix: Matrix): number[][] =>
  Array.from({ length: matrix.rows }, (_, i) => [...rowOf(matrix, i)]);

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** The product of x with the values from `start`; four sums, as one alone waits for itself. */
export function dotFrom(data: Float64Array, start: number, x: Float64Array): number {
  const n = x.length;
  const whole = n - (n % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let j = 0;
  for (let at = start; j < whole; j += 4, at += 4) {
    a += data[at]! * x[j]!;
    b += data[at + 1]! * x[j + 1]!;
    c += data[at + 2]! * x[j + 2]!;
    d += data[at + 3]! * x[j + 3]!;
  }
  for (; j < n; j += 1) a += data[start + j]! * x[j]!;
  return a + b + (c + d);
}

export function multiply({ rows, columns, data }: Matrix, x: ArrayLike<number>): Float64Array {
  const typed = x instanceof Float64Array ? x : Float64Array.from(x);
  const product = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) product[i] = dotFrom(data, i * columns, typed);
  return product;
}

/** A'x */
export function multiplyTransposed(matrix: Matrix, x: ArrayLike<number>): Float64Array {
  const { rows, columns, data } = matrix;
  const product = new Float64Array(columns);
  for (let i = 0; i < rows; i += 1) {
    const base = i * columns;
    const factor = x[i]!;
    if (factor === 0) continue;
    for (let j = 0; j < columns; j += 1) product[j]! += data[base + j]! * factor;
  }
  return product;
}

/** x'Ax */
export const quadraticForm = (matrix: Matrix, x: ArrayLike<number>): number =>
  dot(multiply(matrix, x), x);

export const diagonalOf = ({ rows, columns, data }: Matrix): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => data[i * columns + i]!);

export const sum = (x: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < x.length; i += 1) total += x[i]!;
  return total;
};

export const largest = (x: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < x.length; i += 1) most = Math.max(most, Math.abs(x[i]!));
  return most;
};
