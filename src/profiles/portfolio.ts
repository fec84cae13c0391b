import type { PortfolioRecord } from '../advice/lifecycle/positions.js';
import type { Store } from '../store/store.js';
import type { CustomerId } from '../terms/ids.js';
import { productCode } from '../terms/ids.js';
import type { Price, Trade } from '../terms/portfolio.js';
import type { Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { toLocalDate } from '../terms/time.js';
import { heldPriceRows, heldProductRows, holdingRows, transactionRows } from './queries.js';

/** Kinds of transaction that put money into a product, and that take it out; others move none. */
const WAYS: Readonly<Record<string, Trade['way']>> = {
  purchase: 'in',
  subscription: 'in',
  buy: 'in',
  premium: 'in',
  'auto-invest': 'in',
  'switch-in': 'in',
  'transfer-in': 'in',
  redemption: 'out',
  sell: 'out',
  maturity: 'out',
  surrender: 'out',
  'switch-out': 'out',
  'transfer-out': 'out',
};

export interface CustomerPortfolio {
  readonly record: PortfolioRecord;
  readonly trades: readonly Trade[];
}

/** Without what is dated after a day: a row that an institution gives ahead of time counts from its own. */
export const tradedBy = (portfolio: CustomerPortfolio, day: LocalDate): CustomerPortfolio => ({
  ...portfolio,
  trades: portfolio.trades.filter((trade) => trade.day <= day),
});

/** 持仓: all that a customer holds or traded, as the institution's rows stand at this moment. */
export async function readPortfolio(
  store: Store,
  customer: CustomerId,
): Promise<CustomerPortfolio> {
  const [holdings, products, prices, transactions] = await Promise.all([
    holdingRows(store, customer),
    heldProductRows(store, customer),
    heldPriceRows(store, customer),
    transactionRows(store, customer),
  ]);
  const byCode = new Map<string, Price[]>();
  for (const { product_code, date, nav } of prices) {
    const known = byCode.get(product_code);
    if (known) known.push({ date, nav });
    else byCode.set(product_code, [{ date, nav }]);
  }
  return {
    record: {
      holdings: holdings.map(({ product_code, units, cost, as_of }) => ({
        product: productCode(product_code),
        units,
        cost,
        asOf: as_of,
      })),
      products: new Map(
        products
          .map(({ body }) => JSON.parse(body) as Product)
          .map((product) => [product.code, product]),
      ),
      prices: byCode,
    },
    trades: transactions.flatMap(({ product_code, kind, amount, at }) => {
      const way = WAYS[kind.replaceAll('_', '-')];
      if (product_code === null || way === undefined) return [];
      return [{ product: productCode(product_code), way, amount, day: toLocalDate(at) }];
    }),
  };
}
