import type { WeightRules } from '../weight-rules.js';

/** Input of the op `mvo`. */
export interface MeanVarianceInput extends WeightRules {
  /** n × n, symmetric, positive semidefinite. */
  readonly cov: readonly (readonly number[])[];
  /** Expected returns; asked for by every objective but min_variance. */
  readonly mu?: readonly number[] | undefined;
  readonly objective:
    'min_variance' | 'max_utility' | 'min_variance_return' | 'max_return_vol' | 'max_sharpe';
  /** δ of max_utility: max mu'w − δ/2·w'Σw. */
  readonly risk_aversion?: number | undefined;
  readonly target_return?: number | undefined;
  /** The target return is met exactly, not at least. */
  readonly equality?: boolean | undefined;
  readonly target_vol?: number | undefined;
  /** Default 0. */
  readonly rf?: number | undefined;
  /** Adds l2·w'w to what is minimised. */
  readonly l2?: number | undefined;
  readonly tx?: TransactionCost | undefined;
}

/** 交易成本: adds k·‖w − w_prev‖₁ to what is minimised. */
export interface TransactionCost {
  readonly k: number;
  readonly w_prev: readonly number[];
}
