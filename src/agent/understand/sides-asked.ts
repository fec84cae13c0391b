import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { describe } from './about-products.js';
import { isTag } from './asking-part.js';
import { aspectsNamed } from './aspect-words.js';
import { measureAsked } from './measures.js';
import { asksYes, isQuestion } from './question-words.js';
import { isGeneral } from './references.js';
import type { Router } from './router.js';
import { STRONG_EVIDENCE } from './topic.js';

/** 逗号之间: the pieces of a message, and which side of the product named before them each asks after. */

const MIN_QUESTION = 3;
/** A card's own question section this close to the words is what was asked. */
export const ON_CARD = 0.6;

/** What the card of the product spoken of has is preferred to what holds in general, unless that is nearer by so much. */
const OF_THIS_ONE = 0.08;

/** 「写着打一折，啥意思」 「怎么回事」: asks after what stands before it. */
const ONLY_WHY =
  /^(这|那)?(是)?(又)?(啥|什么|几个)(意思|情况|鬼|讲究|说法)[啊呀呢]?[？?]?$|^(这|那)?(是)?(怎么|咋)回事[啊呀呢]?[？?]?$/;

/** 「…，收不收」 asks yes or no of what stands before it. */
const ONLY_WHETHER = /^(还|又|要|会|到底)?(收不收|扣不扣|罚不罚|免不免)(费|钱)?[啊呀呢吗]?[？?]?$/;

/** Cut at commas; a piece too short to ask anything, or that only asks for a yes, belongs to its neighbour. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.split(/[，,、]/).map((one) => one.trim())) {
    const isPart =
      [...piece].length < MIN_QUESTION ||
      [isTag(piece), ONLY_WHY.test(piece), ONLY_WHETHER.test(piece)].includes(true);
    if (pieces.length > 0 && isPart) {
      pieces[pieces.length - 1] += `，${piece}`;
    } else pieces.push(piece);
  }
  return pieces;
}

/** 「大额存单十五万能存吗」 says the kind of the one that is meant. */
const withoutKinds = ({ products }: Router, code: string, piece: string): string => {
  const { kinds = [], nicknames = [] } = products.get(code) ?? {};
  return [...kinds, ...nicknames].reduce((text, kind) => text.replaceAll(kind, ''), piece);
};

/** Whether questions between commas name different sides: no one section answers them all. */
export function asksOfSides(text: string): boolean {
  const sides = piecesOf(text)
    .filter((piece) => isQuestion(piece))
    .flatMap((piece) => aspectsNamed(piece).slice(0, 1));
  return new Set(sides).size > 1;
}

/**
 * 「…起存多少，利息怎么算」: a piece without a name asks of the product named before it, by a side it names or
 * by a section of its card; null: it is read as it stands.
 */
export function sideOf(
  router: Router,
  context: TurnContext,
  code: string,
  routed: Command,
  piece: string,
): Command | null {
  const isOpen = routed.do === 'answer' || routed.do === 'clarify' || routed.do === 'out_of_scope';
  if (!isOpen || !(isQuestion(piece) || asksYes(piece))) return null;
  if (isGeneral(withoutKinds(router, code, piece))) return null;
  const sides = aspectsNamed(piece).slice(0, 1);
  if (sides.length > 0) return describe(code, sides, piece);
  const measure = measureAsked(piece);
  if (measure) return describe(code, [measure.nearest], piece);
  const product = router.products.get(code);
  if (!product) return null;
  const support = router.cardSupport(product, piece, context.today);
  const isNearer = support > router.lookUp(piece, context.today).support - OF_THIS_ONE;
  if (!isNearer && isRuleBeside(router, context, routed, piece)) return null;
  return support >= ON_CARD ? describe(code, ['overview'], piece) : null;
}

/** A question by a side of its very words that none before it asked after. */
export const namesAnotherSide = (asked: readonly Command[], piece: string): boolean =>
  isQuestion(piece) &&
  aspectsNamed(piece)
    .slice(0, 1)
    .some(
      (side) => !asked.some((one) => one.do === 'describe_product' && one.aspects.includes(side)),
    );

/** 「…最多亏过多少，我这稳健型的能买不」: the second is a rule, which knowledge surely has. */
export const isRuleBeside = (
  router: Router,
  { today }: TurnContext,
  command: Command,
  piece: string,
): boolean =>
  command.do === 'answer' &&
  isQuestion(piece) &&
  router.lookUp(piece, today).support >= STRONG_EVIDENCE;
