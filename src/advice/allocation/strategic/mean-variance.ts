import type { Outlook } from '../market/outlook.js';
import { solveSmall } from './interior-point.js';

/** A named linear rule: Σ coefficient × weight ≤ most, coefficients ≥ 0. */
export interface LinearRule {
  readonly rule: string;
  readonly coefficients: Float64Array;
  readonly most: number;
}

/** 长仓均值方差问题: weights from `least` to `most` that sum to one and keep the rules. */
export interface MeanVariance {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly rules: readonly LinearRule[];
}

export interface MeanVarianceSolution {
  readonly weights: Float64Array;
  /** Return a year, at equal risk, for one whole unit more of what a rule allows; ≥ 0, by rule. */
  readonly rulePrices: Float64Array;
  /** The same for a weight: > 0 where its cap holds it, < 0 where its floor does. */
  readonly weightPrices: Float64Array;
}

/** max mean'w − ½·riskAversion·w'Σw. Throws where nothing keeps the rules. */
export function solveMeanVariance(
  { mean, covariance }: Pick<Outlook, 'mean' | 'covariance'>,
  problem: MeanVariance,
  riskAversion: number,
): MeanVarianceSolution {
  const { most, rules } = problem;
  const size = mean.length;
  const isBarred = (at: number): boolean =>
    most[at]! <= 0 || rules.some((rule) => rule.most <= 0 && rule.coefficients[at]! > 0);
  // A weight that can only be zero leaves no room inside, and so is left out of the solve.
  const free = [...mean.keys()].filter((at) => !isBarred(at));
  const rows = rowsOf(problem, free);
  const solution = solveSmall({
    quadratic: Float64Array.from(
      free.flatMap((i) => free.map((j) => riskAversion * covariance[i * size + j]!)),
    ),
    linear: Float64Array.from(free, (at) => -mean[at]!),
    rows: rows.map(({ row }) => row),
    most: Float64Array.from(rows, (one) => one.most),
  });
  const weights = new Float64Array(size);
  for (const [at, column] of free.entries()) weights[column] = solution.x[at]!;
  const rulePrices = new Float64Array(rules.length);
  for (const [at, { rule }] of rows.entries()) {
    if (rule !== null) rulePrices[rule] = solution.multipliers[at]!;
  }
  // What a weight would still add, once risk, the rules and the sum have been paid for.
  const weightPrices = mean.map(
    (value, i) =>
      value -
      solution.sum -
      riskAversion *
        weights.reduce((sum, weight, j) => sum + weight * covariance[i * size + j]!, 0) -
      rules.reduce((sum, { coefficients }, at) => sum + coefficients[i]! * rulePrices[at]!, 0),
  );
  return { weights, rulePrices, weightPrices };
}

interface Row {
  readonly row: Float64Array;
  readonly most: number;
  /** Position of the rule; null for a bound. */
  readonly rule: number | null;
}

function rowsOf({ least, most, rules }: MeanVariance, free: readonly number[]): readonly Row[] {
  const unit = (column: number, sign: number): Float64Array =>
    Float64Array.from(free, (at) => (at === column ? sign : 0));
  return [
    ...free.map((at) => ({ row: unit(at, -1), most: -least[at]!, rule: null })),
    // A cap of one follows from the sum.
    ...free
      .filter((at) => most[at]! < 1)
      .map((at) => ({ row: unit(at, 1), most: most[at]!, rule: null })),
    ...rules.flatMap(({ coefficients, most: bound }, rule) => {
      const row = Float64Array.from(free, (at) => coefficients[at]!);
      return row.some((value) => value > 0) ? [{ row, most: bound, rule }] : [];
    }),
  ];
}
