import { spokenHolding } from '../../language/spoken-holding.js';
import { spokenPast } from '../../language/spoken-window.js';
import type { TurnContext } from '../../conversation/agent.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { suitability } from './about-products.js';
import { aspectsNamed } from './aspect-words.js';
import { asksToCompare, isGeneral, pairJustCompared } from './references.js';
import { asMeant, inFull, openQuestion } from './carried/open-question.js';
import { shownTogether } from './carried/shown-together.js';
import { measureAsked } from './measures.js';
import { moneyTold } from './money-told.js';
import { sumsIn } from './money-words.js';
import { asksUntilWhen } from './on-sale-words.js';
import type { Router } from './router.js';
import { classNamed, isMeasureOnly, weighedAgain } from './share-class.js';
import { speaksOfOthers } from './suitability-words.js';
import { asksToSellOrHold } from './sell-or-hold.js';
import { currentProduct, isTopic } from './topic.js';
import { shortName } from '../../terms/product.js';

/** 省略问句: short words that leave out what the conversation has already said. */

/** Longer than this, a sentence says itself what it is about. */
const SHORT = 18;

const FILLERS =
  /那么?|换成|换|如果是|要是|再(看看|说说)?|看看|看一下|说说|呢|的话|吧|啊|呀|嘛|喃|[，,。.？?！!\s]/g;

const POINTING = /第.(个|只|款|支)|(前|后)(面|一)?(那|这)?(个|只|款)|另外?一(个|只|款)/;

const WHY =
  /^(那|这|这是)?(为啥|为什么|为何|咋|怎么|咋个?回事|怎么回事|什么原因|啥原因|凭(啥|什么))(会?这样|[要会得就]?这么(久|慢|贵|少|多))?[呢啊呀嘛]?[?？]*$/;

const AVAILABLE =
  /(还|现在)?(能|可以|可)不?(能|可以)?(买|申购|认购|投)(到|得到|进去)?(吗|么|不|嘛|没|\?|？)|开始(卖|发售|认购)|(?<!现)在(卖|售)(吗|么|不|没)|有卖|卖不卖|卖完|下架了?(吗|么|没)|停售/;

/** The question written down in the knowledge on a loss. */
const WHETHER_TO_SELL = '亏了，该卖还是该拿着';

/** A follow-up read in the light of what it follows; null: the sentence stands by itself. */
export function followUp(
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  if (asksToSellOrHold(text)) return sellOrHold(router, context);
  const sister = codes.length === 0 ? classNamed(router.labels, context.state, text) : null;
  if (codes.length > 1) return null;
  const [code] = sister ? [sister] : codes;
  const named = code === undefined ? null : ofNamed(router, context, text, code);
  if (named) return named;
  if (sister) return describe(sister, aspectsNamed(text), text);
  if (codes.length === 1) return reasons(router, context, text);
  return (
    weighedAgain(router.labels, context, text) ??
    askedOfPair(context, text) ??
    measuredAgain(router, context, text) ??
    reasons(router, context, text) ??
    sideOfCurrent(router, context, text) ??
    howMuchOf(router, context, text)
  );
}

/** What is asked of a product that is named and of which hardly more is said. */
function ofNamed(router: Router, context: TurnContext, text: string, code: string): Command | null {
  // 「五千块能买吗」 asks whether that is enough, 「买到哪天为止」 until when.
  const isOfSum =
    aspectsNamed(text).includes('minimum') && sumsIn(withoutNamesOf(router, text)).length > 0;
  if (AVAILABLE.test(text) && !isOfSum && !asksUntilWhen(text)) {
    return availability(router, context, code, text);
  }
  const isOnlyNamed = isBare(router, text) || isKindOnly(text);
  return isOnlyNamed ? asBefore(router, context, code, text) : null;
}

const withoutNamesOf = ({ names }: Router, text: string): string =>
  names.mask(text).replaceAll('{product}', '，');

/** 「放20天呢」 after what a product costs: the same for the time or sum now said. */
function measuredAgain(router: Router, context: TurnContext, text: string): Command | null {
  const current = currentProduct(router, context);
  if (!current || !isMeasureOnly(text, context)) return null;
  const sides = sidesAskedLately(context);
  if (sides.includes('fees')) return describe(current, ['fees'], text);
  if (sides.includes('redemption')) return leavingAgain(current, context, text);
  return sides.includes('performance') && sumsIn(text).length > 0
    ? describe(current, ['performance'], `${text}，利息多少`)
    : null;
}

/** 「近一年呢」, or 「你漏了收益和回撤」, after two were compared asks it of both. */
function askedOfPair({ state, history, today }: TurnContext, text: string): Command | null {
  const isPast = PAST_ONLY.test(text) && spokenPast(text, today) !== null;
  const isOfEach = text.length <= SHORT && OF_EACH.test(text) && !POINTING.test(text);
  if (!isPast && !isOfEach && !(OF_BOTH.test(text) && NAMES_FIGURE.test(text))) return null;
  const last = history.findLast(({ role }) => role !== 'customer')?.text ?? '';
  const pair = pairJustCompared(state, last);
  const aspects = isOfEach ? aspectsNamed(text) : [];
  return pair && { do: 'compare_products', codes: pair.map(productCode), aspects };
}

