import type { ProductCode } from './ids.js';
import type { Product } from './product.js';
import type { Schedule } from './settlement.js';
import type { LocalDate } from './time.js';

/** 交易流水: what a customer bought, sold and was paid, as the institution's system recorded it. Yuan. */

export type Deed = 'bought' | 'sold' | 'plan_failed' | 'dividend_paid' | 'dividend_reinvested';

export interface Transaction {
  readonly product: ProductCode;
  readonly name: string;
  /** Effective grade; null: the product is not graded. */
  readonly riskLevel: Product['riskLevel'];
  readonly deed: Deed;
  /** 定投: taken by a standing plan. */
  readonly isPlan: boolean;
  readonly amount: number;
  readonly day: LocalDate;
}

/** 在途: an order that was handed in, and what follows from it by the product's terms and the calendar. */
export interface Order {
  readonly of: Transaction;
  readonly schedule: Schedule;
  /** `due`: by rule its last day has passed; `unknown`: it has no rule, or the calendar ends before it. */
  readonly standing: 'under_way' | 'due' | 'unknown';
}

/** The sides of the record that are asked for. */
export const RECORD_SIDES = ['orders', 'dividends', 'plan', 'paid_in', 'trades'] as const;
export type RecordSide = (typeof RECORD_SIDES)[number];

/** What was asked of the record, and what stands in it. */
export interface TransactionsAnswer {
  readonly side: RecordSide;
  /** Which way an order or a trade was asked for; null: either. */
  readonly way: 'bought' | 'sold' | null;
  /** Newest first. */
  readonly told: readonly Transaction[];
  /** Of `told`, what may still be on its way; empty where orders were not asked for. */
  readonly orders: readonly Order[];
  /** The stretch of time the words name, as they name it; null: none. */
  readonly window: string | null;
  /** What the words name and the record has nothing of, as it is called; null: nothing such. */
  readonly notOnRecord: string | null;
  /** The newest of its kind where `told` is empty; null: there is none at all. */
  readonly latest: Transaction | null;
  readonly today: LocalDate;
}
