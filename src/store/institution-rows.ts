/** Rows of what the institution's own systems tell: its shelf, its customers and what they hold. */

export interface ProductRow {
  code: string;
  name: string;
  status: string;
  regime: string;
  private: number;
  /** JSON of `Product`. */
  body: string;
}

export interface CustomerRow {
  id: string;
  name: string;
  /** JSON of the customer's master data. */
  body: string;
}

export interface EmployeeRow {
  id: string;
  name: string;
  role: string;
  body: string;
}

/** What a customer has of a product on a day. A product sold off keeps no row. */
export interface HoldingRow {
  customer_id: string;
  product_code: string;
  /** Units; for what is not sold in units (deposits, policies) the yuan paid in. */
  units: number;
  /** Yuan paid for all of these units. */
  cost: number;
  as_of: string;
}

/** One movement of money or units in the customer's account (交易流水). */
export interface TransactionRow {
  id: string;
  customer_id: string;
  /** Null: money alone, in or out of the account. */
  product_code: string | null;
  kind: string;
  /** Yuan, never negative: `kind` says which way. */
  amount: number;
  at: number;
}

/** Value of one unit on a day, income reinvested (复权单位净值). */
export interface PriceRow {
  product_code: string;
  date: string;
  nav: number;
}

/** What happened around a customer, as the institution's systems tell it; key moments read these. */
export interface CustomerEventRow {
  id: string;
  customer_id: string;
  kind: string;
  at: number;
  /** JSON object. */
  body: string;
}

/** What an import found changed in a product that was there before. */
export interface ProductChangeRow {
  code: string;
  day: string;
  kind: string;
  before: string;
  after: string;
}
