import type { ProductAspect } from '../../terms/command.js';
import { awaitsMoney } from '../understand/late-money.js';
import type { Measure } from '../understand/measures.js';
import { measureAsked } from '../understand/measures.js';
import type { Asked } from './asked.js';
import { headingOf, isGeneralSection } from './card-heading.js';
import { ASKS_HOW_MUCH_LOST, hasNoResults, LIFELONG } from './product-lines.js';

/** 谁来答: what only the master tells, what only the section does, and which section is beside the point. */

/** The master's line alone. */
export const speaksAlone = (asked: Asked, aspect: ProductAspect): boolean =>
  (aspect === 'risk' && OF_THE_MASTER.test(asked.query)) ||
  asksEndOfNone(asked, aspect) ||
  isNeverRedeemed(asked, aspect) ||
  asksForNoResults(asked, aspect);

/** The section alone: it has what was asked, and the master's line has nothing of it. */
export const saysItAlone = (asked: Asked, aspect: ProductAspect, card: string): boolean =>
  isOnLimit(asked, card) ||
  isQuickWay(asked, aspect) ||
  // What cannot be bought has a least sum all the same, which nobody needs.
  (aspect === 'minimum' && asked.product.status !== 'on_sale') ||
  asksOfPayments(asked, aspect) ||
  (aspect === 'term' && WAITS_FOR_MONEY.test(asked.query) && card.includes('到账'));

/** 「晚上十点转5万出来多久到」: the section on the quick way out has the ordinary one, too. */
export const isQuickWay = (asked: Asked, aspect: ProductAspect): boolean =>
  aspect === 'redemption' && headingOf(asked).includes('快速赎回') && AT_ONCE.test(asked.query);
const AT_ONCE = /今晚|晚上|半夜|夜里|深夜|周末|马上|立刻|立马|几分钟|秒|当天|今天|现在|急/;

/** 「能退给基金公司不」 of what is sold on an exchange. */
const isNeverRedeemed = ({ product, query }: Asked, aspect: ProductAspect): boolean =>
  product.type === 'reit' && aspect === 'redemption' && /赎|退/.test(query);

/** 「分红多久一次」 is routed to the gains or the term, of which no figure says it. */
export const asksOfPayments = ({ query }: Asked, aspect: ProductAspect): boolean =>
  OF_NO_PAYMENT.includes(aspect) && PAYS_OUT.test(query);

const OF_NO_PAYMENT: readonly ProductAspect[] = ['performance', 'term'];
const PAYS_OUT = /分红|分配|派息|付息|股息|红利|分(几次|一次)?(钱|红)|分(了|过|到)?多少/;

/** 「到期是哪天」 of what lasts a life. */
const asksEndOfNone = ({ product, query }: Asked, aspect: ProductAspect): boolean =>
  aspect === 'term' && (product.termYears ?? 0) >= LIFELONG && /到期|期限/.test(query);

/** 「国债是几级风险」 and 「没出事退不退」 are told by the master, graded or not. */
const OF_THE_MASTER =
  /几级|r\s*几|r\s*[1-5]|(什么|啥|哪个?)(等级|级别)|没(有)?(出|发生|得|生|用)[^，。]{0,4}(退|还|返|白)/i;

/** 「去年赚了还是亏了」 of what has nothing to show: what to do about a loss is no answer to it. */
function asksForNoResults({ product, query }: Asked, aspect: ProductAspect): boolean {
  if (ASKS_WHY.test(query)) return false;
  // What it did stands in the master, and nothing on a card says it.
  if (aspect === 'performance' && product.performance && ASKS_WHAT_IT_DID.test(query)) return true;
  if (!hasNoResults(product)) return false;
  if (aspect === 'risk') return ASKS_HOW_MUCH_LOST.test(query);
  return aspect === 'performance' && ASKS_OF_RESULTS.test(query);
}

const ASKS_WHAT_IT_DID =
  /(赚|挣|亏|涨|跌)(了|过)(?!.{0,6}(怎么办|咋办|要不要|该))|(去年|今年|上个?月|近.{1,2}年|(这|过去)(几|.{1})年)[^，。]{0,8}(赚|挣|亏|涨|跌|收益|表现|怎么样|咋样|如何)/;

const ASKS_OF_RESULTS =
  /(赚|挣|亏|涨|跌)(了|过)?(多少|好多|几|没|还是|吗|不)|业绩|收益(率)?(是|有)?(多少|怎么样|如何|咋样|好不好)|(去年|今年|上个?月|过去|历史|以前)[^，。]{0,8}(赚|挣|亏|涨|跌|收益|表现)|表现/;

/** No figure says why. */
export const ASKS_WHY = /为什么|为啥|为何|怎么回事|咋回事/;

/**
 * 「风险大吗」 asks how it loses; the section on who may buy it has the word and not the answer. Whom it
 * suits is told by rule, unless the card has a section for such a buyer.
 */
export function isBesideThePoint(asked: Asked, aspect: ProductAspect): boolean {
  const heading = headingOf(asked);
  if (aspect === 'suitability') return isGeneralSection(asked);
  if (aspect === 'redemption') return isBesideLeaving(asked, heading);
  return (
    aspect === 'risk' && heading.includes('匹配') && !/匹配|等级|C\s*[1-5]|型/i.test(asked.query)
  );
}

/** Who waits for money wants the days it takes: neither how a purchase is confirmed nor how much may be sold. */
function isBesideLeaving({ query, result }: Asked, heading: string): boolean {
  if (heading.includes('部分赎回') && !OF_A_PART.test(query)) return true;
  if (WAITS_FOR_MONEY.test(query) && NO_ARRIVAL.test(heading)) return true;
  return awaitsMoney(query) && !`${heading}${result.passages[0]?.text ?? ''}`.includes('到账');
}

const OF_A_PART = /部分|一半|一些|点|分批|分几|留|先|最少|最低|份|只/;
/** 「卖了几天能到我卡上」: how a purchase is confirmed or a part is sold tells nothing of it. */
const NO_ARRIVAL = /份额确认|部分赎回/;
const WAITS_FOR_MONEY = /(卖|赎|取)[^，。]{0,10}(到|来|拿)|到(账|卡|我?手)/;

/** 「一次最多能取多少」: where the card has the limit, the days until the money is there were not asked. */
const isOnLimit = ({ query }: Asked, card: string): boolean => {
  const measure = measureAsked(query);
  return measure?.says !== undefined && standsFor(measure, card);
};

/** Whether words tell what was asked for, so that nobody is told it is missing. */
export const standsFor = ({ name, says }: Measure, words: string): boolean =>
  says?.test(words) ?? words.includes(name);
