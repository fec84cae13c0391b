import { diagonalOf, dot, matrixOf, quadraticForm, sum } from './algebra/matrix.js';
import type { AllocationAnswer } from './answer.js';

/** Input of the op `metric`. */
export interface MetricInput {
  readonly kind:
    | 'variance'
    | 'tracking_error_variance'
    | 'cluster_variance'
    | 'performance'
    | 'inverse_volatility';
  /** Of `inverse_volatility`: the variances. Not read by `cluster_variance`. */
  readonly weights: readonly number[];
  readonly cov?: readonly (readonly number[])[] | undefined;
  readonly mu?: readonly number[] | undefined;
  readonly rf?: number | undefined;
  /** Weights. */
  readonly benchmark?: readonly number[] | undefined;
}

export const metric = (input: MetricInput): AllocationAnswer => ({
  values: valuesOf(input),
  report: {},
  certificate: null,
  binding: [],
});

function valuesOf({
  kind,
  weights,
  cov = [],
  mu = [],
  rf = 0,
  benchmark = [],
}: MetricInput): number[] {
  switch (kind) {
    case 'variance':
      return [quadraticForm(matrixOf(cov), weights)];
    case 'tracking_error_variance':
      return [
        quadraticForm(
          matrixOf(cov),
          weights.map((weight, i) => weight - benchmark[i]!),
        ),
      ];
    case 'cluster_variance':
      return [clusterVariance(cov)];
    case 'performance':
      return performanceOf(weights, cov, mu, rf);
    case 'inverse_volatility':
      return proportional(weights.map((variance) => 1 / Math.sqrt(variance)));
  }
}

/** Variance of a cluster held in inverse proportion to the variances (López de Prado 2016). */
function clusterVariance(cov: readonly (readonly number[])[]): number {
  const matrix = matrixOf(cov);
  return quadraticForm(matrix, proportional([...diagonalOf(matrix)].map((value) => 1 / value)));
}

/** Return, volatility and Sharpe ratio. */
export function performanceOf(
  weights: readonly number[],
  cov: readonly (readonly number[])[],
  mu: readonly number[],
  rf: number,
): [number, number, number] {
  const expected = dot(weights, mu);
  const volatility = Math.sqrt(quadraticForm(matrixOf(cov), weights));
  return [expected, volatility, (expected - rf) / volatility];
}

function proportional(values: readonly number[]): number[] {
  const total = sum(values);
  return values.map((value) => value / total);
}
