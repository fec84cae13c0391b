import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { ProductAspect } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { nameWithoutClass } from '../../terms/product.js';
import { describe } from './about-products.js';
import { aspectsNamed } from './aspect-words.js';
import { kindAlone } from './bare-words.js';
import { namesTime } from './carried/fragment.js';
import { asksTheirService, namesForeignProduct } from './foreign-products.js';
import { measureAsked } from './measures.js';
import type { Mention } from './product-names.js';
import { asksForBest, continuesList, unknownCode } from './references.js';
import type { Router } from './router.js';
import { asksForShelf, wantsTheSafe } from './shelf-questions.js';
import { withTopic } from './topic.js';

/** 没说准是哪一只: which of several, the best of all, another house's, or a kind of them. */

/** Nothing of ours is named for certain: which of two, the best of all, another house's, or more of a list. */
export function unnamed(
  { labels, otherHouses }: Router,
  { state }: TurnContext,
  text: string,
  mentioned: readonly Mention[],
  codes: readonly string[],
): Command | null {
  if (mentioned.some((mention) => mention.codes.length === 1)) return null;
  const [ambiguous] = mentioned;
  if (ambiguous) {
    return (
      ofEitherClass(labels, text, ambiguous.codes) ?? clarifyProduct(labels, text, ambiguous.codes)
    );
  }
  if (codes.length < 2 && asksForBest(text) && !asksForShelf(text))
    return { do: 'refuse', subject: 'personal_pick' };
  if (asksTheirService(text, otherHouses)) return { do: 'out_of_scope' };
  if (namesForeignProduct(text, otherHouses)) return { do: 'foreign_product' };
  const more = codes.length === 0 ? continuesList(text, state) : null;
  return more && { do: 'list_products', ...more };
}

/** A kind of product, or a code we do not know. */
export function ofTheShelf(router: Router, context: TurnContext, text: string): Command | null {
  const kind = withTopic(router, context, text) === text ? kindAlone(text) : null;
  if (kind) return kind;
  if (wantsTheSafe(text)) return { do: 'list_products', query: '低风险的产品', skip: 0 };
  if (asksForShelf(text)) return { do: 'list_products', query: text, skip: 0 };
  const unknown = unknownCode(text);
  return unknown === null ? null : describe(unknown, ['overview'], text);
}

const SAME_IN_EVERY_CLASS: readonly ProductAspect[] = ['redemption', 'risk', 'term', 'issuer'];

/** What it did and what it costs differs by class. */
const OF_A_CLASS: readonly ProductAspect[] = ['performance', 'fees', 'minimum'];

/** Both classes of a fund are graded, paid out and run alike: which of them is meant need not be asked. */
function ofEitherClass(
  labels: ReadonlyMap<string, string>,
  text: string,
  codes: readonly string[],
): Command | null {
  const aspects = aspectsNamed(text);
  const isOneFund =
    new Set(codes.map((code) => nameWithoutClass(labels.get(code) ?? code))).size === 1;
  const measure = measureAsked(text);
  if (isOneFund && measure && !OF_A_CLASS.includes(measure.nearest)) {
    return describe(codes[0]!, [measure.nearest], text);
  }
  // What the time or the sum now said costs is told of both.
  if (isOneFund && aspects[0] === 'fees' && namesTime(text))
    return { do: 'compare_products', codes: codes.map(productCode), aspects: ['fees'] };
  const isAlike = aspects.length > 0 && aspects.every((one) => SAME_IN_EVERY_CLASS.includes(one));
  return isOneFund && isAlike ? describe(codes[0]!, aspects, text) : null;
}

/** The name fits several products, usually the A and C class of one fund. */
function clarifyProduct(
  labels: ReadonlyMap<string, string>,
  text: string,
  codes: readonly string[],
): Command {
  return {
    do: 'clarify',
    options: codes.slice(0, 3).map((code) => ({
      label: labels.get(code) ?? code,
      say: `${code} ${text}`,
      product: productCode(code),
    })),
  };
}
