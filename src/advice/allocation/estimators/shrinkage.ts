import { populationCovariance, sampleCovariance } from './covariance.js';
import type { Series } from './returns.js';
import { centred } from './returns.js';

/** intensity·target + (1 − intensity)·sample */
export interface Shrunk {
  readonly intensity: number;
  readonly cov: readonly (readonly number[])[];
}

type Square = readonly (readonly number[])[];

const total = (matrix: Square, of: (value: number, i: number, j: number) => number): number =>
  matrix.reduce((all, row, i) => all + row.reduce((sum, value, j) => sum + of(value, i, j), 0), 0);

const traceMean = (cov: Square): number =>
  cov.reduce((sum, row, i) => sum + row[i]!, 0) / cov.length;

const shrink = (
  cov: Square,
  intensity: number,
  target: (i: number, j: number) => number,
): Shrunk => ({
  intensity,
  cov: cov.map((row, i) =>
    row.map((value, j) => intensity * target(i, j) + (1 - intensity) * value),
  ),
});

const towardsMean = (cov: Square, intensity: number): Shrunk => {
  const mean = traceMean(cov);
  return shrink(cov, intensity, (i, j) => (i === j ? mean : 0));
};

/** Ledoit and Wolf (2004), towards the mean variance, as scikit-learn computes it. */
export function ledoitWolf(returns: Series): Shrunk {
  const X = centred(returns);
  const T = X.length;
  const cov = populationCovariance(returns);
  const n = cov.length;
  const mean = traceMean(cov);
  const distance = total(cov, (value, i, j) => (value - (i === j ? mean : 0)) ** 2) / n;
  const squares = X.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0) ** 2, 0);
  const noise = (squares / T - total(cov, (value) => value * value)) / (n * T);
  const intensity = distance > 0 ? Math.max(0, Math.min(noise, distance)) / distance : 0;
  return towardsMean(cov, intensity);
}

/** Oracle approximating shrinkage (Chen, Wiesel, Eldar and Hero 2010), as in scikit-learn. */
export function oracleApproximating(returns: Series): Shrunk {
  const cov = populationCovariance(returns);
  const n = cov.length;
  const mean = traceMean(cov);
  const alpha = total(cov, (value) => value * value) / (n * n);
  const above = alpha + mean * mean;
  const below = (returns.length + 1) * (alpha - (mean * mean) / n);
  return towardsMean(cov, below === 0 ? 1 : Math.min(above / below, 1));
}

/** Ledoit and Wolf (2003), towards a constant correlation, as in PyPortfolioOpt. */
export function constantCorrelation(returns: Series): Shrunk {
  const X = centred(returns);
  const T = X.length;
  const S = sampleCovariance(returns);
  const n = S.length;
  const deviation = S.map((row, i) => Math.sqrt(row[i]!));
  const correlations = total(S, (value, i, j) => value / (deviation[i]! * deviation[j]!));
  const mean = (correlations - n) / (n * (n - 1));
  const target = (i: number, j: number): number =>
    i === j ? S[i]![i]! : mean * deviation[i]! * deviation[j]!;
  const moments = momentsOf(X);
  const pi = S.map((row, i) =>
    row.map((s, j) => moments.squares(i, j) - 2 * moments.products(i, j) * s + s * s),
  );
  const theta = (i: number, j: number): number => {
    const helped = moments.products(i, i) * S[i]![j]! + moments.products(i, j) * S[i]![i]!;
    return moments.cubes(i, j) - helped + S[i]![i]! * S[i]![j]!;
  };
  const rho = total(S, (_, i, j) =>
    i === j ? pi[i]![i]! : mean * (deviation[j]! / deviation[i]!) * theta(i, j),
  );
  const gamma = total(S, (value, i, j) => (value - target(i, j)) ** 2);
  const kappa = (total(pi, (value) => value) - rho) / gamma;
  const intensity = gamma > 0 ? Math.max(0, Math.min(1, kappa / T)) : 0;
  return shrink(S, intensity, target);
}

/** Means over time of products of the centred returns. */
function momentsOf(X: Series) {
  const mean = (i: number, j: number, of: (a: number, b: number) => number): number =>
    X.reduce((sum, row) => sum + of(row[i]!, row[j]!), 0) / X.length;
  return {
    products: (i: number, j: number) => mean(i, j, (a, b) => a * b),
    squares: (i: number, j: number) => mean(i, j, (a, b) => a * a * b * b),
    cubes: (i: number, j: number) => mean(i, j, (a, b) => a * a * a * b),
  };
}
