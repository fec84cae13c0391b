/** 客户与顾问的批量分派 (`shuzhi assign`, contracts.md): everybody at most one advisor, nobody above capacity. */
export interface AssignmentProblem {
  /** Customers × advisors, finite; null: this advisor must not serve this customer. */
  readonly score: readonly (readonly (number | null)[])[];
  /** Customers an advisor can take, whole and ≥ 0; as many as a row has scores. */
  readonly capacity: readonly number[];
}

export interface Assignment {
  /** By customer the index of the advisor; null: best served by nobody of these. */
  readonly assignment: readonly (number | null)[];
  /** Sum of the scores of all pairs, the greatest there is. */
  readonly value: number;
  readonly certificate: {
    /** Σ capacity × price + Σ what each customer gains at these prices: no assignment is worth more. */
    readonly dual: number;
    /** How far the value may be from that bound: what is left of it by rounding, never below 0. */
    readonly gap: number;
  };
}
