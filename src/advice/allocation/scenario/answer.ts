/** What `solveScenario` found; refused where the rules leave nothing to choose from or no end to it. */
export type ScenarioAnswer = ScenarioSolution | ScenarioRefusal;

export interface ScenarioSolution {
  readonly weights: readonly number[];
  readonly report: ScenarioReport;
  readonly certificate: Certificate;
  readonly binding: readonly BindingRule[];
}

export interface ScenarioReport {
  /** mu'w. */
  readonly return: number;
  /** Standard deviation × √frequency, whatever the measure. */
  readonly volatility: number;
  /** (return − rf) / risk. */
  readonly sharpe: number;
  /** In the measure's own unit. */
  readonly risk: number;
}

export interface Certificate {
  /**
   * Distance of the objective, by the measure's own definition, from a bound no portfolio passes;
   * relative to an objective beyond 1.
   */
  readonly gap: number;
  /** By how much the worst-kept rule is missed. */
  readonly violation: number;
  readonly status: 'optimal' | 'inaccurate';
  /** Several portfolios were equally good; the one with the least w'w was taken. */
  readonly tie?: 'least_squares';
}

/** A rule in force and what the objective would gain, in its own unit, if the rule gave way by 1. */
export interface BindingRule {
  readonly rule: string;
  readonly shadow_price: number;
}

export interface ScenarioRefusal {
  readonly error:
    | {
        readonly code: 'infeasible';
        /** Rules that cannot hold together; without any one of them they can. */
        readonly conflict: readonly string[];
      }
    | { readonly code: 'unbounded' };
}
