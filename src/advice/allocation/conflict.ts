import { largest } from './algebra/matrix.js';
import { programOf, sparseRows } from './quadratic/program.js';
import type { Region } from './region.js';
import type { Solver } from './solver.js';

/** One end of a rule: direction·(coefficients'x) ≥ direction·bound. */
interface Side {
  readonly rule: string | undefined;
  readonly coefficients: Float64Array;
  readonly direction: 1 | -1;
  readonly bound: number;
}

/** Whether any point keeps every rule of the region. */
export function isFeasible(region: Region, solver: Solver): boolean {
  const { lower, upper } = region;
  if (lower.some((low, j) => low > upper[j]!)) return false;
  if (region.rows.some((row) => row.lower > row.upper)) return false;
  const linear = new Float64Array(lower.length);
  return solver(programOf({ linear, region })).status === 'optimal';
}

/**
 * A minimal set of rules (by name) that cannot be met together: the rules that pull in an elastic
 * program, then each one left out for good if the others conflict without it. Every rule that stays
 * was found to be needed.
 *
 * @param isPossible whether a region is; more may be asked there than its own rules
 * @param pulling rules to start from; default those of the elastic program
 */
export function minimalConflict(
  region: Region,
  solver: Solver,
  isPossible: (region: Region) => boolean = (kept) => isFeasible(kept, solver),
  pulling: readonly string[] = pullingRules(region, solver),
): string[] {
  const started = isPossible(only(region, new Set(pulling))) ? allRules(region) : pulling;
  return leaveOut(started, (kept) => isPossible(only(region, kept)));
}

/** What stays of conflicting rules when each is left out for good if the others conflict without it. */
export function leaveOut(
  rules: readonly string[],
  isPossible: (kept: ReadonlySet<string>) => boolean,
): string[] {
  const conflict = new Set(rules);
  for (const rule of rules) {
    conflict.delete(rule);
    if (isPossible(conflict)) conflict.add(rule);
  }
  return [...conflict];
}

/** The region with none but these rules; what has no name always stays. */
export function only(region: Region, rules: ReadonlySet<string>): Region {
  const keeps = (rule: string | undefined): boolean => rule === undefined || rules.has(rule);
  const { names } = region;
  return {
    ...region,
    lower: region.lower.map((low, j) => (keeps(names[j]?.lower) ? low : -Infinity)),
    upper: region.upper.map((high, j) => (keeps(names[j]?.upper) ? high : Infinity)),
    rows: region.rows.map((row) => ({
      ...row,
      lower: keeps(row.names.lower) ? row.lower : -Infinity,
      upper: keeps(row.names.upper) ? row.upper : Infinity,
    })),
  };
}

const allRules = (region: Region): string[] => [
  ...new Set(sidesOf(region).flatMap(({ rule }) => (rule === undefined ? [] : [rule]))),
];

/**
 * Every end may be overstepped at a price of 1 per unit. In the cheapest solution the ends with a
 * price of their own conflict among themselves (Farkas).
 */
function pullingRules(region: Region, solver: Solver): string[] {
  const sides = sidesOf(region);
  const n = region.lower.length;
  const size = n + sides.length;
  const named = sides.map(({ rule }) => rule !== undefined);
  const cost = Float64Array.from({ length: size }, (_, k) => (k < n ? 0 : 1));
  const rows = sides.map(({ coefficients, direction }, k) => {
    const row = new Float64Array(size);
    const scale = largest(coefficients) || 1;
    coefficients.forEach((value, j) => (row[j] = (direction * value) / scale));
    row[n + k] = 1;
    return { coefficients: row };
  });
  const found = solver({
    cost,
    lower: Float64Array.from({ length: size }, (_, k) => (k < n ? -Infinity : 0)),
    upper: Float64Array.from({ length: size }, (_, k) => (k < n || named[k - n] ? Infinity : 0)),
    rowLower: Float64Array.from(sides, ({ coefficients, direction, bound }) => {
      return (direction * bound) / (largest(coefficients) || 1);
    }),
    rowUpper: new Float64Array(sides.length).fill(Infinity),
    rows: sparseRows(rows),
  });
  const pulls = sides.filter((_, k) => found.rowDual[k]! > 1e-9);
  return [...new Set(pulls.flatMap(({ rule }) => (rule === undefined ? [] : [rule])))];
}

/** Every finite end of a bound or row. */
function sidesOf({ lower, upper, rows, names }: Region): Side[] {
  const sides: Side[] = [];
  const add = (
    coefficients: Float64Array,
    from: number,
    to: number,
    rule: Region['names'][number],
  ) => {
    if (from > -Infinity) sides.push({ rule: rule.lower, coefficients, direction: 1, bound: from });
    if (to < Infinity) sides.push({ rule: rule.upper, coefficients, direction: -1, bound: to });
  };
  rows.forEach((row) => add(row.coefficients, row.lower, row.upper, row.names));
  for (let j = 0; j < lower.length; j += 1) {
    const unit = new Float64Array(lower.length);
    unit[j] = 1;
    add(unit, lower[j]!, upper[j]!, names[j] ?? {});
  }
  return sides;
}
