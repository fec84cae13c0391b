import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { aspectsNamed } from './aspect-words.js';
import { asksForClass } from './class-asked.js';
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
  if (!product || isSuitability || !asksPoint(router, text)) return commands;
  const query = ofItsKind(router, product, text);
  if (query === null) return commands;
  const own = router.cardSupport(product, text, context.today);
  const { support, document } = router.lookUp(query, context.today);
  // What the kind is was not asked: its own name finds that much.
  const ofKind = router.lookUp(kindOf(product), context.today);
  if (document !== null && document === ofKind.document) return commands;
  if (own >= ON_CARD || support < Math.max(OF_THE_KIND, own + CLEARLY)) return commands;
  const isOverview = command.aspects.every((aspect) => aspect === 'overview');
  return isOverview ? [{ do: 'answer', query }] : [{ do: 'answer', query }, command];
}

const asksPoint = (router: Router, text: string): boolean =>
  isQuestion(text) && !namesItsSide(text) && !ABOUT_IT.test(router.names.mask(text));

/** 「安鑫纯债怎么样」 asks what it is, and not what holds of its kind. */
const ABOUT_IT =
  /^(那|请问|想问|问|你们的?|这个?|这只)*(一?下)?\{product\}(这个?|这只|基金|产品)*(到底)?(怎么样|怎样|咋样|如何|好不好|好吗|是什么|是啥)?[呢啊呀吗]*[？?。]*$/;

/** 「费用多少」 「最多跌过多少」: the master has it. */
const namesItsSide = (text: string): boolean =>
  aspectsNamed(text).length > 0 || measureAsked(text) !== null || asksForClass(text);

/** The question with the kind in the place of the name; null: the product was only pointed at. */
function ofItsKind({ names }: Router, product: Product, text: string): string | null {
  const masked = names.mask(text);
  if (!masked.includes('{product}')) return null;
  return masked.replaceAll('{product}', kindOf(product));
}

function kindOf({ kinds = [], regime }: Product): string {
  const [kind = KIND_OF_REGIME[regime] ?? ''] = kinds;
  return kind;
}
