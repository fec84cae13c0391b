import type { AllocationAnswer } from '../answer.js';
import { exponentialCovariance, sampleCovariance, semicovariance } from './covariance.js';
import type { Series } from './returns.js';
import { changesOf, compoundGrowth, logChangesOf, meansOf } from './returns.js';
import type { Shrunk } from './shrinkage.js';
import { constantCorrelation, ledoitWolf, oracleApproximating } from './shrinkage.js';

/** Input of the op `estimator`. */
export interface EstimatorInput {
  readonly kind:
    | 'prices_cagr'
    | 'prices_mean'
    | 'prices_cov'
    | 'prices_logcov'
    | 'sample_cov'
    | 'semicov'
    | 'exp_cov'
    | 'ledoit_wolf'
    | 'lw_constant_correlation'
    | 'oas';
  /** T × n: prices for the kinds named so, else returns. */
  readonly data: Series;
  /** Periods a year; default 1. */
  readonly frequency?: number | undefined;
  /** Return per period below which counts, of `semicov`; default 0. */
  readonly benchmark?: number | undefined;
  /** Of `exp_cov`; default 180. */
  readonly span?: number | undefined;
}

/** Matrices row by row; the shrinkage kinds put their intensity first. */
export const estimate = (input: EstimatorInput): AllocationAnswer => ({
  values: valuesOf(input),
  report: {},
  certificate: null,
  binding: [],
});

function valuesOf(input: EstimatorInput): number[] {
  const { kind, data, frequency = 1, benchmark = 0, span = 180 } = input;
  const yearly = (value: number): number => value * frequency;
  const annual = (cov: Series): number[] => cov.flat().map(yearly);
  const shrunk = ({ intensity, cov }: Shrunk): number[] => [intensity, ...annual(cov)];
  switch (kind) {
    case 'prices_cagr':
      return compoundGrowth(data, frequency);
    case 'prices_mean':
      return meansOf(changesOf(data)).map(yearly);
    case 'prices_cov':
      return annual(sampleCovariance(changesOf(data)));
    case 'prices_logcov':
      return annual(sampleCovariance(logChangesOf(data)));
    case 'sample_cov':
      return annual(sampleCovariance(data));
    case 'semicov':
      return annual(semicovariance(data, benchmark));
    case 'exp_cov':
      return annual(exponentialCovariance(data, span));
    case 'ledoit_wolf':
      return shrunk(ledoitWolf(data));
    case 'lw_constant_correlation':
      return shrunk(constantCorrelation(data));
    case 'oas':
      return shrunk(oracleApproximating(data));
  }
}
