import type { AllocationAnswer } from '../../../src/advice/allocation/answer.js';
import type { MeanVarianceInput } from '../../../src/advice/allocation/mean-variance/problem.js';
import type { Program, Solver } from '../../../src/advice/allocation/solver.js';

/** A rule of a problem, read from its input without the code under test. */
export interface Rule {
  readonly name: string;
  readonly a: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

export function rulesOf(input: MeanVarianceInput): Rule[] {
  const n = input.cov.length;
  const unit = (j: number): number[] => Array.from({ length: n }, (_, i) => Number(i === j));
  const at = (bound: MeanVarianceInput['lb'], j: number): number | null | undefined =>
    Array.isArray(bound) ? (bound as (number | null)[])[j] : (bound as number | null | undefined);
  const bounds = Array.from({ length: n }, (_, j): Rule[] => [
    { name: `lb[${j}]`, a: unit(j), lower: at(input.lb, j) ?? -Infinity, upper: Infinity },
    { name: `ub[${j}]`, a: unit(j), lower: -Infinity, upper: at(input.ub, j) ?? Infinity },
  ]);
  const sum = input.sum ?? 1;
  const groups = (input.groups ?? []).flatMap(({ idx, min, max }, g): Rule[] => {
    const a = Array.from({ length: n }, (_, j) => Number(idx.includes(j)));
    return [
      { name: `groups[${g}].min`, a, lower: min ?? -Infinity, upper: Infinity },
      { name: `groups[${g}].max`, a, lower: -Infinity, upper: max ?? Infinity },
    ];
  });
  const target = input.objective === 'min_variance_return' ? input.target_return : undefined;
  return [
    ...bounds.flat(),
    { name: 'sum', a: unit(0).map(() => 1), lower: sum, upper: sum },
    ...groups,
    ...(target === undefined
      ? []
      : [
          {
            name: 'target_return',
            a: input.mu!,
            lower: target,
            upper: input.equality ? target : Infinity,
          },
        ]),
  ].filter(({ lower, upper }) => lower > -Infinity || upper < Infinity);
}

/** min c'v + k‖v − before‖₁ under the rules; the status where there is none. */
export function linearMinimum(
  rules: readonly Rule[],
  c: readonly number[],
  solver: Solver,
  tx?: { readonly k: number; readonly before: readonly number[] },
): number | string {
  const n = c.length;
  const k = tx?.k ?? 0;
  const columns = 2 * n;
  const rows = [
    ...rules.map(({ a, lower, upper }) => ({ a: [...a, ...a.map(() => 0)], lower, upper })),
    // v − t ≤ before ≤ v + t
    ...c.flatMap((_, j) =>
      [-1, 1].map((sign) => ({
        a: Array.from({ length: columns }, (__, i) => (i === j ? 1 : i === n + j ? sign : 0)),
        lower: sign === 1 ? (tx?.before[j] ?? -Infinity) : -Infinity,
        upper: sign === -1 ? (tx?.before[j] ?? Infinity) : Infinity,
      })),
    ),
  ];
  const found = solver(programOf(rows, [...c, ...c.map(() => k)]));
  return found.status === 'optimal' ? found.objective : found.status;
}

export const isPossible = (rules: readonly Rule[], solver: Solver): boolean =>
  typeof linearMinimum(rules, rules[0]?.a.map(() => 0) ?? [0], solver) === 'number';

function programOf(
  rows: readonly { a: readonly number[]; lower: number; upper: number }[],
  cost: readonly number[],
): Program {
  const indices = rows.map(({ a }) => [...a.keys()].filter((j) => a[j] !== 0));
  const starts = indices.reduce<number[]>((all, list) => [...all, all.at(-1)! + list.length], [0]);
  return {
    cost: Float64Array.from(cost),
    lower: new Float64Array(cost.length).fill(-Infinity),
    upper: new Float64Array(cost.length).fill(Infinity),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    rows: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices.flat()),
      values: Float64Array.from(rows.flatMap(({ a }, i) => indices[i]!.map((j) => a[j]!))),
    },
  };
}

/** The furthest a rule is overstepped. */
export const overstep = (rules: readonly Rule[], w: readonly number[]): number =>
  rules.reduce((worst, { a, lower, upper }) => {
    const value = inner(a, w);
    return Math.max(worst, lower - value, value - upper);
  }, 0);

/**
 * How much the objective could still gain, by its slope at the answer and a linear program over the
 * rules (the Frank-Wolfe gap), relative to the size of the slope's coefficients.
 */
export function remainingGain(
  input: MeanVarianceInput,
  { weights: w = [], binding }: AllocationAnswer,
  solver: Solver,
): number {
  const { cov, mu = [], rf = 0, l2 = 0, risk_aversion = 1, target_vol = 0, tx } = input;
  const image = cov.map((row) => inner(row, w));
  const variance = inner(image, w);
  const trade = tx ? tx.k * w.reduce((sum, v, j) => sum + Math.abs(v - tx.w_prev[j]!), 0) : 0;
  const risk = (j: number): number => image[j]! + l2 * w[j]!;
  const price = binding.find(({ rule }) => rule === 'target_vol')?.shadow_price ?? 0;
  const lambda = target_vol > 0 ? price / (2 * target_vol) : 0;
  const sigma = Math.sqrt(variance + l2 * inner(w, w));
  const excess = inner(mu, w) - rf - trade;
  const slopes: Record<MeanVarianceInput['objective'], (j: number) => number> = {
    min_variance: (j) => 2 * risk(j),
    min_variance_return: (j) => 2 * risk(j),
    max_utility: (j) => risk_aversion * image[j]! + 2 * l2 * w[j]! - mu[j]!,
    max_return_vol: (j) => -mu[j]! + 2 * l2 * w[j]! + 2 * lambda * image[j]!,
    max_sharpe: (j) => -mu[j]! / sigma + (excess * risk(j)) / sigma ** 3,
  };
  const k = input.objective === 'max_sharpe' ? (tx?.k ?? 0) / sigma : (tx?.k ?? 0);
  const slope = w.map((_, j) => slopes[input.objective](j));
  const diagonal = Math.max(...cov.map((row, i) => row[i]!));
  const size =
    input.objective === 'max_sharpe'
      ? excess / sigma
      : Math.max(diagonal, ...(input.objective === 'max_return_vol' ? mu.map(Math.abs) : []));
  const scaled = slope.map((value) => value / size);
  const least = linearMinimum(rulesOf(input), scaled, solver, {
    k: k / size,
    before: tx?.w_prev ?? [],
  });
  if (typeof least === 'string') return Infinity;
  const here = inner(scaled, w) + (input.objective === 'max_sharpe' ? trade / sigma : trade) / size;
  return here - least + (lambda * Math.abs(target_vol ** 2 - variance)) / size;
}

export const inner = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
