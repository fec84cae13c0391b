import { dot } from '../algebra/matrix.js';
import type { Region } from '../region.js';
import type { WorkingSet } from './working-set.js';

export interface Block {
  /** The part of the step that may be taken; Infinity along a ray that nothing stops. */
  readonly length: number;
  readonly rule: {
    readonly kind: 'column' | 'row';
    readonly index: number;
    readonly end: -1 | 1;
  } | null;
}

/** Movement of a rule that is only rounding: relative to the step, and at least. */
const STILL = 1e-12;
const LEAST = 1e-12;

/** How far one may go from x along p (given for the free columns) before a rule stops it. */
export function blockingRule(
  { lower, upper, rows }: Region,
  x: Float64Array,
  free: readonly number[],
  p: Float64Array,
  working: WorkingSet,
  isRay: boolean,
): Block {
  let length = isRay ? Infinity : 1;
  let rule: Block['rule'] = null;
  const still = Math.max(LEAST, STILL * Math.sqrt(dot(p, p)));
  const meet = (
    kind: 'column' | 'row',
    index: number,
    ends: { at: number; lower: number; upper: number },
    speed: number,
  ): void => {
    if (Math.abs(speed) <= still) return;
    const end = speed < 0 ? -1 : 1;
    const reach = Math.max(0, ((end < 0 ? ends.lower : ends.upper) - ends.at) / speed);
    if (reach >= length) return;
    length = reach;
    rule = { kind, index, end };
  };
  for (let k = 0; k < free.length; k += 1) {
    const j = free[k]!;
    meet('column', j, { at: x[j]!, lower: lower[j]!, upper: upper[j]! }, p[k]!);
  }
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    if (working.rows[i] !== 0 || row.lower === row.upper) continue;
    let speed = 0;
    for (let k = 0; k < free.length; k += 1) speed += row.coefficients[free[k]!]! * p[k]!;
    if (Math.abs(speed) <= still) continue;
    const at = dot(row.coefficients, x);
    meet('row', i, { at, lower: row.lower, upper: row.upper }, speed);
  }
  return { length, rule };
}
