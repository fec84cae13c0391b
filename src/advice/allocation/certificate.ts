import { dot } from './algebra/matrix.js';
import type { BindingRule, Certificate } from './answer.js';
import type { BoundNames, Region } from './region.js';
import { violationAt } from './region.js';

/** A point, the slope of the (minimised) objective there, and multipliers y of the rows. */
export interface Stationary {
  readonly region: Region;
  readonly x: Float64Array;
  readonly slope: Float64Array;
  readonly multipliers: Float64Array;
}

/** What an answer is promised to keep to. */
const PROMISED = 1e-9;

/**
 * The most by which slope'x can fall within the region, by weak duality from the multipliers: for
 * a convex objective an upper bound of the distance to its minimum. An end at infinity on which a
 * multiplier leans counts as one unit away.
 */
export function dualityGap({ region, x, slope, multipliers }: Stationary): number {
  const { lower, upper, rows } = region;
  let gap = 0;
  rows.forEach((row, i) => {
    gap += leaning(multipliers[i]!, dot(row.coefficients, x), row.lower, row.upper);
  });
  const z = reducedCosts({ region, x, slope, multipliers });
  for (let j = 0; j < z.length; j += 1) gap += leaning(z[j]!, x[j]!, lower[j]!, upper[j]!);
  return Math.abs(gap);
}

function leaning(multiplier: number, at: number, lower: number, upper: number): number {
  const distance = multiplier > 0 ? at - lower : upper - at;
  return Math.abs(multiplier) * (distance === Infinity ? 1 : distance);
}

/** z = slope − A'y, the multipliers of the bounds. */
function reducedCosts({ region, slope, multipliers }: Stationary): Float64Array {
  const z = Float64Array.from(slope);
  region.rows.forEach(({ coefficients }, i) => {
    const y = multipliers[i]!;
    if (y === 0) return;
    for (let j = 0; j < z.length; j += 1) z[j]! -= y * coefficients[j]!;
  });
  return z;
}

/**
 * @param gap in the objective's unit
 * @param scale of the objective: its largest coefficient, or a ratio itself
 */
export function certificateOf(gap: number, violation: number, scale: number): Certificate {
  const relative = scale > 0 ? gap / scale : gap;
  const isKept = relative <= PROMISED && violation <= PROMISED;
  return { gap: relative, violation, status: isKept ? 'optimal' : 'approximate' };
}

export const certify = (at: Stationary, scale: number): Certificate =>
  certificateOf(dualityGap(at), violationAt(at.region, at.x), scale);

/** The rules on which the answer leans, with what the objective would gain per unit of each. */
export function bindingRules(at: Stationary, scale: number): BindingRule[] {
  const binding: BindingRule[] = [];
  const least = 1e-9 * (scale > 0 ? scale : 1);
  const add = (names: BoundNames | undefined, multiplier: number): void => {
    if (!names || Math.abs(multiplier) <= least) return;
    const rule = multiplier > 0 ? names.lower : names.upper;
    if (rule === undefined) return;
    const isEquality = names.lower === names.upper;
    binding.push({ rule, shadow_price: isEquality ? -multiplier : Math.abs(multiplier) });
  };
  at.region.rows.forEach((row, i) => add(row.names, at.multipliers[i]!));
  reducedCosts(at).forEach((multiplier, j) => add(at.region.names[j], multiplier));
  return binding;
}
