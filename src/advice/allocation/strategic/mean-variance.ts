import { multiply, sum } from '../algebra/matrix.js';
import type { Outlook } from '../market/outlook.js';
import { addScaled } from '../quadratic/equality.js';
import { minimiseFrom } from '../quadratic/solve.js';
import type { Region, Row } from '../region.js';
import { equalityRow, violationAt } from '../region.js';

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

/**
 * max mean'w − ½·riskAversion·w'Σw, from weights that keep the rules: those given (of a like problem) or
 * the least of everything and the first asset besides. Throws where these do not keep them.
 */
export function solveMeanVariance(
  { mean, covariance }: Pick<Outlook, 'mean' | 'covariance'>,
  problem: MeanVariance,
  riskAversion: number,
  near: Float64Array = mostInFirst(problem),
): MeanVarianceSolution {
  const { region, rules } = regionOf(problem);
  if (violationAt(region, near) > KEPT) throw new Error('the first weights do not keep the rules');
  const size = mean.length;
  const quadratic = {
    rows: size,
    columns: size,
    data: covariance.map((value) => riskAversion * value),
  };
  const linear = mean.map((value) => -value);
  const found = minimiseFrom({ quadratic, linear, region }, near);
  if (found.kind !== 'optimal') throw new Error('the mix did not converge');
  const { x: weights, multipliers } = found;
  // What a weight would still add, once risk, the rules and the sum have been paid for.
  const weightPrices = mean.map((value) => value);
  addScaled(weightPrices, multiply(quadratic, weights), -1);
  region.rows.forEach(({ coefficients }, row) =>
    addScaled(weightPrices, coefficients, multipliers[row]!),
  );
  const rulePrices = new Float64Array(problem.rules.length);
  rules.forEach((rule, at) => (rulePrices[rule] = Math.max(0, -multipliers[at + 1]!)));
  return { weights, rulePrices, weightPrices };
}

/** As far as rounding may take weights beyond a rule. */
const KEPT = 1e-9;

function mostInFirst({ least }: MeanVariance): Float64Array {
  const weights = Float64Array.from(least);
  weights[0]! += 1 - sum(least);
  return weights;
}

/** The sum, then the rules at `rules`; one that allows nothing is told by the caps instead. */
function regionOf({ least, most, rules }: MeanVariance): { region: Region; rules: number[] } {
  const isBarred = (at: number): boolean =>
    rules.some((rule) => rule.most <= 0 && rule.coefficients[at]! > 0);
  const open = [...rules.keys()].filter((rule) => rules[rule]!.most > 0);
  const atMost = (rule: LinearRule): Row => ({
    coefficients: rule.coefficients,
    lower: -Infinity,
    upper: rule.most,
    names: { upper: rule.rule },
  });
  return {
    region: {
      lower: least,
      upper: most.map((cap, at) => (isBarred(at) ? 0 : cap)),
      rows: [
        equalityRow('sum', new Float64Array(least.length).fill(1), 1),
        ...open.map((rule) => atMost(rules[rule]!)),
      ],
      names: [],
    },
    rules: open,
  };
}
