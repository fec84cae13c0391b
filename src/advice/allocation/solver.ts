/**
 * 数学规划 solver, handed in by `app` and `cli` so that this room stays pure: the same program and
 * options always give the same answer, and nothing is waited for.
 */
export type Solver = (program: Program, options?: SolverOptions) => Solution;

/**
 * min c'x subject to rowLower ≤ Ax ≤ rowUpper and lower ≤ x ≤ upper; ±Infinity = no bound. What is
 * quadratic is solved by `quadratic/` and `interior/`: HiGHS (1.15.3) may cycle without end there.
 */
export interface Program {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rows: SparseRows;
  /** Per column: 1 = whole numbers only. */
  readonly integer?: Int32Array;
}

/** A by rows (CSR): row i holds positions starts[i] … starts[i+1]−1; no column twice in a row. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export interface SolverOptions {
  /** For linear programs; `choose` is HiGHS's own choice. */
  readonly method?: 'choose' | 'simplex' | 'ipm';
  /** Seconds; a search that is cut short ends as `limit`. */
  readonly timeLimit?: number;
  /** For mixed-integer programs: how far from the best bound, in the objective's unit, is near enough. */
  readonly gap?: number;
  /** For small mixed-integer programs: begins to branch at once, where guesses would take longer than that. */
  readonly withoutGuesses?: boolean;
}

export interface Solution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly objective: number;
  readonly x: Float64Array;
  /**
   * Multipliers y of the rows and z of the columns, so that c = A'y + z: a lower bound that
   * binds has a multiplier ≥ 0, an upper bound one ≤ 0. Empty for mixed-integer programs.
   */
  readonly rowDual: Float64Array;
  readonly columnDual: Float64Array;
}
