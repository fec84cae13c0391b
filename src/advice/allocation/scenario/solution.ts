import type {
  AllocationAnswer,
  AllocationRefusal,
  BindingRule,
  Certificate,
  PortfolioReport,
} from '../answer.js';
import type { Optimum } from './optimum.js';
import {
  annualFactor,
  portfolioReturn,
  portfolioRisk,
  portfolioVolatility,
  type ScenarioProblem,
} from './problem.js';
import { shortfall, type Rule } from './rules.js';

/**
 * Its `volatility` is the standard deviation × √frequency, whatever the measure. The gap is the distance
 * of the objective, by the measure's own definition, from a bound no portfolio passes; relative to
 * an objective beyond 1.
 */
export interface ScenarioSolution extends AllocationAnswer {
  readonly weights: readonly number[];
  readonly report: Required<Omit<PortfolioReport, 'tie_break'>> & PortfolioReport;
  readonly certificate: Certificate;
}

/** Weights found for an objective, with what proves them. */
export interface Finding {
  readonly weights: Float64Array;
  /** The objective by the measure's own definition, and a bound no portfolio passes. */
  readonly value: number;
  readonly bound: number;
  readonly binding: readonly BindingRule[];
  readonly isTied: boolean;
  /** Every rule the weights are held to. */
  readonly rules: readonly Rule[];
  /** In the report's unit. */
  readonly mostRisk?: number;
}

/** The certificate promised: 1e-9, and 1e-7 for the entropic measures. */
const GAP = 1e-9;
const ENTROPIC_GAP = 1e-7;
const VIOLATION = 1e-9;

export function solutionOf(problem: ScenarioProblem, finding: Finding): ScenarioSolution {
  const { lower, upper } = problem;
  const weights = finding.weights.map((w, j) => Math.min(Math.max(w, lower[j]!), upper[j]!));
  const risk = portfolioRisk(problem, weights) * annualFactor(problem);
  const expected = portfolioReturn(problem, weights);
  const misses = finding.rules.map((rule) => shortfall(rule, weights));
  const violation = Math.max(0, risk - (finding.mostRisk ?? Infinity), ...misses);
  return {
    weights: Array.from(weights),
    report: {
      return: expected,
      volatility: portfolioVolatility(problem, weights),
      sharpe: (expected - problem.rf) / risk,
      risk,
      ...(finding.isTied && { tie_break: 'minimum_norm' }),
    },
    certificate: certificateOf(problem, finding, violation),
    binding: finding.binding,
  };
}

function certificateOf(
  { measure }: ScenarioProblem,
  { value, bound }: Finding,
  violation: number,
): Certificate {
  const gap = Math.abs(value - bound) / Math.max(1, Math.abs(value));
  const most = measure === 'EVaR' || measure === 'EDaR' ? ENTROPIC_GAP : GAP;
  const isProven = gap <= most && violation <= VIOLATION;
  return { gap, violation, status: isProven ? 'optimal' : 'approximate' };
}

export const infeasible = (conflict: readonly string[]): AllocationRefusal => ({
  refused: 'infeasible',
  conflict,
});

export const UNBOUNDED: AllocationRefusal = { refused: 'unbounded' };

/** A multiplier below this, in scaled units, is no price. */
const NO_PRICE = 1e-8;

/** `inUnit` turns a multiplier of the program into the unit of the answer's objective. */
export function bindingRules(
  optimum: Optimum,
  rules: readonly Rule[],
  inUnit: (price: number) => number,
): BindingRule[] {
  return rules
    .filter(({ kind }) => kind !== 'equal')
    .map((rule) => ({ rule: rule.name, shadow_price: multiplier(optimum, rule) }))
    .filter(({ shadow_price }) => shadow_price > NO_PRICE)
    .map(({ rule, shadow_price }) => ({ rule, shadow_price: inUnit(shadow_price) }));
}

/** ≥ 0: what one unit less of the rule is worth to the program's objective. */
export function multiplier(
  { program, rowDual, columnDual }: Optimum,
  { name, kind }: Rule,
): number {
  const place = program.places.get(name);
  if (place === undefined) return 0;
  const dual = 'row' in place ? rowDual[place.row]! / place.divisor : columnDual[place.column]!;
  return Math.max(0, kind === 'most' ? -dual : dual);
}
