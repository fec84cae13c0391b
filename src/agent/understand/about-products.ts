import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import { findingTold } from '../../language/spoken-policy.js';
import { spokenPremium } from '../../language/spoken-premium.js';
import type { Buyer, Command, ProductAspect, SlotValues } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import type { Ranked } from '../models/embedded/classifier.js';
import { aspectsNamed } from './aspect-words.js';
import type { Intent } from './intents.js';
import { awaitsMoney } from './late-money.js';
import { measureAsked } from './measures.js';
import { goesAllIn, moneyTold, orderSum, paysInDatedMoney } from './money-told.js';
import { sumsIn } from './money-words.js';
import { asksUntilWhen } from './on-sale-words.js';
import { asksForCost, asksToCompare, isGeneral, pointsAtProduct } from './references.js';
import { confidentIntent } from './router.js';
import type { Router } from './router.js';
import {
  asksToBuyNamed,
  asksWhetherItSuits,
  buyerIn,
  ordersOutright,
  speaksOfOthers,
  wishesToBuy,
} from './suitability-words.js';
import { currentProduct } from './topic.js';

/** 产品的哪一面: one product is described, two are compared. */

/** Whether one product suits somebody is answered by rule, beside what else is asked of it. */
export function suitability(
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  if (codes.length > 1) return null;
  const isOrder = isOrderOfNone(text, codes);
  const buyer =
    buyerIn(text) ?? (isOrder || isOwnCase(router, context, text, codes) ? 'self' : null);
  const code = codes[0] ?? (isGeneral(text) ? null : currentProduct(router, context));
  if (!code) return isOrder ? whichShown(router, context, text) : ofOneMore(text);
  if (!buyer && !asksWhetherItSuits(text)) return null;
  const sides = aspectsNamed(text).slice(0, 1);
  if (!buyer) return describe(code, [...sides, 'suitability'], text);
  const told = moneyToldBy(buyer, router, context, text);
  const tells = Object.keys(told).length > 0;
  // Whoever insists, or tells of the money, is answered on that alone.
  const besides = buyer === 'self' && !tells ? sides : [];
  const described = describe(code, [...besides, 'suitability'], text);
  return { ...described, buyer, ...(tells && { told }) };
}

/** 「怕后面续不上保费」 where no policy is spoken of: what is said of every one. */
const ofOneMore = (text: string): Command | null =>
  OF_POLICIES.test(text) && findingTold(text) !== null ? STOP_AND_THINK : null;
const OF_POLICIES = /保|重疾|医疗|年金|寿险|意外险/;
const STOP_AND_THINK: Command = {
  do: 'answer',
  query: '已经有一份同样的保险，或者怕后面交不起，还要不要再买',
  entry: 'faq:insurance-unsuitable-insist',
};

/** Whoever insists still needs the money when they just said they would. */
function moneyToldBy(buyer: Buyer, router: Router, context: TurnContext, text: string): SlotValues {
  const now = moneyTold(router, context, text);
  if (buyer !== 'insistent') return now;
  const before = context.history.findLast(({ role }) => role === 'customer')?.text ?? '';
  return { ...moneyTold(router, context, before), ...now };
}

/** Told for themselves, though they do not ask whether it is for them. */
const isOwnCase = (
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): boolean => isOwnBuy(router, codes, text) || tellsOfPolicy(router, context, text, codes);

/** One is wished for, or money needed by a day is to go into it: the day is held against the term. */
const isOwnBuy = ({ names }: Router, codes: readonly string[], text: string): boolean =>
  codes.length === 1 &&
  (wishesToBuy(text) ||
    asksToBuyNamed(names.mask(text)) ||
    paysInDatedMoney(names.mask(text)) ||
    (ordersOutright(text) && orderSum(text) !== null) ||
    goesAllIn(text));

/** 「那我先买5000试试」 means the one spoken of, or one of those just shown. */
const isOrderOfNone = (text: string, codes: readonly string[]): boolean =>
  codes.length === 0 && wishesToBuy(text) && orderSum(text) !== null && !isGeneral(text);

/**
 * 「我家一年挣20万，和悦一年交5万行吗」: how they would pay for a policy is held against the rule, as is one
 * they have already.
 */
function tellsOfPolicy(
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): boolean {
  const words = router.names.mask(text);
  const { annual, single, years } = spokenPremium(words);
  const asksOfPremium = (annual ?? single ?? years) !== undefined && ASKS_IF_MAY.test(text);
  if (!asksOfPremium && findingTold(words) === null) return false;
  const code = codes[0] ?? (isGeneral(text) ? null : currentProduct(router, context));
  const isPolicy = router.products.get(code ?? '')?.regime === 'NFRA_INSURANCE';
  return isPolicy && !speaksOfOthers(text.replace(OWN_HOUSEHOLD, ''));
}

