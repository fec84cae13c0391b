import { addRisk, type Term } from './risk-terms.js';
import { ProgramBuilder, type BuiltProgram } from './program-builder.js';
import type { ScenarioProblem } from './problem.js';
import { isBound, type Rule } from './rules.js';

/**
 * What is asked of a risk program, in the problem's scaled unit of risk (its square for root
 * measures). The objective is risk + ridge·w'w − reward'w.
 */
export interface ProgramForm {
  readonly rules: readonly Rule[];
  /** Periods that get rows. */
  readonly periods: readonly number[];
  /** Of the rule that the risk be no higher; linear measures only. */
  readonly mostRisk?: number;
  /** Leaves risk out of the objective, where it is a rule. */
  readonly isRiskFree?: boolean;
  readonly ridge?: number;
  readonly reward?: Float64Array;
  /** The weights are y = κ·w with κ ≥ 0 free: all rules by their ratio to κ. */
  readonly isHomogeneous?: boolean;
  /** excess'y − floor·κ = total, which fixes κ. */
  readonly excess?: { readonly mu: Float64Array; readonly floor: number; readonly total: number };
  /** b of −Σ b·log y. */
  readonly logWeights?: readonly number[];
}

export interface RiskProgram extends BuiltProgram {
  /** Where each rule stands: a row, or the bound of a column. */
  readonly places: ReadonlyMap<string, RulePlace>;
  readonly riskRow: number | null;
  readonly linearRisk: readonly Term[];
}

/** A rule's row is divided by `divisor`. */
export type RulePlace =
  { readonly row: number; readonly divisor: number } | { readonly column: number };

export function riskProgram(problem: ScenarioProblem, form: ProgramForm): RiskProgram {
  const { size } = problem;
  const builder = new ProgramBuilder();
  const places = addWeights(builder, size, form);
  const terms = addRisk({ builder, problem, periods: form.periods });
  if (!form.isRiskFree) for (const [column, cost] of terms.linear) builder.addCost(column, cost);
  for (const rule of form.rules) {
    if (!places.has(rule.name)) places.set(rule.name, addRule(builder, rule, size));
  }
  if (form.excess) {
    const { mu, floor, total } = form.excess;
    const columns = Array.from({ length: size + 1 }, (_, j) => j);
    builder.addRow({ columns, values: [...mu, -floor], lower: total, upper: total });
  }
  const riskRow =
    form.mostRisk === undefined ? null : addRiskRow(builder, terms.linear, form.mostRisk);
  const { covariance, entropy } = terms;
  const logWeights = form.logWeights && Float64Array.from(form.logWeights);
  const built = builder.build({
    ...(covariance && { covariance }),
    ...(entropy && { entropy }),
    ...(logWeights && { logWeights }),
  });
  return { ...built, places, riskRow, linearRisk: terms.linear };
}

/** Columns w and κ; bounds that can stand on a column do. */
function addWeights(
  builder: ProgramBuilder,
  size: number,
  form: ProgramForm,
): Map<string, RulePlace> {
  const { rules, reward, ridge = 0, isHomogeneous = false, logWeights } = form;
  const lower = new Float64Array(size).fill(-Infinity);
  const upper = new Float64Array(size).fill(Infinity);
  const places = new Map<string, RulePlace>();
  if (logWeights) logWeights.forEach((weight, j) => weight > 0 && (lower[j] = 0));
  for (const rule of rules.filter(isBound)) {
    if (isHomogeneous && !(rule.kind === 'least' && rule.bound === 0)) continue;
    const column = rule.assets[0]!;
    places.set(rule.name, { column });
    if (rule.kind === 'least') lower[column] = rule.bound;
    else upper[column] = rule.bound;
  }
  for (let j = 0; j < size; j++) {
    builder.addColumn({
      cost: -(reward?.[j] ?? 0),
      lower: lower[j]!,
      upper: upper[j]!,
      curvature: 2 * ridge,
      start: 1 / size,
    });
  }
  builder.addColumn(isHomogeneous ? {} : { lower: 1, upper: 1 });
  return places;
}

/** Σ a·w − bound·κ ≥, ≤ or = 0. */
function addRule(builder: ProgramBuilder, rule: Rule, size: number): RulePlace {
  const divisor = Math.max(...rule.coefficients.map(Math.abs)) || 1;
  const row = builder.addRow({
    columns: [...rule.assets, size],
    values: [...rule.coefficients, -rule.bound].map((value) => value / divisor),
    ...(rule.kind !== 'most' && { lower: 0 }),
    ...(rule.kind !== 'least' && { upper: 0 }),
  });
  return { row, divisor };
}

function addRiskRow(builder: ProgramBuilder, terms: readonly Term[], most: number): number {
  return builder.addRow({
    columns: terms.map(([column]) => column),
    values: terms.map(([, value]) => value),
    upper: most,
  });
}
