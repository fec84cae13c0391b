import type { Instant } from '../../../terms/time.js';

/**
 * Ids run as time does: seconds, with room for so many entries in each. Milliseconds would make the index
 * a third larger, as it holds the distances between ids.
 */
const A_SECOND = 256;

/** The lowest and the highest id that belongs to an instant. */
export const idFrom = (at: Instant): number => Math.floor(at / 1_000) * A_SECOND;
export const idThrough = (at: Instant): number => idFrom(at) + A_SECOND - 1;
export const secondOf = (id: number): Instant => Math.floor(id / A_SECOND) * 1_000;