/** 「我家里一年收入」 is the customer's own. */
const OWN_HOUSEHOLD = /我们?家里?(?=[^，。]{0,8}(收入|挣|赚|进账|年薪))/g;
const ASKS_IF_MAY =
  /(行|可以|能|成|合适|够|超|多)(不(行|可以|能|成|合适|够|超|多)|吗|么|嘛|不|没)|能(买|投|保|上)|要(不要)?签|(的?话|年|万|交|清)呢?[?？]?$|想|打算|准备/;

/** 「跟添禾增强比，回撤修复用了多久」: the one spoken of against the one named. */
const HELD_AGAINST_IT = /^(那|它|这只?)*(跟|和|与|同|比起).{2,14}(比|相比|对比)/;

/** When products are named or meant: compare two, describe one, under the likeliest aspect. */
export function aboutProducts(
  router: Router,
  ranked: readonly Ranked[],
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  const intents = ranked.flatMap(({ label }) => router.catalogue.intents.get(label) ?? []);
  const productIntents = intents.filter(
    ({ command }) => command === 'describe_product' || command === 'compare_products',
  );
  const first = productIntents[0];
  if (codes.length >= 2) {
    return compare(codes, text);
  }
  if (codes.length === 1) {
    const other = context.state.products.find((code) => code !== codes[0]);
    const isHeld = first?.command === 'compare_products' || HELD_AGAINST_IT.test(text.trim());
    if (isHeld && other && asksToCompare(text)) {
      return compare([other, ...codes], text);
    }
    const code = codes[0] as string;
    const outright = sideOutright(router, code, text);
    return describe(code, outright ?? sidesOf(router, ranked, productIntents, text), text);
  }
  const current = currentProduct(router, context);
  const continues = intents[0]?.command === 'describe_product' && !isGeneral(text);
  if (continues && current) return describe(current, sidesIn(productIntents, text), text);
  return isUnclear(context, text) ? whichShown(router, context, text) : null;
}

const MOST_OPTIONS = 3;

/** Which of those last shown; an open question where none were. */
const whichShown = ({ labels }: Router, { state }: TurnContext, text: string): Command => ({
  do: 'clarify',
  options: state.listed.slice(0, MOST_OPTIONS).flatMap((code) => {
    const label = labels.get(code);
    if (label === undefined) return [];
    return [{ label, say: withNameForPointer(text, label), product: productCode(code) }];
  }),
});

/** 「这个月」 and 「这个价」 point at no product. */
const POINTER =
  /(它|[这那](只|款|支|个(?!月|季|星期|礼拜|周|年|价|数|钱|时候|问题|意思))(产品|基金|理财)?)/;

/** 「这个月是什么让它涨跌的」 with the name where it points. */
export const withNameForPointer = (text: string, label: string): string => {
  const words = text.replace(/^(那么?)(?=它|[这那](只|款|支|个))/, '');
  return POINTER.test(words) ? words.replace(POINTER, () => label) : `${label}${words}`;
};

/** Points at a product where none was spoken of. */
const isUnclear = ({ state, history }: TurnContext, text: string): boolean => {
  const isShort = [...text].length <= SHORT_POINTER;
  if (state.products.length > 0 || !isShort) return false;
  return pointsAtProduct(text) || (history.every(isOurs) && POINTS_AT_ONCE.test(text));
};

/** Where we alone have spoken, nothing was said yet that 「这个风险怎样」 could be about. */
const POINTS_AT_ONCE =
  /[这那]个(产品|基金|理财)?(的)?.{0,2}(风险|收益|利息|利率|费|安全|保本|怎么样|怎样|咋样|如何|好不好|好吗|能买|可以买|靠谱|几天|到账|多少)/;

/** A longer sentence says itself what it points at. */
const SHORT_POINTER = 12;

/** 「一年多就想兑出来，利息是不是全没了」 is about leaving, whatever else it names. */
const LEAVES_EARLY = /(提前|中途|没到期|(?<!到期)(就|想|要))[^，。]{0,4}(兑|支取|取出|拿出)/;

/** 「日日通20万今晚要用行不行」 wants it out, and no more in. */
const NEEDED_AT_ONCE =
  /(今晚|今天|明天|明早|马上|现在|立刻|急)(就|得|要|着|急)*(要|得|等)?(用|取|拿|花)(?!户)/;

/** 「日日通确认几天」 is about an order, and no term of the product. */
const ASKS_CONFIRMED = /几(天|个?(交易日|工作日))(内|才|能)?确认|确认(份额)?要?(几|多久|多长)/;

