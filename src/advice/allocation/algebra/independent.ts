/** What is left of a diagonal, of the largest there is, below which it is rounding. */
const DEPENDENT = 1e-11;

/**
 * Pivoted Cholesky of a matrix of products: the indices, one after another, that are furthest from a
 * mix of those before; fewer than all where the rest is a mix of these.
 */
export function independentOf(products: readonly Float64Array[]): number[] {
  const size = products.length;
  const left = Float64Array.from(products, (row, j) => row[j]!);
  const least = DEPENDENT * Math.max(...left);
  const factors: Float64Array[] = [];
  const chosen: number[] = [];
  while (chosen.length < size) {
    const next = left.indexOf(Math.max(...left));
    if (!(left[next]! > least)) break;
    const root = Math.sqrt(left[next]!);
    const factor = products[next]!.map((value, j) => {
      const known = factors.reduce((sum, before) => sum + before[next]! * before[j]!, 0);
      return (value - known) / root;
    });
    factors.push(factor);
    chosen.push(next);
    factor.forEach((value, j) => (left[j]! -= value * value));
    for (const asset of chosen) left[asset] = 0;
  }
  return chosen;
}

/** Adds v·v' to a matrix of products. */
export function addProducts(products: readonly Float64Array[], v: ArrayLike<number>): void {
  products.forEach((row, i) => {
    const own = v[i]!;
    if (own !== 0) for (let j = 0; j < row.length; j++) row[j]! += own * v[j]!;
  });
}
