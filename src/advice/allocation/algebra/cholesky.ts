/**
 * Cholesky factor L of the symmetric n × n matrix `a` (row by row, lower triangle read), in place.
 * Answers false where a pivot falls to `tolerance` of its diagonal: a is singular, or indefinite.
 */
export function factorise(a: Float64Array, n: number, tolerance: number): boolean {
  for (let i = 0; i < n; i += 1) {
    const rowI = i * n;
    for (let j = 0; j < i; j += 1) {
      const rowJ = j * n;
      let sum = a[rowI + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[rowI + k]! * a[rowJ + k]!;
      a[rowI + j] = sum / a[rowJ + j]!;
    }
    const diagonal = a[rowI + i]!;
    let pivot = diagonal;
    for (let k = 0; k < i; k += 1) pivot -= a[rowI + k]! * a[rowI + k]!;
    if (!(pivot > tolerance * diagonal)) return false;
    a[rowI + i] = Math.sqrt(pivot);
  }
  return true;
}

/** b := L⁻¹b */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= l[row + k]! * b[k]!;
    b[i] = sum / l[row + i]!;
  }
}

/** b := L⁻ᵀb */
export function solveUpper(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = i * n;
    const value = b[i]! / l[row + i]!;
    b[i] = value;
    for (let k = 0; k < i; k += 1) b[k]! -= l[row + k]! * value;
  }
}

/** b := (LL')⁻¹b */
export function solveFactorised(l: Float64Array, n: number, b: Float64Array): void {
  solveLower(l, n, b);
  solveUpper(l, n, b);
}
