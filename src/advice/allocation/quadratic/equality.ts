import { factorise, solveFactorised, solveLower, solveUpper } from '../algebra/cholesky.js';
import type { Matrix } from '../algebra/matrix.js';
import { dot, dotFrom, largest } from '../algebra/matrix.js';
import type { NullSpace } from '../algebra/null-space.js';
import { multipliersOf, nullSpaceOf, shortestSolution } from '../algebra/null-space.js';
import { minimiseSemidefinite } from '../algebra/semidefinite.js';

/** min ½p'Qp + g'p subject to Ap = r, over the columns that are free to move. */
export interface EqualityProgram {
  /** Q of the free columns, f × f; null for a linear program. */
  readonly Q: Matrix | null;
  readonly g: Float64Array;
  /** Linearly independent. */
  readonly A: readonly Float64Array[];
  readonly r: Float64Array;
  /** Where the free columns stand; of several minimisers the one that ends nearest to 0 is taken. */
  readonly x: Float64Array;
}

export interface EqualityStep {
  readonly p: Float64Array;
  /** Multipliers of the rows: g + Qp = A'y. Empty along a ray. */
  readonly y: Float64Array;
  /**
   * `tied`: the minimiser was one of many. `ray`: the objective falls for ever along p.
   * `dependent`: the rows were not independent after all; p is nothing.
   */
  readonly kind: 'unique' | 'tied' | 'ray' | 'dependent';
}

/** A pivot below this part of its diagonal means that Q is singular on the null space of A. */
const SINGULAR = 1e-11;
/** Slope (of an objective scaled to 1) that counts as none. */
const FLAT = 1e-10;

export const solveEquality = (program: EqualityProgram): EqualityStep =>
  solveRegular(program) ?? solveSingular(program);

/**
 * By Cholesky of K = Q + ρA'A, which has the same minimiser and is definite wherever that is
 * unique, then of AK⁻¹A'. null where a factor shows that it is not.
 */
function solveRegular({ Q, g, A, r }: EqualityProgram): EqualityStep | null {
  const f = g.length;
  const w = A.length;
  const K = Q ? Q.data.slice() : new Float64Array(f * f);
  const weight = penalty(K, f, A);
  for (const row of A) addOuter(K, f, row, weight);
  if (!factorise(K, f, SINGULAR)) return null;
  const V = A.map((row) => {
    const column = row.slice();
    solveLower(K, f, column);
    return column;
  });
  const S = new Float64Array(w * w);
  for (let i = 0; i < w; i += 1) for (let j = 0; j <= i; j += 1) S[i * w + j] = dot(V[i]!, V[j]!);
  if (!factorise(S, w, 1e-14)) return null;
  const p = new Float64Array(f);
  const y = new Float64Array(w);
  const dy = new Float64Array(w);
  // The second round takes away what rounding left of the first.
  for (let round = 0; round < 2; round += 1) {
    const { stationarity: towards, feasibility } =
      round === 0 ? atRest(g, r) : residuals({ Q, g, A, r }, p, y);
    for (let k = 0; k < f; k += 1) towards[k] = -towards[k]!;
    for (let i = 0; i < w; i += 1) addScaled(towards, A[i]!, weight * feasibility[i]!);
    solveLower(K, f, towards);
    for (let i = 0; i < w; i += 1) dy[i] = feasibility[i]! - dot(V[i]!, towards);
    solveFactorised(S, w, dy);
    for (let i = 0; i < w; i += 1) addScaled(towards, V[i]!, dy[i]!);
    solveUpper(K, f, towards);
    addScaled(p, towards, 1);
    addScaled(y, dy, 1);
  }
  return { p, y, kind: 'unique' };
}

interface Residuals {
  readonly stationarity: Float64Array;
  readonly feasibility: Float64Array;
}

/** Before anything has moved. */
const atRest = (g: Float64Array, r: Float64Array): Residuals => ({
  stationarity: g.slice(),
  feasibility: r.slice(),
});

