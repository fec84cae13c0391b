import type { AssignmentProblem } from './problem.js';

/**
 * Scores row by row in one piece. Two things make every rule a score: a last column, the post of
 * nobody, is worth 0 to everyone; a last row, the spare time of advisors, is worth 0 at every post.
 */
export interface ScoreTable {
  readonly customers: number;
  readonly advisors: number;
  /**
   * `customers + 1` rows of `advisors + 1`; −Infinity: forbidden, or below 0, which in an optimum no
   * pair is: nobody is worth more.
   */
  readonly scores: Float64Array;
}

export function scoreTableOf({ score, capacity }: AssignmentProblem): ScoreTable {
  const advisors = capacity.length;
  const width = advisors + 1;
  const scores = new Float64Array((score.length + 1) * width);
  for (let i = 0; i < score.length; i += 1) {
    const row = score[i]!;
    const start = i * width;
    for (let a = 0; a < advisors; a += 1) {
      const value = row[a]!;
      scores[start + a] = value === null || value < 0 ? -Infinity : value;
    }
  }
  return { customers: score.length, advisors, scores };
}
