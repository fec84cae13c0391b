import { matrixOf, multiplyTransposed, sum } from './algebra/matrix.js';
import type { AllocationOutcome } from './answer.js';
import { bindingRules, certify } from './certificate.js';
import { refusalOf } from './mean-variance/quadratic-objective.js';
import { minimise } from './quadratic/solve.js';
import type { Region, Row } from './region.js';
import type { Solver } from './solver.js';

/** Input of the op `minimax`. */
export interface WorstPeriodInput {
  /** n × T. */
  readonly returns_by_asset: readonly (readonly number[])[];
  /** Weights sum to 1 (default), else to at most 1. */
  readonly full?: boolean | undefined;
  readonly want?: 'weights' | 'value' | undefined;
}

/** Young's minimax portfolio (1998): the largest return of the worst period, long only. */
export function bestWorstPeriod(
  { returns_by_asset, full = true, want = 'weights' }: WorstPeriodInput,
  solver: Solver,
): AllocationOutcome {
  const returns = matrixOf(returns_by_asset);
  const n = returns.rows;
  const region = periodRegion(returns_by_asset, full);
  const slope = new Float64Array(n + 1);
  slope[n] = -1;
  const found = minimise({ quadratic: null, linear: slope, region }, solver);
  if (!('x' in found)) return refusalOf(found.kind, region, solver);
  const weights = found.x.slice(0, n);
  const periods = multiplyTransposed(returns, weights);
  const worst = Math.min(...periods);
  const at = { region, x: found.x, slope, multipliers: found.multipliers };
  return {
    ...(want === 'value' ? { values: [worst] } : { weights: [...weights] }),
    report: {
      return: sum(periods) / periods.length,
      risk: -worst,
      ...(found.tied && { tie_break: 'minimum_norm' as const }),
    },
    certificate: certify(at, 1),
    binding: bindingRules(at, 1),
  };
}

/** Columns: the weights and the return t of the worst period; r_t'w − t ≥ 0 for every period. */
function periodRegion(returns: WorstPeriodInput['returns_by_asset'], full: boolean): Region {
  const n = returns.length;
  const periods = returns[0]?.length ?? 0;
  const column = (value: (j: number) => number): Float64Array =>
    Float64Array.from({ length: n + 1 }, (_, j) => value(j));
  const total: Row = {
    coefficients: column((j) => (j < n ? 1 : 0)),
    lower: full ? 1 : -Infinity,
    upper: 1,
    names: full ? { lower: 'sum', upper: 'sum' } : { upper: 'sum' },
  };
  return {
    lower: column((j) => (j < n ? 0 : -Infinity)),
    upper: column(() => Infinity),
    names: [],
    rows: [
      total,
      ...Array.from({ length: periods }, (_, t): Row => ({
        coefficients: column((j) => (j < n ? returns[j]![t]! : -1)),
        lower: 0,
        upper: Infinity,
        names: {},
      })),
    ],
  };
}
