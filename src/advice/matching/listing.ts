import type { Product } from '../../terms/product.js';
import { isOnSale } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { mayBeListed } from '../suitability/verdict.js';
import type { Occasion } from '../suitability/occasion.js';
import type { HouseThresholds } from '../suitability/house-thresholds.js';
import { judge } from '../suitability/judge.js';
import { exposureOf, mainClass } from './exposure.js';
import type { BroadClass } from './exposure.js';
import { BROAD_CLASSES } from './exposure.js';
import type { ShelfProduct } from './task.js';

export interface ListedCategory {
  readonly category: BroadClass;
  /** In the master's order, neither picked nor ranked for a person. */
  readonly products: readonly Product[];
}

/**
 * 非个性化清单: what is on sale by category, for who has opted out of recommendation (PIPL art. 24 [T]).
 * What the gate lets nobody bring up to this customer is left out: a protection, no recommendation.
 */
export function listByCategory(
  shelf: readonly ShelfProduct[],
  occasion: Omit<Occasion, 'product' | 'initiative'>,
  house: HouseThresholds,
  today: LocalDate,
): readonly ListedCategory[] {
  const shown = shelf.filter(
    ({ product, gated }) =>
      isOnSale(product, today) &&
      !product.private &&
      mayBeListed(judge({ ...occasion, product: gated, initiative: 'bot' }, house)),
  );
  return BROAD_CLASSES.flatMap((category) => {
    const products = shown.flatMap(({ product }) => {
      const exposure = exposureOf(product);
      return exposure && mainClass(exposure) === category ? [product] : [];
    });
    return products.length > 0 ? [{ category, products }] : [];
  });
}
