import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { aspectsNamed } from './aspect-words.js';
import { measureAsked } from './measures.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { KIND_OF_REGIME } from './topic.js';

/** 先答所问: a named product must not swallow the point that is asked of it. */

/** A section of the card this close to the words has the point. */
const ON_CARD = 0.6;
/** What holds of its kind must be this well known, and so much better than the card. */
const OF_THE_KIND = 0.74;
const CLEARLY = 0.1;

/**
 * Where neither the card nor a figure of the master has the point asked, the rule for products of its kind
 * answers first; the side of the product that was likeliest meant stands beside it.
 */
export function pointFirst(
  router: Router,
  context: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  const [command, ...more] = commands;
  if (command?.do !== 'describe_product' || more.length > 0) return commands;
  const product = router.products.get(command.code);
  const isSuitability = command.aspects.includes('suitability');
  if (!product || isSuitability || !isQuestion(text) || namesItsSide(text)) return commands;
  const query = ofItsKind(router, product, text);
  if (query === null) return commands;
  const own = router.cardSupport(product, text, context.today);
  const { support } = router.lookUp(query, context.today);
  if (own >= ON_CARD || support < Math.max(OF_THE_KIND, own + CLEARLY)) return commands;
  const isOverview = command.aspects.every((aspect) => aspect === 'overview');
  return isOverview ? [{ do: 'answer', query }] : [{ do: 'answer', query }, command];
}

/** 「费用多少」 「最多跌过多少」: the master has it. */
const namesItsSide = (text: string): boolean =>
  aspectsNamed(text).length > 0 || measureAsked(text) !== null;

/** The question with the kind in the place of the name; null: the product was only pointed at. */
function ofItsKind({ names }: Router, product: Product, text: string): string | null {
  const masked = names.mask(text);
  if (!masked.includes('{product}')) return null;
  const [kind = KIND_OF_REGIME[product.regime] ?? ''] = product.kinds ?? [];
  return masked.replaceAll('{product}', kind);
}
