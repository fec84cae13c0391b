import { covarianceOf } from '../measures/covariance.js';
import { riskOf, type ConvexMeasure, type MeasureParameters } from '../measures/measure.js';
import type { Bounds, ScenarioInput } from './input.js';
import { rulesOf, type Rule } from './rules.js';

/** A `ScenarioInput` with its defaults filled in and its scenarios scaled so that losses are about 1. */
export interface ScenarioProblem {
  readonly size: number;
  /** As given, by period. */
  readonly returns: readonly Float64Array[];
  /** Risk is worked out on returns divided by this. */
  readonly scale: number;
  readonly measure: ConvexMeasure;
  readonly parameters: MeasureParameters;
  readonly mu: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly sum: number;
  readonly rules: readonly Rule[];
  readonly rf: number;
  readonly l2: number;
  readonly frequency: number;
}

export function problemOf(input: ScenarioInput): ScenarioProblem {
  const returns = input.returns.map((row) => Float64Array.from(row));
  const size = returns[0]?.length ?? 0;
  const frequency = input.frequency ?? 1;
  const rf = input.rf ?? 0;
  const lower = boundsOf(input.lb === undefined ? 0 : input.lb, size, -Infinity);
  const upper = boundsOf(input.ub === undefined ? 1 : input.ub, size, Infinity);
  const sum = input.sum ?? 1;
  const alpha = input.alpha ?? 0.05;
  const measure = withoutTail(input.measure, alpha * returns.length);
  return {
    size,
    returns,
    scale: scaleOf(returns, measure),
    measure,
    parameters: { alpha, threshold: rf / frequency },
    mu: input.mu ? Float64Array.from(input.mu) : meanReturns(returns, size, frequency),
    lower,
    upper,
    sum,
    rules: rulesOf({ lower, upper, sum, groups: input.groups ?? [] }),
    rf,
    l2: input.l2 ?? 0,
    frequency,
  };
}

/** A tail of no more than one period is its worst loss, which is linear. */
function withoutTail(measure: ConvexMeasure, tailLength: number): ConvexMeasure {
  if (tailLength > 1) return measure;
  if (measure === 'EVaR') return 'WR';
  return measure === 'EDaR' ? 'MDD' : measure;
}

function boundsOf(bounds: Bounds, size: number, none: number): Float64Array {
  return Float64Array.from({ length: size }, (_, j) => {
    const bound = typeof bounds === 'number' || bounds === null ? bounds : bounds[j];
    return bound ?? none;
  });
}

function meanReturns(
  returns: readonly Float64Array[],
  size: number,
  frequency: number,
): Float64Array {
  const sums = new Float64Array(size);
  for (const row of returns) for (let j = 0; j < size; j++) sums[j]! += row[j]!;
  return sums.map((sum) => (sum / returns.length) * frequency);
}

/** The mean move of one period; along a path moves add up by the root of time. */
function scaleOf(returns: readonly Float64Array[], measure: ConvexMeasure): number {
  let sum = 0;
  let count = 0;
  for (const row of returns) {
    for (const value of row) sum += Math.abs(value);
    count += row.length;
  }
  const step = sum > 0 ? sum / count : 1;
  return isPathMeasure(measure) ? step * Math.sqrt(returns.length) : step;
}

/** Measures of drawdowns: the order of periods matters. */
export function isPathMeasure(measure: ConvexMeasure): boolean {
  return ['MDD', 'ADD', 'CDaR', 'UCI', 'EDaR'].includes(measure);
}

/** Measures that are the root of a quadratic; their square is what is minimised. */
export function isRootMeasure(measure: ConvexMeasure): boolean {
  return ['MV', 'MSV', 'SV', 'SLPM', 'UCI'].includes(measure);
}

export function isLinearMeasure(measure: ConvexMeasure): boolean {
  return !isRootMeasure(measure) && measure !== 'EVaR' && measure !== 'EDaR';
}

/** √frequency where variances are annualised, else 1. */
export function annualFactor({ measure, frequency }: ScenarioProblem): number {
  return isRootMeasure(measure) && measure !== 'UCI' ? Math.sqrt(frequency) : 1;
}

/** Risk of one period, by the measure's own definition. */
export function portfolioRisk(problem: ScenarioProblem, weights: Float64Array): number {
  return riskOf(problem.measure, seriesOf(problem, weights), problem.parameters);
}

export function portfolioReturn({ mu }: ScenarioProblem, weights: Float64Array): number {
  return dot(mu, weights);
}

export function portfolioVolatility(problem: ScenarioProblem, weights: Float64Array): number {
  const series = seriesOf(problem, weights);
  return riskOf('vol', series, problem.parameters) * Math.sqrt(problem.frequency);
}

function seriesOf({ returns }: ScenarioProblem, weights: Float64Array): Float64Array {
  return Float64Array.from(returns, (row) => dot(row, weights));
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

/** Covariance of the scaled scenarios. */
export function scaledCovariance({ returns, scale }: ScenarioProblem): number[][] {
  return covarianceOf(returns.map((row) => Array.from(row, (value) => value / scale)));
}
