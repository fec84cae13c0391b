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

/** The slope of what is minimised, with k‖w − before‖₁ beside it, at a size of about 1. */
interface Slope {
  readonly c: readonly number[];
  readonly k: number;
  readonly size: number;
  /** What is left of a limit that has a price, at that price. */
  readonly slack?: number;
}

type Complete = Pick<MeanVarianceInput, 'cov' | 'tx'> & {
  readonly [Key in keyof typeof DEFAULTS]: NonNullable<MeanVarianceInput[Key]>;
};

const DEFAULTS = { mu: [], rf: 0, l2: 0, risk_aversion: 1, target_vol: 0 };

/** The slope per objective at w, with `risk` = Σw + l2·w. */
const SLOPES: Record<
  MeanVarianceInput['objective'],
  (input: Complete, w: readonly number[], image: readonly number[], price: number) => Slope
> = {
  min_variance: leastVariance,
  min_variance_return: leastVariance,
  max_utility: ({ mu, cov, l2, risk_aversion, tx }, w, image) => ({
    c: w.map((v, j) => risk_aversion * image[j]! + 2 * l2 * v - mu[j]!),
    k: tx?.k ?? 0,
    size: widest(cov),
  }),
  max_return_vol: ({ mu, l2, target_vol, tx }, w, image, price) => {
    const lambda = price / (2 * target_vol);
    return {
      c: w.map((v, j) => -mu[j]! + 2 * l2 * v + 2 * lambda * image[j]!),
      k: tx?.k ?? 0,
      size: Math.max(...mu.map(Math.abs)),
      slack: lambda * Math.abs(target_vol ** 2 - inner(image, w)),
    };
  },
  max_sharpe: ({ mu, rf, l2, tx }, w, image) => {
    const sigma = Math.sqrt(inner(image, w) + l2 * inner(w, w));
    const excess = inner(mu, w) - rf - tradeCost(tx, w);
    const c = w.map((v, j) => -mu[j]! / sigma + (excess * (image[j]! + l2 * v)) / sigma ** 3);
    return { c, k: (tx?.k ?? 0) / sigma, size: excess / sigma };
  },
};

function leastVariance(
  { cov, l2, tx }: Complete,
  w: readonly number[],
  image: readonly number[],
): Slope {
  return {
    c: w.map((v, j) => 2 * (image[j]! + l2 * v)),
    k: tx?.k ?? 0,
    size: widest(cov),
  };
}

const widest = (cov: MeanVarianceInput['cov']): number => Math.max(...cov.map((row, i) => row[i]!));

const tradeCost = (tx: MeanVarianceInput['tx'], w: readonly number[]): number =>
  tx ? tx.k * w.reduce((sum, v, j) => sum + Math.abs(v - tx.w_prev[j]!), 0) : 0;

/**
 * How much the objective could still gain, by its slope at the answer and a linear program over the
 * rules (the Frank-Wolfe gap), relative to the size of the objective.
 */
export function remainingGain(
  input: MeanVarianceInput,
  { weights: w = [], binding }: AllocationAnswer,
  solver: Solver,
): number {
  const price = binding.find(({ rule }) => rule === 'target_vol')?.shadow_price ?? 0;
  const image = input.cov.map((row) => inner(row, w));
  const complete = { ...DEFAULTS, ...input } as Complete;
  const { c, k, size, slack = 0 } = SLOPES[input.objective](complete, w, image, price);
  const scaled = c.map((value) => value / size);
  const tx = input.tx && { k: k / size, before: input.tx.w_prev };
  const least = linearMinimum(rulesOf(input), scaled, solver, tx);
  if (typeof least === 'string') return Infinity;
  const trade = input.tx ? tradeCost({ ...input.tx, k: k / size }, w) : 0;
  return inner(scaled, w) + trade - least + slack / size;
}

export const inner = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);
