import { diagonalOf, matrixOf } from './algebra/matrix.js';
import type { AllocationOutcome } from './answer.js';
import { isRefusal } from './answer.js';
import { meanVariance } from './mean-variance/mean-variance.js';
import type { Solver } from './solver.js';
import type { Bound } from './weight-rules.js';

/** Input of the op `mdp`. */
export interface DiversificationInput {
  readonly cov: readonly (readonly number[])[];
  readonly lb?: Bound | undefined;
  readonly ub?: Bound | undefined;
}

/**
 * 最大分散化 (Choueifaty and Coignard 2008): max σ'w / √(w'Σw), which is the largest Sharpe ratio
 * where every asset is expected to earn its volatility. Gap and prices are in that ratio.
 */
export function mostDiversified(
  { cov, lb, ub }: DiversificationInput,
  solver: Solver,
): AllocationOutcome {
  const mu = [...diagonalOf(matrixOf(cov))].map(Math.sqrt);
  const found = meanVariance({ cov, mu, lb, ub, objective: 'max_sharpe' }, solver);
  if (isRefusal(found)) return found;
  const { volatility, tie_break } = found.report;
  return {
    ...found,
    report: { ...(volatility !== undefined && { volatility }), ...(tie_break && { tie_break }) },
  };
}
