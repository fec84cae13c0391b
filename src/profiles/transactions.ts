import type { Store } from '../store/store.js';
import type { CustomerId } from '../terms/ids.js';
import { productCode } from '../terms/ids.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel } from '../terms/product.js';
import type { Instant } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import type { Deed, Transaction } from '../terms/transaction.js';
import { heldProductRows, transactionRows } from './queries.js';

/** 交易流水: a customer's own record, row by row, with the products it speaks of. */

const DEEDS: Readonly<Record<string, Deed>> = {
  purchase: 'bought',
  subscription: 'bought',
  buy: 'bought',
  premium: 'bought',
  'auto-invest': 'bought',
  'switch-in': 'bought',
  'transfer-in': 'bought',
  redemption: 'sold',
  sell: 'sold',
  maturity: 'sold',
  surrender: 'sold',
  'switch-out': 'sold',
  'transfer-out': 'sold',
  'auto-invest-failed': 'plan_failed',
  dividend: 'dividend_paid',
  'dividend-reinvested': 'dividend_reinvested',
};

/** What was recorded, with the moment it was handed in. */
export interface Recorded extends Transaction {
  readonly at: Instant;
}

export interface CustomerRecord {
  /** Newest first; nothing that is dated after `now`. */
  readonly transactions: readonly Recorded[];
  readonly products: ReadonlyMap<string, Product>;
}

export async function readRecord(
  store: Store,
  customer: CustomerId,
  now: Instant,
): Promise<CustomerRecord> {
  const [rows, held] = await Promise.all([
    transactionRows(store, customer),
    heldProductRows(store, customer),
  ]);
  const products = new Map(
    held
      .map(({ body }) => JSON.parse(body) as Product)
      .map((product): [string, Product] => [product.code, product]),
  );
  const transactions = rows.flatMap(({ product_code, kind, amount, at }): Recorded[] => {
    const written = kind.replaceAll('_', '-');
    const deed = DEEDS[written];
    const product = products.get(product_code ?? '');
    if (!product || deed === undefined || at > now) return [];
    return [
      {
        product: productCode(product.code),
        name: product.name,
        riskLevel: effectiveRiskLevel(product),
        deed,
        isPlan: written.startsWith('auto-invest'),
        amount,
        day: toLocalDate(at),
        at,
      },
    ];
  });
  return { transactions: transactions.reverse(), products };
}
