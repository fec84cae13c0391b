import type { Program, SparseRows } from '../solver.js';

/**
 * A `Program` whose objective may have three smooth terms more:
 * f(x) = c'x + ½·x'Qx − Σⱼ bⱼ·log xⱼ + Σₜ s·exp((vₜ − τ)/s).
 * Rows hold from one side only, or are equations.
 */
export interface SmoothProgram extends Program {
  /** Q, positive semidefinite. */
  readonly hessian?: LowerTriangle;
  /** b per column ≥ 0; a column with b > 0 has the lower bound 0 and no upper one. */
  readonly logWeights?: Float64Array;
  readonly entropy?: Entropy;
  /**
   * Period 0, 1, 2 … each row and column belongs to, −1 = to all: rows and columns of a period touch
   * only their own, the period before, and those of all. It is the order of elimination.
   */
  readonly rowPeriods: Int32Array;
  readonly columnPeriods: Int32Array;
}

/** The lower triangle of Q by columns (CSC), diagonal included, values not halved. */
export type LowerTriangle = SparseRows;

/** Columns of the term Σ s·exp((v − τ)/s); s has a lower bound ≥ 0. */
export interface Entropy {
  readonly losses: Int32Array;
  readonly level: number;
  readonly scale: number;
}

/** c'x + ½·x'Qx. */
export function quadraticValue(program: SmoothProgram, x: Float64Array): number {
  const curved = hessianProduct(program, x);
  let value = 0;
  for (let j = 0; j < x.length; j++) value += (program.cost[j]! + curved[j]! / 2) * x[j]!;
  return value;
}

/** (vₜ − τ)/s of each loss; none without an entropy. */
export function entropyExponents({ entropy }: SmoothProgram, x: Float64Array): Float64Array {
  if (!entropy) return new Float64Array();
  const { losses, level, scale } = entropy;
  return Float64Array.from(losses, (j) => (x[j]! - x[level]!) / x[scale]!);
}

/** ∇f(x) without the log term, the entropy's part from its weights exp((v − τ)/s). */
export function smoothGradient(
  program: SmoothProgram,
  x: Float64Array,
  weights: Float64Array,
): Float64Array {
  const gradient = quadraticGradient(program, x);
  if (program.entropy) addEntropySlopes(program.entropy, weights, gradient);
  return gradient;
}

/** c + Qx. */
export function quadraticGradient(program: SmoothProgram, x: Float64Array): Float64Array {
  const gradient = hessianProduct(program, x);
  for (let j = 0; j < x.length; j++) gradient[j]! += program.cost[j]!;
  return gradient;
}

/**
 * Adds the slopes of the plane Σ q·(v − τ) + s·q·(1 − log q), which touches the entropy where
 * q = exp((v − τ)/s) and is below it everywhere, for any q > 0.
 */
export function addEntropySlopes(
  { losses, level, scale }: Entropy,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  losses.forEach((j, t) => {
    const weight = weights[t]!;
    gradient[j]! += weight;
    gradient[level]! -= weight;
    gradient[scale]! += weight > 0 ? weight * (1 - Math.log(weight)) : 0;
  });
}

function hessianProduct({ hessian }: SmoothProgram, x: Float64Array): Float64Array {
  const product = new Float64Array(x.length);
  if (!hessian) return product;
  const { starts, indices, values } = hessian;
  for (let j = 0; j < x.length; j++) {
    for (let p = starts[j]!; p < starts[j + 1]!; p++) {
      const i = indices[p]!;
      product[i]! += values[p]! * x[j]!;
      if (i !== j) product[j]! += values[p]! * x[i]!;
    }
  }
  return product;
}

/** A·x by rows. */
export function rowActivity({ rows }: Program, x: Float64Array): Float64Array {
  const activity = new Float64Array(rows.starts.length - 1);
  for (let i = 0; i < activity.length; i++) {
    let sum = 0;
    for (let p = rows.starts[i]!; p < rows.starts[i + 1]!; p++) {
      sum += rows.values[p]! * x[rows.indices[p]!]!;
    }
    activity[i] = sum;
  }
  return activity;
}

/** target − A'y, in place. */
export function subtractRowSum({ rows }: Program, y: Float64Array, target: Float64Array): void {
  for (let i = 0; i < y.length; i++) {
    const multiplier = y[i]!;
    if (multiplier === 0) continue;
    for (let p = rows.starts[i]!; p < rows.starts[i + 1]!; p++) {
      target[rows.indices[p]!]! -= rows.values[p]! * multiplier;
    }
  }
}
