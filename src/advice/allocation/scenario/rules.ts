import type { Group } from './input.js';

/** Σ coefficient·w ≥ bound (`least`), ≤ bound (`most`) or = bound (`equal`), by the name the answer gives it. */
export interface Rule {
  readonly name: string;
  readonly kind: 'least' | 'most' | 'equal';
  readonly assets: readonly number[];
  /** One per asset named. */
  readonly coefficients: readonly number[];
  readonly bound: number;
}

interface Limits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly sum: number;
  readonly groups: readonly Group[];
}

/** Every rule on the weights: `sum`, `lb[j]`, `ub[j]`, `groups[k].min`, `groups[k].max`. */
export function rulesOf({ lower, upper, sum, groups }: Limits): Rule[] {
  const all = Array.from(lower.keys());
  const bounds = all.flatMap((asset): Rule[] => [
    total(`lb[${asset}]`, 'least', [asset], lower[asset]!),
    total(`ub[${asset}]`, 'most', [asset], upper[asset]!),
  ]);
  const sums = groups.flatMap(({ idx, min, max }, k): Rule[] => [
    total(`groups[${k}].min`, 'least', idx, min ?? -Infinity),
    total(`groups[${k}].max`, 'most', idx, max ?? Infinity),
  ]);
  return [total('sum', 'equal', all, sum), ...bounds, ...sums].filter(({ bound }) =>
    Number.isFinite(bound),
  );
}

function total(name: string, kind: Rule['kind'], assets: readonly number[], bound: number): Rule {
  return { name, kind, assets, coefficients: assets.map(() => 1), bound };
}

/** A floor under Σ mu·w. */
export function returnRule(name: string, mu: Float64Array, bound: number): Rule {
  return {
    name,
    kind: 'least',
    assets: Array.from(mu.keys()),
    coefficients: Array.from(mu),
    bound,
  };
}

/** By how much the weights miss the rule, 0 when they keep it. */
export function shortfall(
  { kind, assets, coefficients, bound }: Rule,
  weights: Float64Array,
): number {
  let sum = 0;
  assets.forEach((asset, k) => (sum += coefficients[k]! * weights[asset]!));
  if (kind === 'equal') return Math.abs(sum - bound);
  return Math.max(0, kind === 'least' ? bound - sum : sum - bound);
}

export function isBound({ name }: Rule): boolean {
  return name.startsWith('lb[') || name.startsWith('ub[');
}
