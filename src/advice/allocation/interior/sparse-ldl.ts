/** Upper triangle of a symmetric matrix by columns, diagonal included. */
export interface UpperTriangle {
  readonly size: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
}

/** A = L·D·L' without pivoting, for one pattern and ever new values. */
export interface Factoriser {
  /** Values in the order of the pattern's indices. */
  readonly factor: (values: Float64Array) => void;
  /** Overwrites b with the solution of A·x = b. */
  readonly solve: (b: Float64Array) => void;
}

/**
 * Sparse LDL' of a quasi-definite matrix, row by row. Davis (2005), "Algorithm 849: a concise sparse
 * Cholesky factorization package". The order of elimination is the caller's, and so are the signs (±1)
 * the pivots have in exact arithmetic: a pivot that rounding has taken is put back, small.
 */
export function createFactoriser(pattern: UpperTriangle, signs: Int8Array): Factoriser {
  const { size } = pattern;
  const { parents, counts } = analyse(pattern);
  const starts = new Int32Array(size + 1);
  for (let k = 0; k < size; k++) starts[k + 1] = starts[k]! + counts[k]!;
  const lower: Factor = {
    starts,
    ends: new Int32Array(size),
    indices: new Int32Array(starts[size]!),
    values: new Float64Array(starts[size]!),
    diagonal: new Float64Array(size),
  };
  const work = {
    row: new Float64Array(size),
    order: new Int32Array(size),
    path: new Int32Array(size),
    mark: new Int32Array(size),
  };
  return {
    factor: (values) => factor(pattern, { values, signs }, parents, lower, work),
    solve: (b) => solve(lower, b),
  };
}

const LEAST_PIVOT = 1e-14;
const RESTORED_PIVOT = 1e-2;

interface Factor {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly diagonal: Float64Array;
}

/** Elimination tree and the number of entries below the diagonal of each column of L. */
function analyse({ size, starts, indices }: UpperTriangle): {
  parents: Int32Array;
  counts: Int32Array;
} {
  const parents = new Int32Array(size).fill(-1);
  const counts = new Int32Array(size);
  const mark = new Int32Array(size).fill(-1);
  for (let k = 0; k < size; k++) {
    mark[k] = k;
    for (let p = starts[k]!; p < starts[k + 1]!; p++) {
      for (let i = indices[p]!; i < k && mark[i] !== k; i = parents[i]!) {
        if (parents[i] === -1) parents[i] = k;
        counts[i]!++;
        mark[i] = k;
      }
    }
  }
  return { parents, counts };
}

function factor(
  { size, starts, indices }: UpperTriangle,
  { values, signs }: { readonly values: Float64Array; readonly signs: Int8Array },
  parents: Int32Array,
  lower: Factor,
  { row, order, path, mark }: Record<'order' | 'path' | 'mark', Int32Array> & { row: Float64Array },
): void {
  const { ends, diagonal } = lower;
  ends.set(lower.starts.subarray(0, size));
  mark.fill(-1);
  for (let k = 0; k < size; k++) {
    let top = size;
    mark[k] = k;
    let pivot = 0;
    for (let p = starts[k]!; p < starts[k + 1]!; p++) {
      let i = indices[p]!;
      if (i === k) {
        pivot += values[p]!;
        continue;
      }
      row[i]! += values[p]!;
      let length = 0;
      for (; mark[i] !== k; i = parents[i]!) {
        path[length++] = i;
        mark[i] = k;
      }
      while (length > 0) order[--top] = path[--length]!;
    }
    const left = eliminate(lower, row, order.subarray(top, size), k, pivot);
    const sign = signs[k]!;
    diagonal[k] = left * sign > LEAST_PIVOT ? left : sign * RESTORED_PIVOT;
  }
}

/** Row k of L from the columns before it, in topological order; gives back the pivot. */
function eliminate(
  { starts, ends, indices, values, diagonal }: Factor,
  row: Float64Array,
  columns: Int32Array,
  k: number,
  given: number,
): number {
  let pivot = given;
  for (let c = 0; c < columns.length; c++) {
    const i = columns[c]!;
    const value = row[i]!;
    row[i] = 0;
    const end = ends[i]!;
    for (let p = starts[i]!; p < end; p++) row[indices[p]!]! -= values[p]! * value;
    const entry = value / diagonal[i]!;
    pivot -= entry * value;
    indices[end] = k;
    values[end] = entry;
    ends[i] = end + 1;
  }
  return pivot;
}

function solve({ starts, ends, indices, values, diagonal }: Factor, b: Float64Array): void {
  const size = diagonal.length;
  for (let k = 0; k < size; k++) {
    const value = b[k]!;
    for (let p = starts[k]!; p < ends[k]!; p++) b[indices[p]!]! -= values[p]! * value;
  }
  for (let k = size - 1; k >= 0; k--) {
    let value = b[k]! / diagonal[k]!;
    for (let p = starts[k]!; p < ends[k]!; p++) value -= values[p]! * b[indices[p]!]!;
    b[k] = value;
  }
}
