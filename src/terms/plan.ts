import type { Fact } from './fact.js';
import type { ProductCode } from './ids.js';
import type { RiskLevel, RiskTolerance } from './risk.js';
import type { LocalDate } from './time.js';

/** 方案: from one confirmed need to a mix and products, with all that it was made from. Money is yuan. */
export interface Plan {
  readonly need: PlannedNeed;
  readonly riskClass: RiskTolerance;
  readonly mix: readonly Slice[];
  /** Of the whole, as ratios a year and at worst. */
  readonly risk: { readonly volatility: number; readonly statedLoss: number };
  /** Why it is no bolder, in the customer's words, what weighs most first; absent: drafted before it was told. */
  readonly heldBack?: readonly string[];
  /** Null where the need names no sum or date to reach. */
  readonly outlook: Outlook | null;
  /** What would bring the goal within reach; null: it is, or there is none; absent: drafted before it was kept. */
  readonly levers?: Levers | null;
  /** Null: the history is too short; absent: drafted before there was any. */
  readonly past?: RiskReturn | null;
  readonly products: readonly PlannedProduct[];
  readonly excluded: readonly ExcludedProduct[];
  readonly facts: readonly Fact[];
  /** What must be said beside it: assumptions that stand for missing history, and the like. */
  readonly cautions: readonly string[];
  /** Names of what it was made with: rules, assumptions, market figures, questionnaire. */
  readonly versions: Readonly<Record<string, string>>;
  /** The day it was drafted on. */
  readonly asOf: LocalDate;
  /** Until when market and assumptions are known; absent: drafted before it was kept. */
  readonly dataAsOf?: LocalDate;
}

export interface PlannedNeed {
  readonly goal: string;
  readonly amount: number;
  readonly months: number | null;
  /** Ratio of the whole; null: the class's own. */
  readonly maxLoss: number | null;
  readonly monthlySaving: number | null;
  readonly target: number | null;
  /** Whether the money may be wanted before its day. */
  readonly liquidity: 'anytime' | 'dated' | 'none';
}

/** One asset class of what the products hold; weights are ratios that sum to 1, what found no product is cash. */
export interface Slice {
  readonly assetClass: string;
  readonly label: string;
  readonly weight: number;
  /** Part in the mix that was aimed at; absent: drafted when nothing else was kept. */
  readonly target?: number;
  /** Resampled band of the mix that was aimed at. */
  readonly low: number;
  readonly high: number;
}

export interface Outlook {
  readonly target: number;
  readonly probability: number;
  /** 95 % interval of the probability. */
  readonly low: number;
  readonly high: number;
  readonly paths: number;
  readonly seed: number;
  /** Value at the end by percentile, e.g. `5`, `50`, `95`. */
  readonly percentiles: Readonly<Record<string, number>>;
  /** The same by month, for the fan chart. */
  readonly fan: readonly {
    readonly month: number;
    readonly values: Readonly<Record<string, number>>;
  }[];
}

/** 三个办法: each alone brings the probability to `probability`; more risk than the class bears is none. */
export interface Levers {
  readonly probability: number;
  /** Yuan a month, in all. */
  readonly monthlySaving: number;
  /** Months in all; null: longer than a plan may last. */
  readonly months: number | null;
}

/**
 * 风险与收益: what mixes did in one and the same window of the past, rebalanced every month and before
 * costs. A return never stands without its loss, nor either without the window; months are `YYYY-MM`.
 */
export interface RiskReturn {
  readonly from: string;
  readonly to: string;
  readonly classes: readonly ClassPast[];
  readonly own: PastPoint;
  readonly cautions: readonly string[];
}

/** Ratios: of a year, and the largest loss from a high at month-ends, positive. */
export interface PastPoint {
  readonly annualReturn: number;
  readonly maxDrawdown: number;
}

export interface ClassPast extends PastPoint {
  readonly riskClass: RiskTolerance;
}

export interface PlannedProduct {
  readonly code: ProductCode;
  readonly name: string;
  readonly riskLevel: RiskLevel | null;
  readonly assetClass: string;
  readonly weight: number;
  readonly amount: number;
  /** The three facts that mattered, in the customer's words. */
  readonly reasons: readonly string[];
}

export interface ExcludedProduct {
  readonly code: ProductCode;
  readonly name: string;
  /** Row of the suitability table, or the name of a matching rule. */
  readonly rule: string;
}
