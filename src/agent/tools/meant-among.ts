import type { PortfolioAnswer } from '../../terms/portfolio.js';
import type { Product } from '../../terms/product.js';
import { productNames } from '../understand/product-names.js';
import { shelfFilter } from './shelf-filter.js';

/** 问的是哪些: of a customer's own products, those that a question names. */

export type Meant = Pick<PortfolioAnswer, 'focus' | 'notHeld'>;

/** 「我的余额」 and 「我的理财」 mean all of it, and 「风险高不高」 asks, naming no kind. */
const NO_KIND = /余额|理财(?!产品)|风险(高不高|大不大|怎么样|如何|高吗|大吗)/g;

/** What the question is about: products by name, else a kind of product, else everything. */
export function meantAmong(
  query: string,
  own: readonly Product[],
  shelf: readonly Product[],
): Meant {
  const offShelf = own.filter(({ code }) => shelf.every((one) => one.code !== code));
  // The names of one and the same shelf are kept ready.
  const names = productNames(offShelf.length > 0 ? [...shelf, ...offShelf] : shelf).find(query);
  const [first] = names;
  if (first) {
    const codes = new Set(names.flatMap((name) => name.codes));
    return among(own, ({ code }) => codes.has(code), query.slice(first.start, first.end));
  }
  const kind = shelfFilter(query.replaceAll(NO_KIND, '').replaceAll('保单', '保险'));
  return kind.isNarrow ? among(own, kind.matches, kind.name) : { focus: [], notHeld: null };
}

function among(
  own: readonly Product[],
  matches: (product: Product) => boolean,
  name: string,
): Meant {
  const focus = own.filter(matches).map(({ code }) => code);
  return { focus, notHeld: focus.length > 0 ? null : name };
}
