import type { HouseThresholds } from '../advice/suitability/house-thresholds.js';
import type { GatedProduct, Occasion } from '../advice/suitability/occasion.js';
import type { Verdict } from '../advice/suitability/verdict.js';
import type { Passage } from '../terms/passage.js';

/**
 * 适当性判断的留痕: what the gate said of products to the customer of this turn, with everything it was
 * judged on. It is part of a tool's result, so that the journal keeps verdict, rule version and inputs.
 */
export interface Gate {
  /** All inputs besides the product. */
  readonly occasion: Omit<Occasion, 'product'>;
  readonly house: HouseThresholds;
  readonly judged: readonly Judged[];
  /** The articles a single verdict rests on, as the handbook has them; none for lists. */
  readonly sources: readonly Passage[];
}

export interface Judged {
  readonly product: GatedProduct;
  readonly verdict: Verdict;
}

/** Null: no product of this code was judged, or nobody is signed in. */
export const verdictOn = (gate: Gate | undefined, code: string): Verdict | null =>
  gate?.judged.find(({ product }) => product.code === code)?.verdict ?? null;
