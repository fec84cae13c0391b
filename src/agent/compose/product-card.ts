import type { ToolResult } from '../../conversation/agent.js';
import type { ProductAspect } from '../../terms/command.js';
import { isPair, tokens } from '../../language/tokens.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import type { Wordings } from '../../wording/prompts.js';
import { aspectsNamed } from '../understand/aspect-words.js';
import { awaitsMoney } from '../understand/late-money.js';
import type { Measure } from '../understand/measures.js';
import { measureAsked } from '../understand/measures.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { ASKS_HOW_MUCH_LOST, hasNoResults, LIFELONG } from './product-lines.js';

/** 产品卡: whether the section that was found answers what is asked, and the master's figures beside it. */

/** A card passage this well supported answers an open question better than the bare figures. */
export const CARD_SUPPORT = 0.6;
/** Sides that are figures of the master: these speak first, and the card only where it has this very question. */
const FIGURES: readonly ProductAspect[] = ['fees', 'minimum', 'performance', 'issuer', 'benchmark'];
const CARD_BESIDE_FIGURES = 0.9;
/** Where the master knows next to nothing, a likely section says more than its figures. */
const CARD_OF_CONTRACT = 0.45;

/** What a reply about one product is made from. */
export interface Asked {
  readonly wordings: Wordings;
  readonly product: Product;
  readonly result: ToolResult;
  readonly query: string;
  readonly today: LocalDate;
  /** The customer wants to know whether it is for them. */
  readonly isForSelf: boolean;
}

/**
 * 「多少」 is answered by the figure; 「为什么」 「能不能」 by the card. The other follows only where it says
 * something more: nobody wants to read the same twice.
 */
export function withCard(
  asked: Asked,
  aspect: ProductAspect,
  figures: Paragraph,
): readonly Paragraph[] {
  const isOfMaster =
    (aspect === 'risk' && OF_THE_MASTER.test(asked.query)) || asksEndOfNone(asked, aspect);
  if (isOfMaster || asksForNoResults(asked, aspect)) return [figures];
  const onCard = isBesideThePoint(asked, aspect) ? null : sectionFor(asked, aspect);
  if (!onCard) return [figures];
  if (isNamedSection(asked) || isOnLimit(asked, onCard.text)) return [onCard];
  // 「分红多久一次」 is routed to the gains or the term, of which no figure says it.
  if (OF_NO_PAYMENT.includes(aspect) && PAYS_OUT.test(asked.query)) return [onCard];
  if (isOfContract(asked, aspect)) {
    return aspect === 'fees' ? [onCard, figures] : [onCard];
  }
  // How money is lost stands in the master, too, with the grade and what was lost at most.
  if (aspect === 'risk') return standsAlone(asked) ? [figures] : [onCard, figures];
  if (asked.product.type === 'reit' && aspect === 'redemption' && /赎|退/.test(asked.query))
    return [figures];
  const isSame = saysAll(onCard.text, figuresOf(asked, aspect, figures));
  if (asksForFigure(aspect, asked.query)) {
    const isBesides = isSame || isGeneralSection(asked) || !isOfOneMatter(asked, aspect);
    return isBesides ? [figures] : [figures, onCard];
  }
  const isWanted = isGeneralSection(asked) || complainsOfFigure(asked.query);
  return isSame || !isWanted ? [onCard] : [onCard, figures];
}

const OF_NO_PAYMENT: readonly ProductAspect[] = ['performance', 'term'];
const PAYS_OUT = /分红|分配|派息|付息|股息|红利|分钱/;

/** 「到期是哪天」 of what lasts a life. */
const asksEndOfNone = ({ product, query }: Asked, aspect: ProductAspect): boolean =>
  aspect === 'term' && (product.termYears ?? 0) >= LIFELONG && /到期|期限/.test(query);

/** 「国债是几级风险」 and 「没出事退不退」 are told by the master, graded or not. */
const OF_THE_MASTER =
  /几级|r\s*几|r\s*[1-5]|(什么|啥|哪个?)(等级|级别)|没(有)?(出|发生|得|生|用)[^，。]{0,4}(退|还|返|白)/i;

