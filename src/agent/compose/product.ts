import { isAllowed } from '../../advice/suitability/verdict.js';
import type { ToolResult } from '../../conversation/agent.js';
import { spokenHolding } from '../../language/spoken-holding.js';
import { spokenPast } from '../../language/spoken-window.js';
import { verdictOn } from '../../conversation/gate.js';
import type { ProductAspect } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel, paysByTheDay, shortName } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { Suggestion } from '../../terms/statement.js';
import type { LocalDate } from '../../terms/time.js';
import { percent, spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { ConfirmedIn } from './confirmed-in.js';
import { headingOf } from './card-heading.js';
import { confirmedIn } from './confirmed-in.js';
import { lockAnswer, stillLocked } from './lock-answer.js';
import { onSaleTerms } from './on-sale.js';
import { onlyClassLine } from './only-class.js';
import { ownFee } from './own-fee.js';
import { ownMinimum } from './own-minimum.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import type { Asked } from './asked.js';
import { CARD_SUPPORT, cardParagraph, withCard } from './product-card.js';
import { latestOrder } from './latest-order.js';
import { gradeSentence, lineFor } from './product-lines.js';
import { measuresAsked } from '../understand/measures.js';
import { asksForClass } from '../understand/class-asked.js';
import { asksBackGain } from '../understand/figure-asked.js';
import { gainExplained, pastAsked, windowNotShown } from './past-words.js';
import { pastGain } from './past-gain.js';
import type { Reckoned } from './reckoning.js';
import { depositInterest, explained, moneyAtRate, withSumSaid, withTimeSaid } from './reckoning.js';
import { masterPassage } from './product-source.js';
import { quickWay } from './quick-way.js';
import { isQuickWay, standsFor } from './who-speaks.js';
import { opinionParagraph } from './suitability-opinion.js';

/** One product under the aspect asked: the answer first, the card below. */
export function productParagraph(
  wordings: Wordings,
  aspects: readonly ProductAspect[],
  result: ToolResult,
  today: LocalDate,
  query = '',
  before: readonly string[] = [],
  isForSelf = false,
): Paragraph {
  const [product] = result.products as [Product, ...Product[]];
  const asked: Asked = { wordings, product, result, query, today, isForSelf };
  const sides = aspects.length > 0 ? aspects : (['overview'] as const);
  const reckoned =
    reckonedWords(asked, before) ??
    (sides[0] === 'fees' ? ownFeeWords(asked, before) : null) ??
    (sides[0] === 'minimum' ? ownMinimumWords(asked) : null) ??
    (sides[0] === 'performance' ? gainWords(asked, before) : null);
  const words = reckoned
    ? [reckoned, ...onCardBesides(asked, sides)]
    : sides.flatMap((aspect) =>
        aspect === 'overview' ? overviewWords(asked) : sideWords(asked, aspect),
      );
  const about = join(words.filter((part) => part !== null));
  const said = withWhatComesFirst(asked, sides, about);
  return {
    ...said,
    facts: [...result.facts, ...said.facts],
    cards: sides.some(showsCard) ? [{ kind: 'product_facts', product }] : [],
    suggestions: [...said.suggestions, ...nextQuestions(product, sides)],
  };
}

/** What has to be known before anything else of it. */
function withWhatComesFirst(
  asked: Asked,
  sides: readonly ProductAspect[],
  about: Paragraph,
): Paragraph {
  const { query, today, result } = asked;
  const ofFall = fallNotDated(asked);
  if (ofFall) return ofFall;
  const ofClass = onlyClassLine(asked);
  // 「有没有 C 类，它的服务费多少」 of what has none: there is nothing more to tell.
  const isAll =
    ofClass !== null &&
    asksForClass(query) &&
    (result.otherClasses?.length === 0
      ? spokenHolding(query, today) === null
      : !/费|多少|便宜|省/.test(query));
  if (isAll) return ofClass;
  const first = [
    isOnTheWayOut(asked, sides) ? null : offShelfLine(asked, about.text),
    notKnownLine(asked, about.text),
    ofClass,
  ];
  return join([...first, about].filter((part) => part !== null));
}

/** A sum was named: the interest in yuan, at the master's rate or at the one the customer read. */
function reckonedWords(asked: Asked, before: readonly string[]): Paragraph | null {
  const { wordings, product, result, today } = asked;
  const query = withSumSaid(asked.query, before);
  const interest = depositInterest(product, query);
  const name = graded(product).trim();
  if (interest) {
    const lines = `：${interest.text}年利率以合同和公告为准，没到期就取另算。 [1]`;
    const passages = [masterPassage(product, today)];
    return {
      ...worded(wordings, 'product_line', { name, lines }),
      passages,
      facts: interest.facts,
    };
  }
  const atRate = paysByTheDay(product) ? moneyAtRate(query) : null;
  if (!atRate) return null;
  const said = worded(wordings, 'product_line', { name, lines: `：${atRate.text}` });
  return explained({ ...said, facts: atRate.facts }, result.passages);
}

/** What the sum would have brought by the product's own past, where that is the side asked for. */
function gainWords(asked: Asked, before: readonly string[]): Paragraph | null {
  // 「近一年收益有吗」 asks for that stretch of the past, whatever sum was spoken of.
  const isOfWindow = spokenPast(asked.query, asked.today) !== null;
  const words = isOfWindow ? asked.query : withTimeSaid(withSumSaid(asked.query, before), before);
  const gain = pastGain(asked.product, words, asked.result.returns ?? []);
  return gain && ofMaster(asked, { ...gain, text: `：${gain.text}` });
}

/** The time held or the sum was named: what is paid on it, before the whole table on the card. */
function ownFeeWords(asked: Asked, before: readonly string[]): Paragraph | null {
  const { product, query, today } = asked;
  const own = stillLocked(product, query, today) ?? ownFee(product, query, before, today);
  return own && ofMaster(asked, own);
}

/** 「是不是打折」: whether there is a discount besides, which is on the card, as is the interest a savings bond loses. */
function onCardBesides(asked: Asked, [side]: readonly ProductAspect[]): readonly Paragraph[] {
  const asksDiscount = /打(\S{0,2})?折|优惠|便宜(点|些)|减免/.test(asked.query);
  const losesMore = asked.product.regime === 'GOV_BOND';
  if (side !== 'fees' || !(asksDiscount || losesMore)) return [];
  const section = cardParagraph(asked, CARD_SUPPORT);
  return section ? [section] : [];
}

/** A figure of the master or one reckoned from it, after the product's name. */
function ofMaster({ wordings, product, today }: Asked, { text, facts }: Reckoned): Paragraph {
  const lines = `${text} [1]`;
  const said = worded(wordings, 'product_line', { name: graded(product).trim(), lines });
  return { ...said, passages: [masterPassage(product, today)], facts };
}

/** Whether the sum that was named is enough. */
function ownMinimumWords(asked: Asked): Paragraph | null {
  const own = ownMinimum(asked.product, asked.query);
  return own && ofMaster(asked, own);
}

/** Locked money before and after its time: the yes or no first, unless the card has this very rule. */
function lockWords(asked: Asked): Paragraph | null {
  const { product, query, today } = asked;
  const answer = lockAnswer(product, query, today);
  if (!answer) return null;
  const onCard = answer.isOwn ? null : cardParagraph(asked, CARD_SUPPORT);
  return onCard && saysSo(onCard.text, answer.isOver) ? onCard : ofMaster(asked, answer);
}

/** The way this section of the card answers: that money comes out after its time, or none before. */
const saysSo = (card: string, isOver: boolean): boolean =>
  (isOver ? /满[^，。]{0,8}(以后|后)[^，。]{0,8}(能|可以)赎回/ : /不能(提前)?赎回/).test(card);

/** What of the sum comes at once, before the rule. */
function quickWords(asked: Asked): readonly Paragraph[] | null {
  const section = isQuickWay(asked, 'redemption') ? cardParagraph(asked, CARD_SUPPORT) : null;
  const own = section && quickWay(asked.product, asked.query, section.text);
  if (!section || !own) return null;
  const name = graded(asked.product).trim();
  const said = worded(asked.wordings, 'product_line', { name, lines: `${own.text} [1]` });
  return [{ ...said, passages: section.passages, facts: own.facts }, section];
}

/** 「怎么样」 wants what it is, with its grade; anything else what the card says about it. */
function overviewWords(asked: Asked): readonly (Paragraph | null)[] {
  const { product, query, result } = asked;
  const locked = lockWords(asked);
  if (locked) return [locked];
  const tellsOfHealth = TELLS_OF_HEALTH.test(query);
  const isOpen = ASKS_AVAILABILITY.test(query) && !tellsOfHealth;
  const isOnHealth = tellsOfHealth && headingOf({ result }).includes('健康');
  const isPlain = isOpen || ASKS_WHAT_IT_IS.test(query) || ONLY_POINTS.test(query.trim());
  const onCard = isPlain ? null : cardParagraph(asked, isOnHealth ? 0 : CARD_SUPPORT);
  if (onCard) return [onCard];
  const terms = onSaleTerms(product, query, asked.today);
  if (terms) return [ofMaster(asked, terms), cardParagraph(asked, CARD_SUPPORT)];
  const onSale = isOpen && product.status === 'on_sale' ? onSaleLine(asked) : null;
  const opinion = onSale && opinionWords(asked);
  return [onSale, opinion ?? masterParagraph(asked, 'overview')];
}

/** What the gate, a lock or the quick way out decides; null: none of them has to do with it. */
function saidOutright(asked: Asked, aspect: ProductAspect): readonly Paragraph[] | null {
  const isOnLock = aspect === 'redemption' || aspect === 'term';
  const said = aspect === 'suitability' ? opinionWords(asked) : isOnLock ? lockWords(asked) : null;
  if (said) return [said];
  return aspect === 'redemption' ? quickWords(asked) : null;
}

/** A grade is held against a questionnaire by rule, whatever the card says of it. */
function sideWords(asked: Asked, aspect: Exclude<ProductAspect, 'overview'>): readonly Paragraph[] {
  const outright = saidOutright(asked, aspect);
  if (outright) return outright;
  const figures = masterParagraph(asked, aspect);
  if (aspect === 'performance' && asksBackGain(asked.product, asked.query)) return [figures];
  if (aspect === 'redemption' && confirmedIn(asked.product, asked.query)) return [figures];
  const isByRule = aspect === 'suitability' && effectiveRiskLevel(asked.product) !== null;
  if (!isByRule) return withCard(asked, aspect, figures);
  const { wordings, result, isForSelf } = asked;
  const isVisitor = isForSelf && result.gate === undefined;
  return isVisitor ? [figures, worded(wordings, 'suitability_visitor', {})] : [figures];
}

/**
 * What the gate found, where the customer asked for themselves; null: nobody is signed in, or the
 * product passes and has no grade to speak of.
 */
function opinionWords({ wordings, product, result, today, isForSelf }: Asked): Paragraph | null {
  const { gate } = result;
  const verdict = verdictOn(gate, product.code);
  if (!isForSelf || !gate || !verdict) return null;
  if (isAllowed(verdict) && effectiveRiskLevel(product) === null) return null;
  return opinionParagraph({ wordings, product, gate, verdict, today });
}

const ASKS_WHAT_IT_IS =
  /(怎么样|咋样|如何|是(个)?(什么|啥)|介绍|看看|了解|说说|讲讲)[^，。？?]{0,6}[。？?]?$/;
/** 「刚才第一个呢」 asks nothing that a section could answer. */
const ONLY_POINTS =
  /^(那|刚才|刚刚|前面|上面)*(的|说的)?(第.|前一|后一|最后一?|这|那)(个|只|款|支)(呢|的|吧)?[?？。]*$/;
/** 「有结节能买吗」 asks whether such a person is insured, not whether it is on sale. */
const TELLS_OF_HEALTH =
  /结节|高血压|血压高|糖尿病|血糖|血脂|乙肝|甲状腺|既往症|病史|心脏|肿瘤|癌|手术|住过院|怀孕|三高|(有|得过|患|查出)[^，。]{0,6}病/;
const ASKS_AVAILABILITY =
  /(能|可以)不?(能|可以)?(买|申购|认购)(到|得到|进去?|成)?(吗|么|不|嘛|没)|(?<!现)在(卖|售)|有卖|开始(卖|发售)|恢复/;
/** The figures of the aspect from the product master, which is their source. */
function masterParagraph(asked: Asked, aspect: ProductAspect): Paragraph {
  const { product, today } = asked;
  const words = aspect === 'overview' ? overview(asked) : line(asked, aspect);
  return { ...words, text: `${words.text} [1]`, passages: [masterPassage(product, today)] };
}

const showsCard = (aspect: ProductAspect): boolean => aspect === 'overview' || aspect === 'fees';

/** Said first, unless what follows begins with it. */
export function offShelfLine(
  { wordings, product: { status, name } }: Pick<Asked, 'wordings' | 'product'>,
  about: string,
): Paragraph | null {
  if (status === 'on_sale') return null;
  const state = status === 'suspended' ? '暂停申购' : '已经终止';
  if ((about.split('。')[0] ?? '').includes(state)) return null;
  return worded(wordings, 'product_off_shelf', { name: spaced(name), state });
}

/** Whoever asks how to get out, or about a loss, is told nothing about buying, unless they want to buy. */
const isOnTheWayOut = ({ query }: Asked, sides: readonly ProductAspect[]): boolean =>
  !WANTS_IT.test(query) &&
  (sides[0] === 'redemption' || /卖(?!的?时候|给)|赎|取出|亏|跌|回本|割/.test(query));

/** 「想拿退休金买」 「让不让他买」 「能卖给老人吗」 */
const WANTS_IT =
  /(想|要|打算|准备|考虑)(?!卖|赎|取)[^，。]{0,8}(?<!的)(买(?!的|了|过|时)|申购|认购|入手)|(让|准|许|肯|能|可以)[^，。]{0,4}(买(?!的|了|过)|申购|认购)|卖给|[加补]仓|再买/;

/** 「夏普呢」: what is not in the master is said to be missing, before what comes nearest to it. */
function notKnownLine({ wordings, product, query }: Asked, about: string): Paragraph | null {
  const [measure, ...more] = measuresAsked(query);
  // Of what is not sold nobody needs to know how little may be added.
  const isMoot = measure?.nearest === 'minimum' && product.status !== 'on_sale';
  if (!measure || isMoot || standsFor(measure, about)) return null;
  return worded(wordings, 'product_not_known', {
    name: product.name,
    measure: [measure, ...more].map(({ name: one }) => one).join('、'),
    where: product.regime === 'NFRA_INSURANCE' ? '保险合同' : '官方 App 的产品页或定期报告',
  });
}

/** 「回撤是什么时候，修复用了多久」: no day of it is on record, only how deep it was. */
function fallNotDated({ wordings, product, query, today }: Asked): Paragraph | null {
  const measures = measuresAsked(query);
  const { performance } = product;
  if (measures.length === 0 || !performance || !measures.every(({ isOfFall }) => isOfFall))
    return null;
  const { from, to, maxDrawdown } = performance;
  const lines = `：${measures.map(({ name }) => name).join('、')}，我手上的资料里没有，请看官方 App 的产品页或定期报告。知道的是 ${from} 至 ${to} 的最大回撤 ${percent(maxDrawdown)}，过往业绩不代表未来表现。 [1]`;
  return {
    ...worded(wordings, 'product_line', { name: graded(product).trim(), lines }),
    passages: [masterPassage(product, today)],
  };
}

const onSaleLine = ({ wordings, product }: Asked): Paragraph =>
  worded(wordings, 'product_on_sale', { name: spaced(product.name) });

function overview({ wordings, product }: Asked): Paragraph {
  return worded(wordings, 'product_overview', {
    name: product.name,
    code: product.code,
    description: product.description,
    lines: `${gradeSentence(product)}${product.mainLoss}`,
  });
}

function line(asked: Asked, aspect: Exclude<ProductAspect, 'overview'>): Paragraph {
  const { wordings, product, today, query, result } = asked;
  const past = { product, query, today, returns: result.returns ?? [] };
  const explained = aspect === 'performance' ? gainExplained(past) : null;
  if (explained) return reckonedLine(asked, explained);
  const over = aspect === 'performance' ? pastAsked(past) : null;
  if (over !== null)
    return worded(wordings, 'product_line', { name: graded(product), lines: over });
  const confirmed = aspect === 'redemption' ? confirmedIn(product, query) : null;
  if (confirmed) return confirmedLine(wordings, product, query, confirmed, today);
  const latest = aspect === 'redemption' ? latestOrder(product, query) : null;
  if (latest) return reckonedLine(asked, latest);
  const [id, plain] = lineFor(product, aspect, today, query);
  const missing = aspect === 'performance' ? windowNotShown(past) : null;
  const lines = missing === null ? plain : `：${missing}${plain}`;
  const saysGrade = aspect === 'risk' || aspect === 'suitability';
  const name = lines.startsWith('：') ? product.name : spaced(product.name);
  return worded(wordings, id, { name: saysGrade ? name : graded(product), lines });
}

/** What was worked out, after the name. */
const reckonedLine = ({ wordings, product }: Asked, { text, facts }: Reckoned): Paragraph =>
  worded(wordings, 'product_line', { name: graded(product).trim(), lines: text }, 0, { facts });

/** When it is confirmed; when the money comes too, where that is asked beside it. */
function confirmedLine(
  wordings: Wordings,
  product: Product,
  query: string,
  { text, facts }: ConfirmedIn,
  today: LocalDate,
): Paragraph {
  const [, arrival] = lineFor(product, 'redemption', today, query);
  const lines = /到账|拿到|赎|卖|取/.test(query)
    ? `${text}${arrival.replace(/^的?赎回：/, '赎回的钱，')}`
    : text;
  return worded(wordings, 'product_line', { name: graded(product), lines }, 0, { facts });
}

/** 「青屿安鑫纯债债券 A（R2）」: the grade beside the name, so that it needs no line of its own. */
function graded(product: Product): string {
  const level = effectiveRiskLevel(product);
  return level === null ? spaced(product.name) : `${product.name}（${riskLabel(level)}）`;
}

const QUESTIONS: readonly { aspect: ProductAspect; label: string; ask: string }[] = [
  { aspect: 'fees', label: '费用多少', ask: '的费用是多少' },
  { aspect: 'redemption', label: '几天到账', ask: '赎回几天到账' },
  { aspect: 'risk', label: '会怎么亏', ask: '风险大不大' },
];

const nextQuestions = (product: Product, asked: readonly ProductAspect[]): readonly Suggestion[] =>
  QUESTIONS.filter(({ aspect }) => !asked.includes(aspect)).map(({ label, ask }) => ({
    label,
    say: `${shortName(product)}${ask}`,
  }));
