import type { ExcludedProduct } from '../../terms/plan.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import type { ByClass } from '../allocation/market/asset-class.js';
import type { HouseThresholds } from '../suitability/house-thresholds.js';
import type { GatedProduct, Investor, Occasion } from '../suitability/occasion.js';
import type { Exposure } from './exposure.js';
import type { Liquidity } from './house-limits.js';

/** A product of the shelf, as it is sold and as the suitability gate looks at it. */
export interface ShelfProduct {
  readonly product: Product;
  readonly gated: GatedProduct;
}

/** What of a confirmed need decides on products; money is yuan. */
export interface MatchedNeed {
  readonly amount: number;
  /** Until the earliest day the money may be wanted; null: no day is known. */
  readonly months: number | null;
  /** Ratio of the whole; null: whatever the class may lose. */
  readonly maxLoss: number | null;
  readonly liquidity: Liquidity;
}

/** What is held already, at today's value in yuan. */
export interface Held {
  readonly code: string;
  readonly value: number;
}

export interface MatchingTask {
  readonly mix: ByClass<number>;
  readonly need: MatchedNeed;
  readonly shelf: readonly ShelfProduct[];
  readonly held: readonly Held[];
  readonly customer: Investor;
  readonly channel: Occasion['channel'];
  readonly house: HouseThresholds;
  readonly today: LocalDate;
}

/** A product that may stand in the plan, with its limits. Money in whole fen. */
export interface Candidate extends ShelfProduct {
  readonly exposure: Exposure;
  /** Part of the money that the house states as a possible loss of its grade. */
  readonly statedLoss: number;
  /** Of the money over the horizon, ratio. */
  readonly cost: number;
  /** Smallest amount, and what it grows by. */
  readonly first: number;
  readonly lot: number;
  readonly step: number;
  /** Most that may be placed. */
  readonly most: number;
}

export interface Placement {
  readonly candidate: Candidate;
  /** Whole fen. */
  readonly amount: number;
}

/** 匹配结果: placements and what is left over sum to the amount of the need, to the fen. */
export interface Match {
  readonly placed: readonly Placement[];
  readonly excluded: readonly ExcludedProduct[];
  /** Whole fen that found no product. */
  readonly idle: number;
  /** Σ part × stated loss; ratio. */
  readonly statedLoss: number;
  /** What the placements are exposed to; what is left over counts as cash. */
  readonly exposure: ByClass<number>;
}

export const FEN = 100;
export const fenOf = (yuan: number): number => Math.round(yuan * FEN);

const DAYS_A_MONTH = 365 / 12;

export const daysOf = (months: number | null): number | null =>
  months === null ? null : Math.round(months * DAYS_A_MONTH);
