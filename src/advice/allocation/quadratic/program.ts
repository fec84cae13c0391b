import type { Matrix } from '../algebra/matrix.js';
import type { Row } from '../region.js';
import type { LowerTriangle, Program, SparseRows } from '../solver.js';
import type { QuadraticProgram } from './active-set.js';

/** The sparse form that the solver reads. */
export const programOf = ({ quadratic, linear, region }: QuadraticProgram): Program => ({
  cost: linear,
  lower: region.lower,
  upper: region.upper,
  rowLower: Float64Array.from(region.rows, (row) => row.lower),
  rowUpper: Float64Array.from(region.rows, (row) => row.upper),
  rows: sparseRows(region.rows),
  ...(quadratic && { hessian: lowerTriangle(quadratic) }),
});

export function sparseRows(rows: readonly Pick<Row, 'coefficients'>[]): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  rows.forEach(({ coefficients }, i) => {
    for (let j = 0; j < coefficients.length; j += 1) {
      if (coefficients[j] === 0) continue;
      indices.push(j);
      values.push(coefficients[j]!);
    }
    starts[i + 1] = indices.length;
  });
  return { starts, indices: Int32Array.from(indices), values: Float64Array.from(values) };
}

function lowerTriangle({ rows: n, data }: Matrix): LowerTriangle {
  const size = (n * (n + 1)) / 2;
  const starts = new Int32Array(n + 1);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  for (let j = 0; j < n; j += 1) {
    // Column j below the diagonal is row j behind it: Q is symmetric.
    for (let i = j; i < n; i += 1) {
      indices[at] = i;
      values[at] = data[j * n + i]!;
      at += 1;
    }
    starts[j + 1] = at;
  }
  return { starts, indices, values };
}
