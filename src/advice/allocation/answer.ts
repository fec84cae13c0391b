/** What an operation of the `allocate` contract (design/quant.md) answers. */
export type AllocationOutcome = AllocationAnswer | AllocationRefusal;

/** Exactly one of `weights` (a portfolio, in the order of the assets) and `values` (other numbers). */
export interface AllocationAnswer {
  readonly weights?: readonly number[];
  readonly values?: readonly number[];
  readonly report: PortfolioReport;
  /** null where nothing is optimised. */
  readonly certificate: Certificate | null;
  readonly binding: readonly BindingRule[];
}

/** Figures of the portfolio in the units of the input; what the input cannot tell is left out. */
export interface PortfolioReport {
  readonly return?: number;
  readonly volatility?: number;
  /** (return − rf) / risk, or / volatility where no other measure was asked for. */
  readonly sharpe?: number;
  /** In the unit of the measure that was asked for. */
  readonly risk?: number;
  /** Present where several portfolios are equally good: the one nearest to zero was taken. */
  readonly tie_break?: 'minimum_norm';
}

/** Recomputed from the problem and the answer, independently of the solver. */
export interface Certificate {
  /**
   * The duality gap: an upper bound of what a better answer could still gain, relative to the scale
   * of the objective (its largest coefficient, or a ratio itself).
   */
  readonly gap: number;
  /** The furthest any rule is overstepped, in the rule's unit. */
  readonly violation: number;
  /** `approximate`: the figures above are true, but beyond the promised tolerance. */
  readonly status: 'optimal' | 'approximate';
}

/**
 * A rule that holds with equality, named by its path in the input (`ub[3]`, `groups[0].max`, `sum`,
 * `target_return`), and what the objective would gain per unit by which it is relaxed. Of an
 * equality: what it would gain per unit by which its right-hand side grows.
 */
export interface BindingRule {
  readonly rule: string;
  readonly shadow_price: number;
}

/** An expected end without a portfolio. */
export type AllocationRefusal =
  /** Rules of which all together cannot be met, but all but any one can. */
  | { readonly refused: 'infeasible'; readonly conflict: readonly string[] }
  /** The rules let the objective grow without end. */
  | { readonly refused: 'unbounded' }
  /** The solver gave up. */
  | { readonly refused: 'unsolved' };

export const isRefusal = (outcome: AllocationOutcome): outcome is AllocationRefusal =>
  'refused' in outcome;
