import type { Position, Target } from './book.js';
import { halfWidth, valueOf } from './book.js';

/** 偏离: where one bucket stands against its band; ratios of the whole. */
export interface Drift {
  readonly bucket: string;
  readonly weight: number;
  readonly target: number;
  readonly half: number;
  readonly isOutside: boolean;
}

/** Rounding in the last cent does not count as leaving the band. */
const EDGE = 1e-9;

/** Of what is held, cash that comes in or goes out included in the whole. */
export function driftsOf(
  positions: readonly Position[],
  targets: readonly Target[],
  whole: number,
): readonly Drift[] {
  return targets.map((target) => {
    const held = positions
      .filter(({ bucket }) => bucket === target.bucket)
      .reduce((sum, position) => sum + valueOf(position), 0);
    const weight = whole > 0 ? held / whole : 0;
    const half = halfWidth(target);
    const isOutside = Math.abs(weight - target.weight) > half + EDGE;
    return { bucket: target.bucket, weight, target: target.weight, half, isOutside };
  });
}
