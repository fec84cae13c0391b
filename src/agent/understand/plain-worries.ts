import { inChineseTerms } from '../../language/english-terms.js';
import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { ALL_GONE, EVER_LOST } from '../compose/plain-worry.js';
import { justSingledOut } from './account-told.js';
import { partSold } from './part-sold.js';
import type { Router } from './router.js';
import { shortWish } from './short-wishes.js';
import { currentProduct } from './topic.js';
import { isWarnedOff } from './wronged.js';

/** 一句话里的要紧处: plain words that ask one thing, whatever else stands around them. */

/** 「我眼睛不好，取钱按哪个钮」 */
const WHERE_TO_TAP =
  /(取|赎|卖|提)(钱|出来|掉|回|现)*[^，。？]{0,10}(点|按|戳)(哪|什么|啥)|(点|按|戳)(哪(里|儿|个)?|什么|啥)(钮|按钮|键|地方)?[^，。]{0,6}(取|赎|卖|提)/;
const TAPS_ALONE = /(点|按|戳)(哪(里|儿|个)|什么|啥)(按?钮|键|地方)?(呢|啊|呀)?[?？]?$/;
/** 「两个各取一万」 */
const EACH_OF_SEVERAL =
  /(两|俩|几|三|二|每)(个|只|款|边|家|样)?(产品|基金)?[^，。]{0,4}(各|分别|都|每只?)[^，。]{0,4}(取|赎|提|出|拿)[^，。]{0,3}(一|1)\s*万/;
const WANTS_YES = /对不对|对吧|对吗|是不是|是吧|行不行|可以吗|行吗|能吗/;
/** 「该减到多少」; what something falls to by itself is foretold by nobody. */
const HOW_FAR =
  /(该|应该|应当|要|得|你说|问|那)?[^，。会]{0,4}(减仓?|降|压|调|卖|留|控制)(到|成|掉|剩)?(百分之)?(多少|几成|几)(才|比较)?(合适|好|算|行|为好)|(该|应该|要|得)(减仓?|降|压|卖|留)(到|成|掉|剩)?(百分之)?(多少|几成)|减到(多少|几)/;
const OF_A_RATE = /应急|备用|急用|活期|利率|费率|净值|价格|收益率|利息|会(减|降|跌)|学历/;

/** As the handbook asks it. */
const TAP = '取钱点哪里，按哪个钮';
const BOTH = '两只产品各快速取一万，当天能到两万吗？';
const TRUST: Command = {
  do: 'answer',
  query: '我的钱放在你们这里，安全吗？',
  entry: 'faq:ask-own-safety',
};
/** 「万一我一卖它就涨了呢」, before it is sold or after. */
const SOLD_THEN_ROSE =
  /(一|刚|前脚|要是|万一|等)[^，。]{0,6}(卖|割|赎|清)(了|掉|完|出去|仓|以后|后)*[^，。]{0,6}(就|又|它|后脚|立马|马上)[^，。]{0,3}(涨|反弹|回来了?|翻身)|(怕|别)[^，。]{0,4}卖(早|飞|在(最低|地板|谷底|底部))/;
const REGRETS: Command = {
  do: 'answer',
  query: '卖了又涨怎么办',
  entry: 'faq:product-loss',
};
const HOW_FAR_ASKED = '一只占得太多，该减到多少才合适';

/** Null: none of these is asked. */
export function plainlyAsked(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  if (context.state.flow !== null) return null;
  if (isWarnedOff(text)) return [TRUST];
  const term = termNotUnderstood(router, context, text);
  if (term) return [term];
  if (EACH_OF_SEVERAL.test(text)) {
    const answer: Command = { do: 'answer', query: BOTH };
    return WANTS_YES.test(text)
      ? [{ do: 'look_back', how: 'claim', words: '两个各取一万，当天能到两万' }, answer]
      : [answer];
  }
  if (WHERE_TO_TAP.test(text) || TAPS_ALONE.test(text.trim()))
    return [{ do: 'answer', query: TAP }];
  if (HOW_FAR.test(text) && !OF_A_RATE.test(text)) return [{ do: 'answer', query: HOW_FAR_ASKED }];
  if (SOLD_THEN_ROSE.test(text)) return [REGRETS];
  return (
    shortWish(router, context, text) ??
    partSold(router, context, text) ??
    quickerOf(router, text) ??
    worryOf(router, context, text)
  );
}

/** 「学费周一就要交，日日通里那两万能不能快点」: whatever it is for, how soon it comes is asked. */
function quickerOf({ names }: Router, text: string): readonly Command[] | null {
  const codes = QUICKER.test(text) ? names.find(text).flatMap((mention) => mention.codes) : [];
  const [code, ...more] = new Set(codes);
  return code === undefined || more.length > 0
    ? null
    : [{ do: 'describe_product', code: productCode(code), aspects: ['redemption'], query: text }];
}

const QUICKER =
  /(能不能|可不可以|能|可以|有没有办法)[^，。]{0,4}快(一)?(点|些)|(赶|来)(不|得)?得?及/;

/** 「我这六万会不会没有了」 is said of the product that is spoken of. */
function worryOf(router: Router, context: TurnContext, text: string): readonly Command[] | null {
  if (!ALL_GONE.test(text) && !EVER_LOST.test(text)) return null;
  const [named, ...more] = router.names.find(text).flatMap(({ codes }) => codes);
  const code = named ?? justSingledOut(context) ?? currentProduct(router, context);
  if (code === null || code === undefined || more.length > 0) return null;
  return [{ do: 'describe_product', code: productCode(code), aspects: ['risk'], query: text }];
}

/** 「你说慢一点，我不懂「申购」」: a word that was set apart is explained, however slowly the rest is to be said. */
const NOT_UNDERSTOOD =
  /(?:不懂|不明白|没明白|没听懂|听不懂|看不懂|不知道|不认识|不理解)(?:什么是|什么叫)?\s?[「『“"'‘]([^「」『』“”"'‘’，。]{1,10})[」』”"'’]/;

/** Whether a word was set apart as not understood, in English words as in Chinese. */
export const asksForTerm = (words: string): boolean => NOT_UNDERSTOOD.test(inChineseTerms(words));

function termNotUnderstood(router: Router, { today }: TurnContext, text: string): Command | null {
  const term = NOT_UNDERSTOOD.exec(text)?.[1];
  if (term === undefined) return null;
  const query = `${term}是什么意思`;
  return router.lookUp(query, today).support >= router.supportThreshold
    ? { do: 'answer', query }
    : null;
}
