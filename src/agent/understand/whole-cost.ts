import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { describe } from './about-products.js';
import { sumsIn } from './money-words.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { isMeasureOnly, namesMeasure } from './share-class.js';
import { currentProduct, isTopic } from './topic.js';

/** 总费用: going in, staying and coming out, asked for in one sum. */

const COST = '(?:费|成本|花费|花销|开销)';
const TOTAL = new RegExp(
  `总的?${COST}|${COST}用?[^，。？?]{0,6}(?:总共|一共|合计|合起来|加起来|加一块|拢共|通共)|(?:总共|一共|合计|合起来|加起来|加一块|拢共|全部|所有|里里外外)[^，。？?]{0,12}(?:费|成本|花(?:多少|掉)|扣多少|交多少)|费[^，。]{0,4}[+＋加、和][^。]{0,24}费[^。]{0,6}(?:总|一共|合计|加起来)`,
);

/** Whether words want the costs in one sum. */
export const asksWholeCost = (words: string): boolean => TOTAL.test(words.replace(/\s/g, ''));

/** What a reply that told it has in it. */
const TOLD = '费用合计大约';
/** 「就按红利联接 10 万五年算」 */
const RECKON = /算|(怎么|咋)?样|呢|要?多少/;
const OF_A_GAIN = /赚|挣|收益|利息|能有|能拿|到手|亏|跌/;
/** 「合计就是499左右是吧」 */
const SAYS_BACK = /(合计|一共|总共|总的|加起来|也就)[^，。]{0,6}\d/;

/** The whole cost of one product over a time, or of a sum; null: something else is asked. */
export function wholeCostAsked(router: Router, context: TurnContext, text: string): Command | null {
  const query = askedInFull(context, router.names.mask(text).replaceAll('{product}', ''), text);
  const code = query === null ? null : productMeant(router, context, text);
  return query === null || code === null ? null : describe(code, ['fees'], query);
}

/** The words that ask for all of it; null: they do not. */
function askedInFull(context: TurnContext, words: string, text: string): string | null {
  if (OF_A_GAIN.test(text)) return null;
  const isUnderWay = isFresh(context);
  const isMeasured = namesMeasure(words, context);
  if (asksWholeCost(text)) return isMeasured || isUnderWay ? text : null;
  if (!isUnderWay) return null;
  const isReckoned = isMeasured && RECKON.test(words) && !/费|取|赎|卖|买/.test(words);
  const isAgain = isReckoned || isMeasureOnly(words, context) || saysBack(words);
  return isAgain ? `${text}，费用一共多少` : null;
}

const saysBack = (words: string): boolean =>
  SAYS_BACK.test(words) && !isQuestion(words.replace(/是吧|对吧|吧|吗/g, ''));

/** The one that is named, else the one spoken of; null: several are named, or something else is spoken of. */
function productMeant(router: Router, context: TurnContext, text: string): string | null {
  const [named, ...more] = new Set(router.names.find(text).flatMap(({ codes }) => codes));
  if (named !== undefined) return more.length === 0 ? named : null;
  return isTopic(text) ? null : currentProduct(router, context);
}

/** So many messages back it is still what is being reckoned. */
const STILL_ASKED = 2;

/** It was just told, or asked for a message or two ago. */
function isFresh({ history }: TurnContext): boolean {
  const last = history.findLast(isOurs)?.text ?? '';
  const asked = history.filter(({ role }) => role === 'customer').slice(-STILL_ASKED);
  return last.includes(TOLD) || asked.some(({ text }) => asksWholeCost(text));
}

/** The sum said last, where the words name none of their own. */
export const sumSaidLast = (before: readonly string[]): number | null => {
  const sums = before.flatMap((one) => {
    const [only, ...more] = sumsIn(one);
    return only && more.length === 0 && only.from === only.to ? [only.from] : [];
  });
  return sums.at(-1) ?? null;
};