/** g + Qp − A'y, and what is left of r − Ap. */
function residuals(
  { Q, g, A, r }: Omit<EqualityProgram, 'x'>,
  p: Float64Array,
  y: Float64Array,
): Residuals {
  const f = g.length;
  const stationarity = g.slice();
  if (Q) addProduct(stationarity, Q, p);
  const feasibility = r.slice();
  for (let i = 0; i < A.length; i += 1) {
    addScaled(stationarity, A[i]!, -y[i]!);
    for (let k = 0; k < f; k += 1) feasibility[i]! -= A[i]![k]! * p[k]!;
  }
  return { stationarity, feasibility };
}

/** to += Qp */
function addProduct(to: Float64Array, { data }: Matrix, p: Float64Array): void {
  for (let i = 0; i < p.length; i += 1) to[i]! += dotFrom(data, i * p.length, p);
}

/** In a basis of the null space of A, where the quadratic may be flat. */
function solveSingular({ Q, g, A, r, x }: EqualityProgram): EqualityStep {
  const f = g.length;
  const nowhere = { p: new Float64Array(f), y: new Float64Array(), kind: 'dependent' as const };
  if (A.length > f) return nowhere;
  const space = nullSpaceOf(A, f);
  if (isDependent(space)) return nowhere;
  const p = shortestSolution(space, r);
  const at = (step: Float64Array): Float64Array => {
    const slope = new Float64Array(g);
    if (Q) addProduct(slope, Q, step);
    return slope;
  };
  const Z = space.null;
  const slope = at(p);
  const H = reducedHessian(Q, Z, f);
  const found = minimiseSemidefinite(
    H,
    Float64Array.from(Z, (column) => dot(column, slope)),
    Float64Array.from(Z, (column) => dot(column, x) + dot(column, p)),
    FLAT,
    Q ? 4 * f * Number.EPSILON * largest(Q.data) : 0,
  );
  if (found.kind === 'ray') {
    const ray = new Float64Array(f);
    Z.forEach((column, k) => addScaled(ray, column, found.u[k]!));
    return { p: ray, y: new Float64Array(), kind: 'ray' };
  }
  Z.forEach((column, k) => addScaled(p, column, found.u[k]!));
  return { p, y: multipliersOf(space, at(p)), kind: 'tied' };
}

/** Whether a row is a combination of others to about the rounding of the search. */
function isDependent({ range, R }: NullSpace): boolean {
  const w = range.length;
  const most = largest(R);
  return range.some((_, i) => Math.abs(R[i * w + i]!) <= 1e-10 * most);
}

/** Z'QZ */
function reducedHessian(
  Q: Matrix | null,
  Z: readonly Float64Array[],
  f: number,
): Float64Array<ArrayBuffer> {
  const k = Z.length;
  const H = new Float64Array(k * k);
  if (!Q) return H;
  const image = new Float64Array(f);
  for (let a = 0; a < k; a += 1) {
    for (let i = 0; i < f; i += 1) image[i] = dotFrom(Q.data, i * f, Z[a]!);
    for (let b = 0; b <= a; b += 1) H[a * k + b] = dot(image, Z[b]!);
  }
  return H;
}

/** ρ of the size that makes ρA'A weigh what Q weighs. */
function penalty(K: Float64Array, f: number, A: readonly Float64Array[]): number {
  let trace = 0;
  for (let i = 0; i < f; i += 1) trace += K[i * f + i]!;
  const rows = A.reduce((most, row) => Math.max(most, largest(row)), 0);
  return (trace > 0 ? trace / f : 1) / (rows > 0 ? rows * rows : 1);
}

/** The lower triangle of K += ρaa' */
function addOuter(K: Float64Array, f: number, a: Float64Array, weight: number): void {
  for (let i = 0; i < f; i += 1) {
    const factor = weight * a[i]!;
    if (factor === 0) continue;
    for (let j = 0; j <= i; j += 1) K[i * f + j]! += factor * a[j]!;
  }
}

export function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i += 1) to[i]! += factor * from[i]!;
}
