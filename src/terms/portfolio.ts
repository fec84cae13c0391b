import type { ProductCode } from './ids.js';
import type { Product } from './product.js';
import type { RiskLevel, RiskTolerance } from './risk.js';
import type { Pace } from './settlement.js';
import type { LocalDate } from './time.js';

/** What a customer has of a product (持仓), as the institution's system gives it. Money in yuan. */
export interface Holding {
  readonly product: ProductCode;
  /** Units; for what is not sold in units (deposits, policies) the yuan paid in. */
  readonly units: number;
  /** Paid for all of these units. */
  readonly cost: number;
  readonly asOf: LocalDate;
}

/** Value of one unit on a day, income reinvested. */
export interface Price {
  readonly date: LocalDate;
  readonly nav: number;
}

/** Money into a product or out of it; `amount` is positive. */
export interface Trade {
  readonly product: ProductCode;
  readonly way: 'in' | 'out';
  readonly amount: number;
  readonly day: LocalDate;
}

/** The class of asset a holding counts to (资产类别), coarse enough for a customer to see at a glance. */
export const HOLDING_CLASSES = [
  'cash',
  'deposit',
  'bond',
  'mixed',
  'equity',
  'overseas',
  'alternative',
  'insurance',
] as const;
export type HoldingClass = (typeof HOLDING_CLASSES)[number];

/** One product in a portfolio, valued. Ratios: 0.05 is 5 %. */
export interface Position {
  readonly product: ProductCode;
  readonly name: string;
  readonly class: HoldingClass;
  /** Effective grade; null: the product is not graded. */
  readonly riskLevel: RiskLevel | null;
  readonly units: number;
  readonly value: number;
  readonly cost: number;
  /** Null where there is no price: what is valued at cost has no profit to show. */
  readonly profit: number | null;
  /** Profit over cost; null without a price or a cost. */
  readonly return: number | null;
  /** Of the whole portfolio's value. */
  readonly share: number;
  /** The day of the price; null: valued at cost. */
  readonly pricedOn: LocalDate | null;
}

export interface Share<Key> {
  readonly key: Key;
  readonly value: number;
  readonly share: number;
}

/** How risky the whole is, and what in it is above the customer's class. */
export interface PortfolioRisk {
  /** Grade weighted by value over what is graded; null: nothing is. */
  readonly weightedGrade: number | null;
  /** Share of the portfolio that is graded. */
  readonly gradedShare: number;
  readonly tolerance: RiskTolerance | null;
  /** Products graded above the class; empty where the customer was never assessed. */
  readonly above: readonly ProductCode[];
}

/** A portfolio as it stands (持仓检视). Positions by value, greatest first. */
export interface PortfolioReview {
  /** The oldest of the prices it is valued at; null: it holds nothing. */
  readonly asOf: LocalDate | null;
  readonly positions: readonly Position[];
  readonly value: number;
  readonly cost: number;
  /** Of what has a price; null: nothing has. */
  readonly profit: number | null;
  /** Profit over the cost of what has a price. */
  readonly return: number | null;
  readonly byClass: readonly Share<HoldingClass>[];
  readonly byGrade: readonly Share<RiskLevel | null>[];
  /** Products that are more of the whole than the house thinks wise. */
  readonly concentrated: readonly ProductCode[];
  readonly risk: PortfolioRisk;
}

/** 持仓和等级的比例: one class of what is held beside the mix of the customer's risk class; ratios of the whole. */
export interface AgainstTarget {
  readonly label: string;
  readonly now: number;
  readonly target: number;
  /** The range that is left alone. */
  readonly low: number;
  readonly high: number;
}

/** What one product added to a movement or took from it, yuan. */
export interface Contribution {
  readonly product: ProductCode;
  readonly name: string;
  readonly riskLevel: RiskLevel | null;
  readonly change: number;
}

/**
 * What moved a portfolio between two days (收益归因): change of value less the money put in, plus the
 * money taken out. Looks back only.
 */
export interface Movement {
  /** Both days' closing values; `from` is the earliest there is a price for where asked for more. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly change: number;
  /**
   * Modified Dietz return of the window. Null where it is six months or less: a short window is an
   * account's movement and never shown as performance (基金宣传推介 rule, house reading).
   */
  readonly rate: number | null;
  /** Greatest first, in either direction; only what moved. */
  readonly contributions: readonly Contribution[];
}

/** 哪只最多: by what it was singled out. */
export interface Most {
  readonly product: ProductCode;
  readonly by: 'loss' | 'gain' | 'value' | 'risk';
}

/** 买入日: the first time money went into a product that is still held. */
export interface Bought {
  readonly product: ProductCode;
  readonly day: LocalDate;
}

/** 现在卖出: what leaving a product that is held would take today. */
export interface Exit {
  readonly product: ProductCode;
  /** `held`: it cannot be left yet; `market`: sold on an exchange; `contract`: on the contract's own terms. */
  readonly way: 'open' | 'held' | 'market' | 'contract';
  readonly regime: Product['regime'];
  /** Working days until the money is there, and from when they count; null: by the contract. */
  readonly arrival: (Pick<Pace, 'arrivalFrom'> & { readonly days: number }) | null;
  /** First and last day money of what is still held went in, and how many days ago. */
  readonly bought: readonly { readonly day: LocalDate; readonly days: number }[];
  /** Ratio taken now; null: none is known, or the purchases fall under several. */
  readonly fee: number | null;
  /** What would be paid out at the last price, after the fee; null: not known. */
  readonly paidOut: number | null;
  /** Days of holding from which nothing is taken; null: the table knows none. */
  readonly freeFrom: number | null;
  /** From this day on the last of it can be left; null: it can be now. */
  readonly openFrom: LocalDate | null;
  /** 到期日 of the last of it, by the term; null: it has none. */
  readonly matures: LocalDate | null;
}

/** What was asked of a portfolio, and what it is. */
export interface PortfolioAnswer {
  readonly review: PortfolioReview;
  /** Products or a kind the question names that are held; empty: all of them. */
  readonly focus: readonly ProductCode[];
  /** What the question names that is not held, as it is called; null: nothing such. */
  readonly notHeld: string | null;
  /** The one that lost, gained or is worth most, where that is asked; absent: it is not. */
  readonly most?: Most | null;
  /** Only those at a loss, or at a gain, are asked for: `focus` has them; absent: no such wish. */
  readonly only?: 'loss' | 'gain' | null;
  /** What leaving each of the held would take, by value; absent: not looked up. */
  readonly exits?: readonly Exit[];
  /** When each of the held was first bought, where the records have it, by value; absent: not looked up. */
  readonly bought?: readonly Bought[];
  /** How each of those at a loss loses, by the master's words; absent: not looked up. */
  readonly losses?: readonly { readonly product: ProductCode; readonly way: string }[];
  /** The window the question names, and what moved within it; null: none is named. */
  readonly window: { readonly label: string; readonly movement: Movement | null } | null;
}
