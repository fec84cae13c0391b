/** Lower triangle L with LL' = matrix, which is positive definite. */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) rest -= root[i * size + k]! * root[j * size + k]!;
      root[i * size + j] = i === j ? Math.sqrt(Math.max(rest, 0)) : rest / root[j * size + j]!;
    }
  }
  return root;
}

/** x with LL'x = right. */
export function solveWith(root: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const found = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) found[i]! -= root[i * size + k]! * found[k]!;
    found[i]! /= root[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) found[i]! -= root[k * size + i]! * found[k]!;
    found[i]! /= root[i * size + i]!;
  }
  return found;
}
