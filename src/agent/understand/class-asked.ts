import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { describe } from './about-products.js';
import { sisterOf, weighsClasses } from './meant-products.js';
import { pairJustCompared } from './references.js';
import type { Router } from './router.js';
import { namesMeasure } from './share-class.js';
import { currentProduct } from './topic.js';

/** 有没有 C 类: whether a fund has another class, and what it costs where it has none. */

const CLASS = '(?<![A-Za-z0-9])[ACac](?![A-Za-z0-9])';
const HAS = new RegExp(
  `(有没有|有无|还有|只有|卖不卖|有)[^，。？?]{0,8}${CLASS}|${CLASS}\\s*(类|份额)*(有没有|有吗|有么|没有吗|没有吧|没有么|有卖|呢[，,。？?]?有没有)`,
);

const NAMED = new RegExp(CLASS);

/** Whether words name a class of a fund. */
export const namesClass = (text: string): boolean => NAMED.test(text);

/** 「有没有C类」 「C类份额有吗」 */
export const asksForClass = (text: string): boolean =>
  HAS.test(text) && !/区别|差别|什么意思|哪(个|类)|怎么选/.test(text);

/** Of two just compared, of the one that is named or of the one spoken of; null: no class is asked for. */
export function classAsked(router: Router, context: TurnContext, text: string): Command | null {
  const inMoney = moneyOfClass(router, context, text);
  if (inMoney) return inMoney;
  if (!asksForClass(text) && !weighsClasses(text)) return null;
  const named = [...new Set(router.names.find(text).flatMap(({ codes }) => codes))];
  if (named.length > 1) return null;
  const ofPair = named.length === 0 ? ofPairCompared(router, context, text) : null;
  const code = named[0] ?? currentProduct(router, context);
  return ofPair ?? (code === null ? null : ofOne(router, context, code, text));
}

/** 「2个月C类大概几百块」 right after both classes were weighed: what that one takes, in yuan; null: it is not asked. */
function moneyOfClass({ labels }: Router, context: TurnContext, text: string): Command | null {
  const letters = new Set(text.toUpperCase().match(new RegExp(CLASS, 'g')) ?? []);
  const [letter, ...more] = letters;
  if (letter === undefined || more.length > 0 || !OF_MONEY.test(text)) return null;
  const last = context.history.findLast(({ role }) => role !== 'customer')?.text ?? '';
  const [spoken = ''] = context.state.products;
  const code = [spoken, sisterOf(labels, spoken) ?? ''].find((one) =>
    (labels.get(one) ?? '').endsWith(letter),
  );
  if (!last.includes('类费用少') || code === undefined) return null;
  const words = text.replace(SOME_MONEY, '多少钱');
  return describe(code, ['fees'], `${words}，销售服务费多少`);
}

const SOME_MONEY = /几(百|千|十)?(块|元)(钱)?/;
const OF_MONEY = /几(百|千|十)?(块|元)|多少(钱|费|块)/;

/** 「C类份额呢？有没有C」 right after two funds were held against each other. */
function ofPairCompared({ labels }: Router, context: TurnContext, text: string): Command | null {
  const last = context.history.findLast(({ role }) => role !== 'customer')?.text ?? '';
  const [one = '', other] = pairJustCompared(context.state, last) ?? [];
  if (!asksForClass(text) || other === undefined || sisterOf(labels, one) === other) return null;
  return { do: 'compare_products', codes: [one, other].map(productCode), aspects: ['fees'] };
}

function ofOne(
  { labels, names }: Router,
  context: TurnContext,
  code: string,
  text: string,
): Command | null {
  if (!/[AC]$/.test(labels.get(code) ?? '')) return null;
  const sister = sisterOf(labels, code);
  if (!weighsClasses(text)) {
    const [letter] = NAMED.exec(text) ?? [];
    const isOther = !(labels.get(code) ?? '').endsWith(letter?.toUpperCase() ?? '');
    return describe((isOther ? sister : null) ?? code, ['fees'], text);
  }
  // Two classes are held against each other, and there is nothing to hold against the only one.
  if (sister !== null) return null;
  const isOverTime = namesMeasure(names.mask(text), context);
  return describe(code, ['fees'], isOverTime ? `${text}，费用一共多少` : text);
}
