import type { Matrix } from './matrix.js';

/**
 * product := Ax of a symmetric A, read below the diagonal alone: each value serves two sums, and four
 * rows share what they read of x, so that it takes half the time of a product row by row.
 */
export function symmetricProduct(
  { rows: n, data }: Matrix,
  x: Float64Array,
  product: Float64Array,
): void {
  product.fill(0);
  const whole = n - (n % ROWS);
  for (let i = 0; i < whole; i += ROWS) addFour(data, n, i, x, product);
  for (let i = 0; i < n; i += 1) {
    const from = i < whole ? i - (i % ROWS) : 0;
    addWithin(data, n, i, from, x, product);
  }
}

const ROWS = 4;

/** Rows i to i + 3, as far as the columns before them. */
function addFour(
  data: Float64Array,
  n: number,
  i: number,
  x: Float64Array,
  product: Float64Array,
): void {
  const first = i * n;
  const second = first + n;
  const third = second + n;
  const fourth = third + n;
  const x0 = x[i]!;
  const x1 = x[i + 1]!;
  const x2 = x[i + 2]!;
  const x3 = x[i + 3]!;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let j = 0; j < i; j += 1) {
    const value = x[j]!;
    const p = data[first + j]!;
    const q = data[second + j]!;
    const r = data[third + j]!;
    const s = data[fourth + j]!;
    a += p * value;
    b += q * value;
    c += r * value;
    d += s * value;
    product[j]! += p * x0 + q * x1 + (r * x2 + s * x3);
  }
  product[i]! += a;
  product[i + 1]! += b;
  product[i + 2]! += c;
  product[i + 3]! += d;
}

/** Row i from a column to the diagonal, and its mirror. */
function addWithin(
  data: Float64Array,
  n: number,
  i: number,
  from: number,
  x: Float64Array,
  product: Float64Array,
): void {
  const own = x[i]!;
  let sum = data[i * n + i]! * own;
  for (let j = from; j < i; j += 1) {
    const value = data[i * n + j]!;
    sum += value * x[j]!;
    product[j]! += value * own;
  }
  product[i]! += sum;
}
