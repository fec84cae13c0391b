import type { PortfolioRecord } from '../../../src/advice/lifecycle/positions.js';
import { productCode } from '../../../src/terms/ids.js';
import type { Holding, Price, Trade } from '../../../src/terms/portfolio.js';
import { demoProduct } from '../../demo/demo-shelf.js';

/** `[code, units, cost]` with the prices of the codes by day. */
export const portfolio = (
  held: readonly (readonly [code: string, units: number, cost: number])[],
  prices: Readonly<Record<string, Readonly<Record<string, number>>>>,
): PortfolioRecord => ({
  holdings: held.map(([code, units, cost]): Holding => ({
    product: productCode(code),
    units,
    cost,
    asOf: '2026-11-20',
  })),
  products: new Map(
    [...new Set([...held.map(([code]) => code), ...Object.keys(prices)])].map((code) => [
      code,
      demoProduct(code),
    ]),
  ),
  prices: new Map(
    Object.entries(prices).map(([code, days]) => [
      code,
      Object.entries(days).map(([date, nav]): Price => ({ date, nav })),
    ]),
  ),
});

export const trade = (code: string, yuan: number, day: string): Trade => ({
  product: productCode(code),
  way: yuan > 0 ? 'in' : 'out',
  amount: Math.abs(yuan),
  day,
});