/** 「一万块放三个月能有多少」: a sum, and what it brings. */
const asksWhatComesOf = (text: string): boolean =>
  sumsIn(text).length === 1 &&
  (/(能|会|可以|大概|大约)(赚|挣|得|有|拿)(到)?(多少|几)/.test(text) ||
    BRINGS_BY_TIME.test(text)) &&
  !/费|扣|取|赎|卖|交/.test(text);

/** 「存8万一天大概多少钱」 「放365天大约多少钱」 */
const BRINGS_BY_TIME =
  /(存|放|买|投)[^，。]{0,12}(每(天|月|年)|半年|[\d一二三两四五六七八九十百]{1,4}个?(天|日|月|年))[^，。]{0,6}(多少|几(块|毛|元))/;

/** Its own section of the card tells, whatever the router makes of it. */
export const HOW_TO_BUY =
  /(怎么|咋|如何|怎样|去哪|在哪(里|儿)?)(能|可以|才能|去)?(买|申购|认购|存|下单)(?!的|了|进来)/;

/** 「这几年咋样」 asks what it did. */
const ASKS_WHAT_IT_DID =
  /((这|近|过去)(几|些|两|二|三|一)|去|今)年[^，。]{0,6}(咋样|怎么样|如何|表现|赚|挣|亏|涨|跌)(?!的?最)|赚了?还是亏/;
const ASKS_PREMIUM =
  /(交|缴)(多少(?!年|次)|几(?!年|次|期))|保费(是|要|得|大概)?(多少|几|贵)|(一年|每年)(要|得)?(多少钱|交)/;

/** 「没出事退不退」: how money paid for a policy is lost. */
const PAID_FOR_NOTHING = /没(有)?(出事|发生|得病|生病|用上)[^，。]{0,4}(退|还|返|白)/;

/** What the words ask after beyond doubt, whatever the router makes of them; null: nothing. */
function sideOutright(
  { products }: Router,
  code: string,
  text: string,
): readonly ProductAspect[] | null {
  if (asksUntilWhen(text)) return ['overview'];
  if (ASKS_WHAT_IT_DID.test(text)) return ['performance'];
  const isPolicy = products.get(code)?.regime === 'NFRA_INSURANCE';
  if (isPolicy && PAID_FOR_NOTHING.test(text)) return ['risk'];
  // What has to be paid in is the premium, and no fee.
  return isPolicy && ASKS_PREMIUM.test(text) && !/领|给我|返|退|扣/.test(text) ? ['minimum'] : null;
}

/** The likeliest side; where the router is not sure, the side the words name. */
function sidesOf(
  router: Router,
  ranked: readonly Ranked[],
  productIntents: readonly Intent[],
  text: string,
): readonly ProductAspect[] {
  const isOfDays = awaitsMoney(text) || ASKS_CONFIRMED.test(text) || NEEDED_AT_ONCE.test(text);
  if (isOfDays || LEAVES_EARLY.test(text)) return ['redemption'];
  if (HOW_TO_BUY.test(text)) return ['overview'];
  if (asksWhatComesOf(text)) return ['performance'];
  const measure = measureAsked(text);
  if (measure) return [measure.nearest];
  const isSure = confidentIntent(router, ranked)?.command === 'describe_product';
  const named = isSure ? [] : aspectsNamed(text).slice(0, 1);
  return named.length > 0 ? named : sidesIn(productIntents, text);
}

/** 「它一年能给我多少钱」 names no cost, whatever the router makes of 「多少钱」. */
function sidesIn(productIntents: readonly Intent[], text: string): readonly ProductAspect[] {
  const likely = aspectsOf(productIntents);
  const all = aspectsNamed(text);
  if (all.includes('benchmark')) return ['benchmark'];
  const named = all.slice(0, 1);
  return likely[0] === 'fees' && named.length > 0 && !asksForCost(text) ? named : likely;
}

const aspectsOf = (intents: readonly Intent[]): readonly ProductAspect[] => {
  const [first] = intents.filter(({ command }) => command === 'describe_product');
  return first?.command === 'describe_product' ? [first.aspect] : ['overview'];
};

/** About fees only where costs are asked for; whatever else is asked, side by side shows it. */
const compare = (codes: readonly string[], text: string): Command => ({
  do: 'compare_products',
  codes: codes.slice(0, 3).map(productCode),
  aspects: asksForCost(text) ? ['fees'] : [],
});

export const describe = (
  code: string,
  aspects: readonly ProductAspect[],
  query: string,
): Extract<Command, { do: 'describe_product' }> => ({
  do: 'describe_product',
  code: productCode(code),
  aspects,
  query,
});
