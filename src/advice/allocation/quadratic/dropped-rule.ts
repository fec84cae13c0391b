import type { Region } from '../region.js';
import type { WorkingSet } from './working-set.js';

interface Dropped {
  readonly kind: 'column' | 'row';
  readonly index: number;
}

/** A multiplier (of an objective scaled to 1) below this has no sign. */
const SIGNLESS = 1e-12;

/** And below this its rule may be free of cost. */
const COSTLESS = 1e-10;

/** The held rule whose multiplier has the wrong sign most (or, of several, the first); null = none. */
export function ruleToDrop(
  { lower, upper, rows: all }: Region,
  { columns, rows: ends }: WorkingSet,
  z: Float64Array,
  rows: readonly number[],
  y: Float64Array,
  first: boolean,
): Dropped | null {
  let dropped: Dropped | null = null;
  let worst = -SIGNLESS;
  const consider = (kind: Dropped['kind'], index: number, signed: number): void => {
    if (signed >= worst || (first && dropped)) return;
    worst = signed;
    dropped = { kind, index };
  };
  for (let j = 0; j < columns.length; j += 1) {
    if (columns[j] !== 0 && lower[j] !== upper[j]) consider('column', j, -columns[j]! * z[j]!);
  }
  rows.forEach((i, k) => {
    if (all[i]!.lower !== all[i]!.upper) consider('row', i, -ends[i]! * y[k]!);
  });
  return dropped;
}

/** Whether a held rule costs nothing, so that it may hold the point away from others as good. */
export function isCostless(
  { lower, upper, rows }: Region,
  { columns, rows: ends }: WorkingSet,
  z: Float64Array,
  multipliers: Float64Array,
): boolean {
  for (let j = 0; j < columns.length; j += 1) {
    if (columns[j] !== 0 && lower[j] !== upper[j] && Math.abs(z[j]!) < COSTLESS) return true;
  }
  return rows.some(
    (row, i) => ends[i] !== 0 && row.lower !== row.upper && Math.abs(multipliers[i]!) < COSTLESS,
  );
}
