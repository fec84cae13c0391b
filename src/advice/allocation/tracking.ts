import { diagonalOf, dot, largest, multiply, multiplyTransposed } from './algebra/matrix.js';
import { matrixOf, zeros } from './algebra/matrix.js';
import type { AllocationOutcome } from './answer.js';
import { bindingRules, certify } from './certificate.js';
import { refusalOf } from './mean-variance/quadratic-objective.js';
import { minimise } from './quadratic/solve.js';
import type { Solver } from './solver.js';
import { weightRegion } from './weight-rules.js';

/** Input of the op `min_te`. */
export interface TrackingInput {
  /** n × T. */
  readonly returns_by_asset: readonly (readonly number[])[];
  /** T. */
  readonly benchmark: readonly number[];
}

/** 跟踪误差最小: the long-only portfolio nearest to a benchmark in mean squared return. */
export function leastTrackingError(
  { returns_by_asset, benchmark }: TrackingInput,
  solver: Solver,
): AllocationOutcome {
  const returns = matrixOf(returns_by_asset);
  const n = returns.rows;
  const periods = benchmark.length;
  const Q = zeros(n, n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = (2 * dot(returns_by_asset[i]!, returns_by_asset[j]!)) / periods;
      Q.data[i * n + j] = value;
      Q.data[j * n + i] = value;
    }
  }
  const linear = multiply(returns, benchmark).map((value) => (-2 * value) / periods);
  const region = weightRegion(n, { ub: null });
  const found = minimise({ quadratic: Q, linear, region }, solver);
  if (!('x' in found)) return refusalOf(found.kind, region, solver);
  const { x, multipliers, tied } = found;
  const misses = multiplyTransposed(returns, x).map((value, t) => value - benchmark[t]!);
  const at = {
    region,
    x,
    multipliers,
    slope: multiply(Q, x).map((value, i) => value + linear[i]!),
  };
  const scale = largest(diagonalOf(Q));
  return {
    weights: [...x],
    report: {
      risk: Math.sqrt(dot(misses, misses) / periods),
      ...(tied && { tie_break: 'minimum_norm' as const }),
    },
    certificate: certify(at, scale),
    binding: bindingRules(at, scale),
  };
}
