import type { Series } from './returns.js';
import { centred } from './returns.js';

/** Σ_t weight_t·a_ti·a_tj */
export function crossProducts(a: Series, weightAt: (t: number) => number): number[][] {
  const n = a[0]!.length;
  const products = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  a.forEach((row, t) => {
    const weight = weightAt(t);
    for (let i = 0; i < n; i += 1) {
      const factor = weight * row[i]!;
      for (let j = 0; j <= i; j += 1) products[i]![j]! += factor * row[j]!;
    }
  });
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) products[j]![i] = products[i]![j]!;
  }
  return products;
}

/** Divided by T − 1. */
export const sampleCovariance = (returns: Series): number[][] =>
  crossProducts(centred(returns), () => 1 / (returns.length - 1));

/** Divided by T. */
export const populationCovariance = (returns: Series): number[][] =>
  crossProducts(centred(returns), () => 1 / returns.length);

/** E[min(r_i − B, 0)·min(r_j − B, 0)] */
export const semicovariance = (returns: Series, benchmark: number): number[][] =>
  crossProducts(
    returns.map((row) => row.map((value) => Math.min(value - benchmark, 0))),
    () => 1 / returns.length,
  );

/** Weights (1 − α)^age of the products about the plain means, α = 2/(span + 1). */
export function exponentialCovariance(returns: Series, span: number): number[][] {
  const decay = 1 - 2 / (span + 1);
  const last = returns.length - 1;
  const total = returns.reduce((all, _, t) => all + decay ** (last - t), 0);
  return crossProducts(centred(returns), (t) => decay ** (last - t) / total);
}
