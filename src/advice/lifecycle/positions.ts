import type { Holding, Position, Price } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { holdingClass } from './holding-class.js';

/** What a portfolio is judged from. Prices of a product ascend by date; without any it has no price. */
export interface PortfolioRecord {
  readonly holdings: readonly Holding[];
  readonly products: ReadonlyMap<string, Product>;
  readonly prices: ReadonlyMap<string, readonly Price[]>;
}

/** The last price of a product up to a day. */
export const priceOn = (prices: readonly Price[] | undefined, day: LocalDate): Price | undefined =>
  prices?.findLast(({ date }) => date <= day);

/**
 * Every product held, at its last price up to `today`; what has no price at what was paid. Units of
 * zero are no position. Greatest value first, then by code, so that equal ones keep their order.
 */
export function valuePositions(
  { holdings, products, prices }: PortfolioRecord,
  today: LocalDate,
): readonly Position[] {
  const valued = holdings.flatMap((holding) => {
    const product = products.get(holding.product);
    if (!product || holding.units <= 0) return [];
    return [valuedAt(holding, product, priceOn(prices.get(holding.product), today))];
  });
  const total = valued.reduce((sum, { value }) => sum + value, 0);
  return valued
    .map((one) => ({ ...one, share: total > 0 ? one.value / total : 0 }))
    .sort((a, b) => b.value - a.value || (a.product < b.product ? -1 : 1));
}

function valuedAt(
  { product: code, units, cost }: Holding,
  product: Product,
  price: Price | undefined,
): Position {
  const value = cents(price ? units * price.nav : cost);
  const profit = price ? cents(value - cost) : null;
  return {
    product: code,
    name: product.name,
    class: holdingClass(product),
    riskLevel: effectiveRiskLevel(product),
    units,
    value,
    cost,
    profit,
    return: profit !== null && cost > 0 ? profit / cost : null,
    share: 0,
    pricedOn: price?.date ?? null,
  };
}

/** Sums are said to the cent, so that the parts of a portfolio add up to its whole. */
export const cents = (yuan: number): number => Math.round(yuan * 100) / 100;
