import type { Matrix } from '../algebra/matrix.js';
import { covarianceOf, diagonalOf, dot, multiply, quadraticForm, sum } from '../algebra/matrix.js';
import { symmetricProduct } from '../algebra/symmetric-product.js';
import type { AllocationOutcome } from '../answer.js';
import { bindingRules, certificateOf, dualityGap } from '../certificate.js';
import { isFeasible, minimalConflict } from '../conflict.js';
import { meanVariance } from '../mean-variance/mean-variance.js';
import type { Region } from '../region.js';
import { violationAt } from '../region.js';
import type { Solver } from '../solver.js';
import type { Bound } from '../weight-rules.js';
import { weightRegion } from '../weight-rules.js';
import { boundedBudgets } from './bounded-budgets.js';
import { budgetedRisk } from './risk-budgets.js';

/** Input of the op `risk_parity`. */
export interface RiskParityInput {
  readonly cov: readonly (readonly number[])[];
  /** Shares of the risk, positive; default equal. Scaled to sum 1. */
  readonly budgets?: readonly number[] | undefined;
  readonly lb?: Bound | undefined;
  readonly ub?: Bound | undefined;
}

/** 风险平价 / 风险预算: long-only weights whose shares of the variance are the budgets. */
export function riskParity(input: RiskParityInput, solver: Solver): AllocationOutcome {
  const cov = covarianceOf(input.cov);
  const budgets = sharesOf(input.budgets, cov.rows);
  const region = budgetRegion(cov.rows, input);
  const impossible = [...riskless(cov, region), ...closed(region)];
  if (impossible.length > 0) return { refused: 'infeasible', conflict: impossible.slice(0, 1) };
  const y = diagonalOf(cov).every((variance) => variance > 0) ? budgetedRisk(cov, budgets) : null;
  const weights = y && shareOut(y);
  if (weights && violationAt(region, weights) <= 1e-12) return unbounded(cov, budgets, y, weights);
  if (!isFeasible(region, solver)) {
    return { refused: 'infeasible', conflict: minimalConflict(region, solver) };
  }
  // Without bounds what carries no risk at all would be bought without end.
  if (!weights && input.lb === undefined && input.ub === undefined) return { refused: 'unbounded' };
  const near = weights ?? new Float64Array(cov.rows).fill(1 / cov.rows);
  return bounded(input, cov, budgets, region, solver, near);
}

const shareOut = (y: Float64Array): Float64Array => {
  const total = sum(y);
  return y.map((value) => value / total);
};

function sharesOf(budgets: readonly number[] | undefined, n: number): Float64Array {
  return shareOut(Float64Array.from(budgets ?? new Array<number>(n).fill(1)));
}

/** Weights are positive whatever lb says, and only asked-for bounds are rules. */
function budgetRegion(n: number, { lb = null, ub = null }: RiskParityInput): Region {
  const region = weightRegion(n, { lb, ub });
  const names = region.names.map(({ lower, upper }, j) => ({
    ...(region.lower[j]! > 0 && lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  }));
  return { ...region, lower: region.lower.map((low) => Math.max(0, low)), names };
}

/** An asset without risk carries no budget, unless a bound stops its weight. */
const riskless = (cov: Matrix, { upper }: Region): string[] =>
  [...diagonalOf(cov)].flatMap((variance, i) =>
    variance > 0 || upper[i]! < Infinity ? [] : [`budgets[${i}]`],
  );

/** A budget needs a positive weight. */
const closed = ({ upper }: Region): string[] =>
  [...upper].flatMap((high, i) => (high > 0 ? [] : [`ub[${i}]`]));

/**
 * The gap is that of the convex function, by its Fenchel dual: Σ (c_i − b_i − b_i·ln(c_i/b_i)) with
 * c_i = y_i·(Σy)_i, of a total risk of 1.
 */
function unbounded(
  cov: Matrix,
  budgets: Float64Array,
  y: Float64Array,
  weights: Float64Array,
): AllocationOutcome {
  const image = new Float64Array(y.length);
  symmetricProduct(cov, y, image);
  const gap = y.reduce((total, value, i) => {
    const share = value * image[i]!;
    const b = budgets[i]!;
    return total + share - b - b * Math.log1p((share - b) / b);
  }, 0);
  return {
    weights: [...weights],
    report: { volatility: Math.sqrt(dot(y, image)) / sum(y) },
    certificate: certificateOf(Math.abs(gap), Math.abs(sum(weights) - 1), 1),
    binding: [],
  };
}

function bounded(
  { cov: given, lb = null, ub = null }: RiskParityInput,
  cov: Matrix,
  budgets: Float64Array,
  region: Region,
  solver: Solver,
  near: Float64Array,
): AllocationOutcome {
  const upper = region.upper.map((high) => Math.min(1, high));
  const found = boundedBudgets(cov, budgets, { lower: region.lower, upper }, near);
  // No price of risk budgets brings the sum down to 1: what is left of the objective is variance.
  if (!found) return meanVariance({ cov: given, lb, ub, objective: 'min_variance' }, solver);
  const { weights: x, lambda } = found;
  const variance = quadraticForm(cov, x);
  const slope = multiply(cov, x).map((value, i) => value - (lambda * budgets[i]!) / x[i]!);
  const at = { region: { ...region, rows: [] }, x, slope, multipliers: new Float64Array() };
  return {
    weights: [...x],
    report: { volatility: Math.sqrt(variance) },
    certificate: certificateOf(dualityGap(at), violationAt(region, x), variance),
    binding: bindingRules(at, variance),
  };
}
