import { mean } from './dispersion.js';

type Matrix = readonly (readonly number[])[];

/** 样本协方差 (n×n) of scenarios T×n, divided by T−1. */
export function covarianceOf(returns: Matrix): number[][] {
  const columns = (returns[0] ?? []).map((_, j) => returns.map((row) => row[j]!));
  const centred = columns.map((column) => {
    const centre = mean(column);
    return Float64Array.from(column, (value) => value - centre);
  });
  return centred.map((a) => centred.map((b) => dot(a, b) / (returns.length - 1)));
}

/** 相关系数 of a covariance; an asset that never moves is uncorrelated to all others. */
export function correlationOf(cov: Matrix): number[][] {
  return cov.map((row, i) =>
    row.map((value, j) => {
      const scale = Math.sqrt(cov[i]![i]! * cov[j]![j]!);
      return i === j ? 1 : scale > 0 ? value / scale : 0;
    }),
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
  return sum;
}
