import { factorise, solveFactorised } from '../algebra/cholesky.js';
import { dot } from '../algebra/matrix.js';

/** Steps remembered: risk comes from a few strong factors, and each takes one. */
const MEMORY = 6;

/**
 * Anderson's acceleration (1965) of y ← g(y): given where a sweep began and ended, the point from
 * which the next begins, mixed from the last few so that what they left undone cancels.
 */
export function acceleration(): (from: Float64Array, to: Float64Array) => Float64Array {
  const moves: Float64Array[] = [];
  const ends: Float64Array[] = [];
  let last: { readonly move: Float64Array; readonly end: Float64Array } | null = null;
  return (from, to) => {
    const move = difference(to, from);
    if (last) {
      moves.push(difference(move, last.move));
      ends.push(difference(to, last.end));
      if (moves.length > MEMORY) {
        moves.shift();
        ends.shift();
      }
    }
    last = { move, end: Float64Array.from(to) };
    const parts = leastSquares(moves, move);
    const next = Float64Array.from(to);
    if (parts) {
      for (let k = 0; k < ends.length; k += 1) {
        for (let i = 0; i < next.length; i += 1) next[i]! -= parts[k]! * ends[k]![i]!;
      }
    }
    // A mixture outside the domain of the logarithms is no place to begin.
    return next.some((value, i) => value < to[i]! / 4) ? Float64Array.from(to) : next;
  };
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const left = new Float64Array(a.length);
  for (let i = 0; i < a.length; i += 1) left[i] = a[i]! - b[i]!;
  return left;
}

/** The combination of columns nearest to b; null where they are about dependent. */
function leastSquares(columns: readonly Float64Array[], b: Float64Array): Float64Array | null {
  const m = columns.length;
  const gram = new Float64Array(m * m);
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j <= i; j += 1) gram[i * m + j] = dot(columns[i]!, columns[j]!);
  }
  if (m === 0 || !factorise(gram, m, 1e-14)) return null;
  const parts = Float64Array.from(columns, (column) => dot(column, b));
  solveFactorised(gram, m, parts);
  return parts;
}
