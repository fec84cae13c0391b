import { returnOver, windowsOf } from '../advice/lifecycle/past-return.js';
import type { Store } from '../store/store.js';
import type { PastReturn, Product } from '../terms/product.js';
import type { LocalDate } from '../terms/time.js';
import { priceRowsOf } from './queries.js';

/** 过往业绩: by window, of a product whose performance may be shown at all; none for any other. */
export async function pastReturns(
  store: Store,
  product: Product,
  today: LocalDate,
): Promise<readonly PastReturn[]> {
  if (!product.performance) return [];
  const prices = await priceRowsOf(store, product.code);
  return windowsOf(product, today).flatMap((window) => returnOver(product, prices, window) ?? []);
}