const OF_BOTH =
  /漏|没(给|说|列|答|讲)|只(给|要|看|列|说)|两(只|项|个|款|样)|各|分别|都(是|要|给|列)/;
/** 「我说的是费用」 「那历史上最多亏过多少」, right after two stood side by side. */
const OF_EACH =
  /(说|问|看|比)的?(是)?费|^费用?[，,。？?]*$|(最多|最大|最惨)[^，。]{0,4}(亏|跌|回撤)|(亏|跌)过多少/;
const NAMES_FIGURE = /收益|回撤|夏普|波动|费|业绩(?!基准|比较)/;

/** So many messages back a side asked for is still what a bare figure is about. */
const STILL_ASKED = 3;

const sidesAskedLately = ({ history }: TurnContext): readonly ProductAspect[] =>
  history
    .filter(({ role }) => role === 'customer')
    .slice(-STILL_ASKED)
    .map(({ text }) => aspectsNamed(inFull(asMeant(text))))
    .findLast((sides) => sides.length > 0) ?? [];

/** 「放了40天」 after 「赎呢」 is what leaving then costs; 「那取四万呢」 how so much is paid out. */
function leavingAgain(code: string, { today }: TurnContext, text: string): Command {
  return spokenHolding(text, today) === null
    ? describe(code, ['redemption'], `${text}，多久到账`)
    : describe(code, ['fees'], `${text}，赎回扣多少`);
}

/** 「还能买吗」: on sale or not, and for whoever asks, whether to them. */
function availability(router: Router, context: TurnContext, code: string, text: string): Command {
  const asked = describe(code, ['overview'], text);
  if (speaksOfOthers(text)) return asked;
  const told = moneyTold(router, context, text);
  return { ...asked, buyer: 'self', ...(Object.keys(told).length > 0 && { told }) };
}

/** 「到账呢」: a side of the product last spoken of. */
function sideOfCurrent(router: Router, context: TurnContext, text: string): Command | null {
  const measure = measureAsked(text);
  // A measure says what is asked, however many words stand around it.
  const isShort = [...text.replace(/\s/g, '')].length <= (measure ? SHORT * 2 : SHORT);
  // 「基金经理管了多久」 is about this fund's.
  const words = measure ? text.replace(/基金(?=经理)/, '') : text;
  if (!isShort || isGeneral(words) || isTopic(words)) return null;
  // 「纯债那只呢，久期多少」 says of which kind, if not which of it.
  if (router.names.find(text).length > 0) return null;
  const current = currentProduct(router, context);
  const aspects = measure ? [measure.nearest] : sidesNamed(context, text);
  if (!current || aspects.length === 0) return null;
  const together = POINTS_AT_ONE.test(text) ? [] : shownTogether(context);
  return together.length > 1 && together.length <= MOST_TOGETHER
    ? ofEach(together, aspects, inFull(text))
    : describe(current, aspects, inFull(text));
}

const POINTS_AT_ONE = /它|[这那](只|个|款|支)/;
const MOST_TOGETHER = 3;

/** 「几天到账」 after two were shown together asks it of both. */
const ofEach = (
  codes: readonly string[],
  aspects: readonly ProductAspect[],
  query: string,
): Command => ({
  do: 'compare_products',
  codes: codes.map(productCode),
  aspects: aspects.slice(0, 1),
  query,
});

/** 「成立以来呢」 「三年的呢」 name a stretch of the past, and nothing else. */
const sidesNamed = ({ today }: TurnContext, text: string): readonly ProductAspect[] => {
  const named = aspectsNamed(inFull(text));
  const isPast = named.length === 0 && spokenPast(text, today) !== null && PAST_ONLY.test(text);
  return isPast ? ['performance'] : named;
};

const PAST_ONLY = /^(那|它|再)?[^，。]{0,6}(年|月|以来|至今)(的|来|期|收益|业绩|呢|涨跌|[?？])*$/;

const HOW_MUCH = /^(那|是|要)?多少(钱)?(呢|啊|呀)?[?？。]*$/;

/** 「多少」 of the product spoken of is what was last asked of it; of one just named, which figure is asked. */
function howMuchOf(router: Router, context: TurnContext, text: string): Command | null {
  const current = HOW_MUCH.test(text.trim()) ? currentProduct(router, context) : null;
  const product = current === null ? undefined : router.products.get(current);
  const label = product && shortName(product);
  if (!product || !label) return null;
  const [side] = sidesAskedLately(context);
  const last = context.history.findLast(({ role }) => role === 'customer')?.text ?? '';
  if (side && aspectsNamed(asMeant(last)).includes(side))
    return describe(product.code, [side], text);
  return {
    do: 'clarify',
    options: FIGURES.map(([name, ask]) => ({
      label: `${label}${name}`,
      say: `${label}${ask}`,
    })),
  };
}

