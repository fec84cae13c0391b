import type { Solver } from '../solver.js';
import type { Rule } from './rules.js';

/** Rules that cannot hold together, without any one of which they can; null where all can. */
export function linearConflict(
  rules: readonly Rule[],
  size: number,
  solver: Solver,
): readonly string[] | null {
  const missed = leastMiss(rules, size, solver);
  if (missed.miss <= TOLERANCE) return null;
  return minimal(missed.blamed, (kept) => leastMiss(kept, size, solver).miss > TOLERANCE).map(
    ({ name }) => name,
  );
}

const TOLERANCE = 1e-9;

/** Drops every rule that the conflict does without, in order. */
export function minimal(
  rules: readonly Rule[],
  isConflict: (kept: readonly Rule[]) => boolean,
): readonly Rule[] {
  let kept = rules;
  for (const rule of rules) {
    const fewer = kept.filter((other) => other !== rule);
    if (isConflict(fewer)) kept = fewer;
  }
  return kept;
}

/**
 * The least sum of misses over all weights, each rule scaled to coefficients of at most 1. Rules
 * with a multiplier are in conflict already (Farkas).
 */
function leastMiss(
  rules: readonly Rule[],
  size: number,
  solver: Solver,
): { miss: number; blamed: readonly Rule[] } {
  const columns = size + 2 * rules.length;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const bounds = rules.map(({ kind, bound, coefficients, assets }, i) => {
    const divisor = Math.max(...coefficients.map(Math.abs)) || 1;
    indices.push(...assets, size + 2 * i, size + 2 * i + 1);
    values.push(...coefficients.map((value) => value / divisor), 1, -1);
    starts.push(indices.length);
    const level = bound / divisor;
    return [kind === 'most' ? -Infinity : level, kind === 'least' ? Infinity : level] as const;
  });
  const { objective, rowDual } = solver({
    cost: Float64Array.from({ length: columns }, (_, j) => Number(j >= size)),
    lower: Float64Array.from({ length: columns }, (_, j) => (j < size ? -Infinity : 0)),
    upper: new Float64Array(columns).fill(Infinity),
    rowLower: Float64Array.from(bounds, ([low]) => low),
    rowUpper: Float64Array.from(bounds, ([, high]) => high),
    rows: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  return { miss: objective, blamed: rules.filter((_, i) => Math.abs(rowDual[i]!) > TOLERANCE) };
}
