import type { TurnContext } from '../../../conversation/agent.js';
import { isOurs } from '../../../conversation/agent.js';
import { shortName } from '../../../terms/product.js';
import type { Router } from '../router.js';

/** 一起说的几只: which products were shown side by side, so that none of them alone is what is spoken of. */

/** Codes, in the order shown; empty: one of them, or another, was spoken of by itself since. */
export function shownTogether({ state }: TurnContext): readonly string[] {
  const { justShown, listed, products } = state;
  if (justShown.length > 1) return justShown;
  const isFresh = listed.length > 1 && listed.every((code, at) => products[at] === code);
  return justShown.length === 0 && isFresh ? listed : [];
}

/** The products between which the last reply asked to choose; empty: it asked nothing such. */
export function optionsAsked(
  router: Pick<Router, 'products'>,
  { state: { offered }, history }: TurnContext,
): readonly string[] {
  const last = history.findLast(isOurs)?.text ?? '';
  if (!/还是/.test(last) || !offered.every(({ label }) => last.includes(label))) return [];
  const codes = offered.flatMap(({ label }) => {
    const found = [...router.products.values()].find(
      (product) => product.name === label || shortName(product) === label,
    );
    return found ? [found.code] : [];
  });
  return codes.length === offered.length ? codes : [];
}