const FIGURES = [
  ['的费用', '的费用是多少'],
  ['过去的收益', '过去的收益怎么样'],
  ['的起购金额', '的起购金额是多少'],
] as const;

/** 「现在是不是该割肉了」 has a written answer: what to think of, and that nobody decides it for them. */
const sellOrHold = (router: Router, { today }: TurnContext): Command =>
  router.lookUp(WHETHER_TO_SELL, today).support >= router.supportThreshold
    ? { do: 'answer', query: WHETHER_TO_SELL }
    : { do: 'refuse', subject: 'personal_pick' };

/** 「换成日日通呢」: only a name, so the question is the one asked before. */
export const isBare = ({ names }: Pick<Router, 'names'>, text: string): boolean =>
  names
    .mask(text)
    .replaceAll('{product}', '')
    .replace(/[AaCc]\s*(类|份额)/, '')
    .replace(POINTING, '')
    .replace(FILLERS, '') === '' && /呢|换|那|喃|要是|如果/.test(text);

/** 「那一年呢，一年的定期」: a kind in other words, and nothing asked of it. */
const isKindOnly = (text: string): boolean =>
  [...text].length <= SHORT &&
  /呢(?=$|[，,。？?])/.test(text) &&
  aspectsNamed(text).length === 0 &&
  !asksToCompare(text) &&
  !/[它吗么]|什么|怎么|哪|多少|几/.test(text);

function asBefore(router: Router, context: TurnContext, code: string, text: string): Command {
  const asked = openQuestion(context, router.names).question ?? questionBefore(router, context);
  const before = asked === null ? null : inFull(maskedOf(router, asked));
  const judged = before === null ? null : suitability(router, context, before, [code]);
  if (judged) return judged;
  const aspects = before === null ? [] : aspectsNamed(before);
  return describe(code, aspects, before === null || aspects.length === 0 ? text : before);
}

/** What the customer last asked in words of their own; null: nothing. */
function questionBefore(router: Router, { history }: TurnContext): string | null {
  const asked = history.filter(({ role }) => role === 'customer').map(({ text }) => text);
  return (
    asked.map(asMeant).findLast((text) => !isBare(router, text) && !WHY.test(text.trim())) ?? null
  );
}

/** Names of products taken out. */
const maskedOf = ({ names }: Router, text: string): string =>
  names.mask(text).replaceAll('{product}', '');

/** A name may say what the reason hangs on: 「全球科技 QDII」 is slow because it is one. */
function bestOf(
  router: Router,
  { today }: TurnContext,
  queries: readonly string[],
): readonly [string, number] {
  return queries.reduce<readonly [string, number]>(
    (best, query) => {
      const { support } = router.lookUp(query, today);
      return support > best[1] ? [query, support] : best;
    },
    ['', 0],
  );
}

/** 「亏钱了凭什么还收管理费」: a charge or a wait that is complained of. */
const WHY_STILL =
  /(凭(什么|啥)|为(什么|啥|何)|怎么|咋)(还|也|就)(要)?(收|扣|得|要)|凭(什么|啥)[^，。]{0,8}(还|也|就|照)(样|常|旧)?(要)?(收|扣|拿)|为(什么|啥|何)[^，。]{0,6}(罚|扣)(钱|款|我)|(罚|扣)(钱|款)[^，。]{0,3}为(什么|啥|何)/;

function reasons(router: Router, context: TurnContext, text: string): Command | null {
  if (WHY.test(text.trim())) return why(router, context);
  return WHY_STILL.test(text) ? reasonFor(router, context, text) : null;
}

/** The reason, where general knowledge surely has it. */
function reasonFor(router: Router, context: TurnContext, text: string): Command | null {
  const [best, support] = bestOf(router, context, [maskedOf(router, text), text]);
  return support >= router.supportThreshold ? { do: 'answer', query: best } : null;
}

/** 「为啥」 asks after the reason for what was just answered. */
function why(router: Router, context: TurnContext): Command | null {
  const before = questionBefore(router, context);
  if (before === null) return null;
  const current = currentProduct(router, context);
  const query = `${maskedOf(router, before)}，为什么`;
  const [best, support] = bestOf(router, context, [query, `${before}，为什么`]);
  if (support >= router.supportThreshold) return { do: 'answer', query: best };
  return current ? describe(current, [], query) : null;
}

const describe = (
  code: string,
  aspects: readonly ProductAspect[],
  query: string,
): Extract<Command, { do: 'describe_product' }> => ({
  do: 'describe_product',
  code: productCode(code),
  aspects: aspects.length > 0 ? aspects.slice(0, 1) : ['overview'],
  query,
});
