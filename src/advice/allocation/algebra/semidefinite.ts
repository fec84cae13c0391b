import { factorise, solveFactorised } from './cholesky.js';
import type { Matrix } from './matrix.js';
import { dot } from './matrix.js';

/** Smallest pivot, relative to the largest diagonal, that still counts as one. */
const RANK_TOLERANCE = 1e-11;

/** How far below 0 rounded data may push what should be 0, relative to the largest diagonal. */
const INDEFINITE = 1e-8;

export function isPositiveSemidefinite({ rows: n, data }: Matrix): boolean {
  const H = Float64Array.from(data);
  const { widest, rank } = pivotedCholesky(H, n);
  for (let i = rank; i < n; i += 1) {
    if (H[i * n + i]! < -INDEFINITE * widest) return false;
    for (let j = rank; j < i; j += 1) {
      // A 2 × 2 minor of what is left: its diagonal is about 0, so must be all else.
      if (Math.abs(H[i * n + j]!) > Math.sqrt(INDEFINITE) * widest) return false;
    }
  }
  return true;
}

/** What a singular quadratic ½u'Hu + h'u has: its minimisers, or a direction that falls for ever. */
export type SemidefiniteMinimum =
  | { readonly kind: 'point'; readonly u: Float64Array }
  | { readonly kind: 'ray'; readonly u: Float64Array };

/**
 * min ½u'Hu + h'u for H positive semidefinite (n × n, overwritten); of several minimisers the one
 * nearest to −`origin`. `flat` is the size of a slope along a null direction that counts as none,
 * `rounding` what H may hold where it should hold 0.
 */
export function minimiseSemidefinite(
  H: Float64Array,
  h: Float64Array,
  origin: Float64Array,
  flat: number,
  rounding = 0,
): SemidefiniteMinimum {
  const n = h.length;
  const { order, rank } = pivotedCholesky(H, n, rounding);
  const null_ = nullBasis(H, n, order, rank);
  const slope = project(null_, n, h);
  if (slope.some((value) => Math.abs(value) > flat)) {
    return { kind: 'ray', u: slope.map((value) => -value) };
  }
  const u = basicSolution(H, h, order, rank);
  const excess = project(
    null_,
    n,
    u.map((value, i) => value + origin[i]!),
  );
  return { kind: 'point', u: u.map((value, i) => value - excess[i]!) };
}

/** P'HP = LL' in place, the `rank` rows with a true pivot first. */
function pivotedCholesky(
  H: Float64Array,
  n: number,
  rounding = 0,
): { order: Int32Array; rank: number; widest: number } {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let widest = 0;
  for (let i = 0; i < n; i += 1) widest = Math.max(widest, H[i * n + i]!);
  const limit = Math.max(RANK_TOLERANCE * widest, rounding);
  for (let step = 0; step < n; step += 1) {
    let best = step;
    for (let i = step + 1; i < n; i += 1) if (H[i * n + i]! > H[best * n + best]!) best = i;
    if (!(H[best * n + best]! > limit)) return { order, rank: step, widest };
    swap(H, n, order, step, best);
    const pivot = Math.sqrt(H[step * n + step]!);
    H[step * n + step] = pivot;
    for (let i = step + 1; i < n; i += 1) H[i * n + step]! /= pivot;
    for (let i = step + 1; i < n; i += 1) {
      const factor = H[i * n + step]!;
      if (factor === 0) continue;
      for (let j = step + 1; j <= i; j += 1) H[i * n + j]! -= factor * H[j * n + step]!;
    }
  }
  return { order, rank: n, widest };
}

/** Exchanges rows and columns a < b of the lower triangle and of the factor so far. */
function swap(H: Float64Array, n: number, order: Int32Array, a: number, b: number): void {
  if (a === b) return;
  const exchange = (p: number, q: number): void => {
    const kept = H[p]!;
    H[p] = H[q]!;
    H[q] = kept;
  };
  [order[a], order[b]] = [order[b]!, order[a]!];
  for (let k = 0; k < a; k += 1) exchange(a * n + k, b * n + k);
  exchange(a * n + a, b * n + b);
  for (let k = a + 1; k < b; k += 1) exchange(k * n + a, b * n + k);
  for (let k = b + 1; k < n; k += 1) exchange(k * n + a, k * n + b);
}

/** Columns N with HN = 0: with L = [L1; L2], N = [−L1⁻ᵀL2'; I] in pivot order. */
function nullBasis(
  L: Float64Array,
  n: number,
  order: Int32Array,
  rank: number,
): readonly Float64Array[] {
  return Array.from({ length: n - rank }, (_, k) => {
    const column = new Float64Array(n);
    const solved = Float64Array.from({ length: rank }, (_, i) => L[(rank + k) * n + i]!);
    for (let i = rank - 1; i >= 0; i -= 1) {
      solved[i]! /= L[i * n + i]!;
      for (let j = 0; j < i; j += 1) solved[j]! -= L[i * n + j]! * solved[i]!;
      column[order[i]!] = -solved[i]!;
    }
    column[order[rank + k]!] = 1;
    return column;
  });
}

/** A solution of Hu = −h with zeros behind the rank. */
function basicSolution(
  L: Float64Array,
  h: Float64Array,
  order: Int32Array,
  rank: number,
): Float64Array {
  const n = h.length;
  const solved = Float64Array.from({ length: rank }, (_, i) => -h[order[i]!]!);
  for (let i = 0; i < rank; i += 1) {
    for (let j = 0; j < i; j += 1) solved[i]! -= L[i * n + j]! * solved[j]!;
    solved[i]! /= L[i * n + i]!;
  }
  for (let i = rank - 1; i >= 0; i -= 1) {
    solved[i]! /= L[i * n + i]!;
    for (let j = 0; j < i; j += 1) solved[j]! -= L[i * n + j]! * solved[i]!;
  }
  const u = new Float64Array(n);
  solved.forEach((value, i) => (u[order[i]!] = value));
  return u;
}

/** The orthogonal projection of `v` on the span of `basis`. */
function project(basis: readonly Float64Array[], n: number, v: Float64Array): Float64Array {
  const size = basis.length;
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) gram[i * size + j] = dot(basis[i]!, basis[j]!);
    right[i] = dot(basis[i]!, v);
  }
  // The basis holds an identity, so that its Gram matrix cannot be singular.
  factorise(gram, size, 0);
  solveFactorised(gram, size, right);
  const projected = new Float64Array(n);
  for (let k = 0; k < size; k += 1) {
    for (let i = 0; i < n; i += 1) projected[i]! += basis[k]![i]! * right[k]!;
  }
  return projected;
}