/** Beside a figure of the master a section stands that is about what else was asked, or has a word of it over it. */
const isOfOneMatter = (asked: Asked, aspect: ProductAspect): boolean =>
  !FIGURES.includes(aspect) || /[，,、]/.test(asked.query) || hasWordsOfHeading(asked);

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

/** What the master has of every product, a policy or not. */
const MASTER_KNOWS: readonly ProductAspect[] = ['minimum', 'performance', 'issuer', 'benchmark'];

function sectionFor(asked: Asked, aspect: ProductAspect): Paragraph | null {
  const isUnknown = isOfContract(asked, aspect) && MASTER_KNOWS.includes(aspect);
  const isLikely = asked.product.regime === 'GOV_BOND' || isUnknown || hasWordsOfHeading(asked);
  if (isOfContract(asked, aspect) && isLikely) return cardParagraph(asked, CARD_OF_CONTRACT);
  // 「分红能换成现金吗」 is routed to the gains, and names none: what the card has of it comes first.
  const isForFigures =
    FIGURES.includes(aspect) && !ASKS_WHY.test(asked.query) && namesFigure(aspect, asked.query);
  return cardParagraph(asked, isForFigures ? CARD_BESIDE_FIGURES : CARD_SUPPORT);
}

const namesFigure = (aspect: ProductAspect, query: string): boolean =>
  aspectsNamed(query).includes(aspect) ||
  measureAsked(query) !== null ||
  asksForFigure(aspect, query);

/** 「最多跌过多少」 is in the master, with the grade; no section knows it better. */
const standsAlone = (asked: Asked): boolean =>
  isGeneralSection(asked) || ASKS_HOW_MUCH_LOST.test(asked.query);
/** No figure says why. */
const ASKS_WHY = /为什么|为啥|为何|怎么回事|咋回事/;

/** 「多大岁数开始领」 and 「什么时候开始领」 have 开始 in common. */
function hasWordsOfHeading({ query, result }: Asked): boolean {
  const heading = result.passages[0]?.article ?? '';
  return tokens(heading)
    .filter(isPair)
    .some((pair) => tokens(query).includes(pair));
}

/** Policies and savings bonds: what they pay, when and less what stands in the contract, not in the master. */
const isContract = ({ product: { regime } }: Asked): boolean =>
  regime === 'NFRA_INSURANCE' || regime === 'GOV_BOND';

/** Of what a policy is credited with the master has nothing, either: its contract has. */
const isOfContract = (asked: Asked, aspect: ProductAspect): boolean =>
  isContract(asked) &&
  (!MASTER_KNOWS.includes(aspect) || (aspect === 'performance' && isUncreditedPolicy(asked)));

const isUncreditedPolicy = ({ product: { regime, performance } }: Asked): boolean =>
  regime === 'NFRA_INSURANCE' && performance === null;

/**
 * 「风险大吗」 asks how it loses; the section on who may buy it has the word and not the answer. Whom it
 * suits is told by rule, unless the card has a section for such a buyer.
 */
function isBesideThePoint({ result, query }: Asked, aspect: ProductAspect): boolean {
  const heading = result.passages[0]?.article ?? '';
  if (aspect === 'suitability') return isGeneralSection({ result });
  // Who waits for money wants the days it takes: neither how a purchase is confirmed nor how much may be sold.
  if (aspect === 'redemption' && heading.includes('部分赎回') && !OF_A_PART.test(query))
    return true;
  if (aspect === 'redemption' && WAITS_FOR_MONEY.test(query) && NO_ARRIVAL.test(heading))
    return true;
  if (aspect === 'redemption' && awaitsMoney(query))
    return !`${heading}${result.passages[0]?.text ?? ''}`.includes('到账');
  return aspect === 'risk' && heading.includes('匹配') && !/匹配|等级|C\s*[1-5]|型/i.test(query);
}

