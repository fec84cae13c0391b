import type { Matrix } from '../algebra/matrix.js';
import { multiply } from '../algebra/matrix.js';
import type { Region } from '../region.js';
import { isCostless, ruleToDrop } from './dropped-rule.js';
import type { EqualityStep } from './equality.js';
import { addScaled } from './equality.js';
import { NO_STEP, part, stepOf } from './held-step.js';
import { blockingRule } from './ratio-test.js';
import type { WorkingSet } from './working-set.js';
import { independentPart } from './working-set.js';

/** min ½x'Qx + c'x over a region; Q null = linear. */
export interface QuadraticProgram {
  readonly quadratic: Matrix | null;
  readonly linear: Float64Array;
  readonly region: Region;
}

export interface Descent {
  readonly kind: 'optimal' | 'unbounded' | 'unfinished';
  readonly x: Float64Array;
  /** y of the rows: c + Qx = A'y + z, z the multipliers of the bounds. */
  readonly multipliers: Float64Array;
  readonly working: WorkingSet;
  /** The last step was one of many as good. */
  readonly tied: boolean;
  /** A held rule costs nothing: it may hold the point away from others as good. */
  readonly costless: boolean;
}

/** After this many steps without progress the rule of least index is taken (Bland), which ends. */
const PATIENCE = 12;

/**
 * Primal active-set method (Nocedal and Wright, Numerical Optimization, algorithm 16.3) from a
 * point of the region and the rules held there. Expects objective and rows of size about 1.
 */
export function descend(program: QuadraticProgram, start: Float64Array, held: WorkingSet): Descent {
  const { region } = program;
  const x = Float64Array.from(start);
  const working = { columns: Int8Array.from(held.columns), rows: Int8Array.from(held.rows) };
  snap(region, x, working.columns);
  const slope = gradientAt(program, x);
  let stalled = 0;
  let last: Descent | null = null;
  for (let round = 50 + 20 * (x.length + region.rows.length); round > 0; round -= 1) {
    const free = indicesOf(working.columns, (end) => end === 0);
    const rows = indicesOf(working.rows, (end) => end !== 0);
    const step = stepOf(program, x, slope, free, rows, working);
    if (step.kind === 'dependent') {
      repair(region, working);
      snap(region, x, working.columns);
      slope.set(gradientAt(program, x));
      continue;
    }
    const block = blockingRule(region, x, free, step.p, working, step.kind === 'ray');
    if (block.length === Infinity) return ended('unbounded', x, rows, step, working);
    const before = part(x, free);
    for (let k = 0; k < free.length; k += 1) x[free[k]!]! += block.length * step.p[k]!;
    if (block.rule) hold(region, x, working, block.rule);
    follow(program, slope, x, free, before);
    if (block.rule) {
      stalled = block.length < 1e-13 ? stalled + 1 : 0;
      continue;
    }
    last = ended('optimal', x, rows, step, working);
    const z = reducedCosts(program, slope, rows, step.y);
    const wrong = ruleToDrop(region, working, z, rows, step.y, stalled > PATIENCE);
    if (wrong === null) {
      return { ...last, costless: isCostless(region, working, z, last.multipliers) };
    }
    if (wrong.kind === 'row') working.rows[wrong.index] = 0;
    else working.columns[wrong.index] = 0;
  }
  return { ...(last ?? ended('optimal', x, [], NO_STEP, working)), kind: 'unfinished' };
}

function ended(
  kind: Descent['kind'],
  x: Float64Array,
  rows: readonly number[],
  { y, kind: step }: Pick<EqualityStep, 'y' | 'kind'>,
  working: WorkingSet,
): Descent {
  const multipliers = new Float64Array(working.rows.length);
  y.forEach((value, k) => (multipliers[rows[k]!] = value));
  return {
    kind,
    x: Float64Array.from(x),
    multipliers,
    working: { columns: Int8Array.from(working.columns), rows: Int8Array.from(working.rows) },
    tied: step === 'tied',
    costless: false,
  };
}

function snap({ lower, upper }: Region, x: Float64Array, columns: Int8Array): void {
  for (let j = 0; j < x.length; j += 1) {
    if (columns[j] === -1) x[j] = lower[j]!;
    else if (columns[j] === 1) x[j] = upper[j]!;
  }
}

function hold(
  { lower, upper }: Region,
  x: Float64Array,
  working: WorkingSet,
  { kind, index, end }: { kind: 'column' | 'row'; index: number; end: -1 | 1 },
): void {
  if (kind === 'row') {
    working.rows[index] = end;
    return;
  }
  working.columns[index] = end;
  x[index] = end === -1 ? lower[index]! : upper[index]!;
}

function indicesOf(ends: Int8Array, isWanted: (end: number) => boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < ends.length; i += 1) if (isWanted(ends[i]!)) indices.push(i);
  return indices;
}

const gradientAt = ({ quadratic, linear }: QuadraticProgram, x: Float64Array): Float64Array => {
  const slope = quadratic ? multiply(quadratic, x) : new Float64Array(x.length);
  addScaled(slope, linear, 1);
  return slope;
};

function repair(region: Region, working: WorkingSet): void {
  const { columns, rows } = independentPart(region, working);
  working.columns.set(columns);
  working.rows.set(rows);
}

/** The slope after the free columns moved: Q is symmetric, its rows are its columns. */
function follow(
  { quadratic }: QuadraticProgram,
  slope: Float64Array,
  x: Float64Array,
  free: readonly number[],
  before: Float64Array,
): void {
  if (!quadratic) return;
  const { columns, data } = quadratic;
  for (let k = 0; k < free.length; k += 1) {
    const j = free[k]!;
    const moved = x[j]! - before[k]!;
    if (moved === 0) continue;
    for (let i = 0, at = j * columns; i < columns; i += 1, at += 1) slope[i]! += moved * data[at]!;
  }
}

/** z = c + Qx − A'y */
function reducedCosts(
  program: QuadraticProgram,
  slope: Float64Array,
  rows: readonly number[],
  y: Float64Array,
): Float64Array {
  const z = new Float64Array(slope);
  rows.forEach((i, k) => addScaled(z, program.region.rows[i]!.coefficients, -y[k]!));
  return z;
}
