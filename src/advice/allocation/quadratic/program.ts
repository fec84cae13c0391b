import type { Row } from '../region.js';
import type { Program, SparseRows } from '../solver.js';
import type { QuadraticProgram } from './active-set.js';

/** The linear part in the sparse form that the solver reads. */
export const programOf = ({ linear, region }: Omit<QuadraticProgram, 'quadratic'>): Program => ({
  cost: linear,
  lower: region.lower,
  upper: region.upper,
  rowLower: Float64Array.from(region.rows, (row) => row.lower),
  rowUpper: Float64Array.from(region.rows, (row) => row.upper),
  rows: sparseRows(region.rows),
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