const OF_A_PART = /部分|一半|一些|点|分批|分几|留|先|最少|最低|份|只/;
/** 「卖了几天能到我卡上」: how a purchase is confirmed or a part is sold tells nothing of it. */
const NO_ARRIVAL = /份额确认|部分赎回/;
const WAITS_FOR_MONEY = /(卖|赎|取)[^，。]{0,10}(到|来|拿)|到(账|卡|我?手)/;

/** What of the master's line a card would have to say to stand for it; fee tables are never left out. */
function figuresOf({ product }: Asked, aspect: ProductAspect, { text }: Paragraph): string | null {
  if (aspect === 'fees') return null;
  return text.replace(product.name, '').replace(/\s*\[\d\]/g, '');
}

/** 「等待期多久」 names the section that has the answer: the master has no figure for it. */
function isNamedSection({ query, result }: Asked): boolean {
  const heading = result.passages[0]?.article ?? '';
  return heading.split(/[和、与，]/).some((word) => word.length >= 3 && query.includes(word));
}

/** 「一次最多能取多少」: where the card has the limit, the days until the money is there were not asked. */
const isOnLimit = ({ query }: Asked, card: string): boolean => {
  const measure = measureAsked(query);
  return measure?.says !== undefined && standsFor(measure, card);
};

/** Whether words tell what was asked for, so that nobody is told it is missing. */
export const standsFor = ({ name, says }: Measure, words: string): boolean =>
  says?.test(words) ?? words.includes(name);

/** Whether a card has every figure and every stressed word of the master's line. */
function saysAll(card: string, line: string | null): boolean {
  if (line === null) return false;
  const stressed = [...line.matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, words]) => words ?? []);
  const figures = stressed.length > 0 ? stressed.join('，') : line;
  // 「365 日（1 年）」 is the one time, told twice.
  const numbers = numbersIn(figures.replace(/\d+ 日（(\d+ 年)）/g, '$1'));
  const known = numbersIn(card.replace(/[一二三四五六七八九](?=年|个)/g, digitOf));
  return numbers.length > 0
    ? numbers.every((number) => known.includes(number))
    : stressed.every((words) => card.includes(words));
}

const digitOf = (sign: string): string => String('零一二三四五六七八九'.indexOf(sign));

/** Figures with the unit they count: 「3 个工作日」 and 「3 天」 are two. */
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(个?[一-鿿%])?/g)].map(
    ([, digits = '', unit = '']) =>
      `${Number(digits.replaceAll(',', ''))}${unit.replace('个', '').replace('日', '天')}`,
  );

/** 「赎回费呢」 asks for a figure without saying so; 「为什么还收费」 does not. */
const asksForFigure = (aspect: ProductAspect, query: string): boolean =>
  ASKS_FOR_FIGURE.test(query) ||
  (aspect === 'minimum' && aspectsNamed(query).includes(aspect)) ||
  (aspect === 'fees' && !/为|怎么(这么|会|还)|有没有|能不能|可以|吗/.test(query));

/** 「怎么要这么久」 complains of a figure, which then follows the reason. */
const complainsOfFigure = (query: string): boolean =>
  /这么|那么|太|久|慢|贵|到账/.test(query) || awaitsMoney(query);

const ASKS_FOR_FIGURE =
  /封顶|最(多|高)收|多少|几|费率|(多|好)(久|高|长|少|多)|怎么收|咋收|什么时候/;

/** Sections every card has; beside a figure they say nothing that was asked. */
const isGeneralSection = ({ result: { passages } }: Pick<Asked, 'result'>): boolean =>
  /这是什么|怎么买|钱会怎么亏|适合讨论/.test(passages[0]?.article ?? '');

/** The section of the product's card that was written for this very question; else null. */
export function cardParagraph(
  { wordings, result: { passages, support } }: Asked,
  enough: number,
): Paragraph | null {
  const [passage] = passages;
  if (!passage || (support ?? 0) < enough) return null;
  return worded(wordings, 'product_passage', { text: passage.text.trim() }, 0, {
    passages: [passage],
  });
}
