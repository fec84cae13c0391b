import type { Ranked } from './ranking.js';
import type { Vectors } from './vectors.js';

/** The lexical side of a fusion. */
export interface Lexical {
  /** Score of every passage. */
  readonly scores: Float32Array;
  /** The best of those that may be found. */
  readonly best: readonly Ranked[];
}

/** Dense likeness to the query, when there is any. */
export interface Dense {
  readonly vectors: Vectors;
  readonly vector: Float32Array;
  readonly weight: number;
}

/**
 * Lexical score as a share of the best, plus `weight` times the cosine, over the candidates of
 * both sides, plus a passage's own `bonus`. On questions held out of the shipped knowledge this
 * put the right passage first more often than reciprocal ranks did (0.41 against 0.39; lexical
 * alone 0.37): ranks throw away how far ahead a candidate is.
 */
export function fuse(
  { scores, best }: Lexical,
  dense: Dense | null,
  admits: (position: number) => boolean,
  bonus: (position: number) => number,
): Ranked[] {
  const most = best[0]?.score;
  // A query that shares no token with any passage stays without an answer.
  if (most === undefined) return [];
  const near = dense ? dense.vectors.nearest(dense.vector, best.length, admits) : [];
  const likeness = (position: number) =>
    dense ? dense.weight * Math.max(0, dense.vectors.likeness(dense.vector, position)) : 0;
  return [...new Set([...best.map(({ position }) => position), ...near])]
    .map((position) => ({
      position,
      score: (scores[position] as number) / most + likeness(position) + bonus(position),
    }))
    .sort((a, b) => b.score - a.score || a.position - b.position);
}
