import type { ProductAspect } from '../../terms/command.js';
import { aspectsNamed } from '../understand/aspect-words.js';
import { awaitsMoney } from '../understand/late-money.js';
import { measureAsked } from '../understand/measures.js';
import type { Asked } from './asked.js';
import { hasWordsOfHeading, isGeneralSection, isNamedSection } from './card-heading.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { ASKS_HOW_MUCH_LOST } from './product-lines.js';
import {
  ASKS_WHY,
  asksOfPayments,
  isBesideThePoint,
  saysItAlone,
  speaksAlone,
} from './who-speaks.js';

/** 产品卡: whether the section that was found answers what is asked, and the master's figures beside it. */

/** A card passage this well supported answers an open question better than the bare figures. */
export const CARD_SUPPORT = 0.6;
/** Sides that are figures of the master: these speak first, and the card only where it has this very question. */
const FIGURES: readonly ProductAspect[] = ['fees', 'minimum', 'performance', 'issuer', 'benchmark'];
const CARD_BESIDE_FIGURES = 0.9;
/** Where the master knows next to nothing, a likely section says more than its figures. */
const CARD_OF_CONTRACT = 0.45;

/**
 * 「多少」 is answered by the figure; 「为什么」 「能不能」 by the card. The other follows only where it says
 * something more: nobody wants to read the same twice.
 */
export function withCard(
  asked: Asked,
  aspect: ProductAspect,
  figures: Paragraph,
): readonly Paragraph[] {
  if (speaksAlone(asked, aspect)) return [figures];
  const onCard = isBesideThePoint(asked, aspect) ? null : sectionFor(asked, aspect);
  if (!onCard) return [figures];
  // 「业绩报酬咋抽」 wants the rate, too.
  const isRateBeside = aspect === 'fees' && asksForFigure(aspect, asked.query);
  if (isNamedSection(asked)) return isRateBeside ? [figures, onCard] : [onCard];
  if (saysItAlone(asked, aspect, onCard.text)) return [onCard];
  if (isOfContract(asked, aspect)) {
    const isListed = aspect === 'fees' && asked.product.fees.length > 0;
    return isListed ? [onCard, figures] : [onCard];
  }
  // How money is lost stands in the master, too, with the grade and what was lost at most.
  if (aspect === 'risk') return standsAlone(asked) ? [figures] : [onCard, figures];
  return besideEachOther(asked, aspect, figures, onCard);
}

function besideEachOther(
  asked: Asked,
  aspect: ProductAspect,
  figures: Paragraph,
  onCard: Paragraph,
): readonly Paragraph[] {
  const isSame = saysAll(onCard.text, figuresOf(asked, aspect, figures));
  if (asksForFigure(aspect, asked.query)) {
    const isBesides = isSame || isGeneralSection(asked) || !isOfOneMatter(asked, aspect);
    return isBesides ? [figures] : [figures, onCard];
  }
  const isWanted = isGeneralSection(asked) || complainsOfFigure(asked.query);
  return isSame || !isWanted ? [onCard] : [onCard, figures];
}

/** Beside a figure of the master a section stands that is about what else was asked, or has a word of it over it. */
const isOfOneMatter = (asked: Asked, aspect: ProductAspect): boolean =>
  !FIGURES.includes(aspect) || /[，,、]/.test(asked.query) || hasWordsOfHeading(asked);

/** What the master has of every product, a policy or not. */
const MASTER_KNOWS: readonly ProductAspect[] = ['minimum', 'performance', 'issuer', 'benchmark'];

function sectionFor(asked: Asked, aspect: ProductAspect): Paragraph | null {
  const isUnknown = isOfContract(asked, aspect) && MASTER_KNOWS.includes(aspect);
  const isLikely = asked.product.regime === 'GOV_BOND' || isUnknown || hasWordsOfHeading(asked);
  if (isOfContract(asked, aspect) && isLikely) return cardParagraph(asked, CARD_OF_CONTRACT);
  const isMoot = aspect === 'minimum' && asked.product.status !== 'on_sale';
  if (isMoot || asksOfPayments(asked, aspect)) return cardParagraph(asked, CARD_SUPPORT);
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
  isGeneralSection(asked) ||
  ASKS_HOW_MUCH_LOST.test(asked.query) ||
  (/本金|保本/.test(asked.query) && !hasWordsOfHeading(asked));
/** Policies and savings bonds: what they pay, when and less what stands in the contract, not in the master. */
const isContract = ({ product: { regime } }: Asked): boolean =>
  regime === 'NFRA_INSURANCE' || regime === 'GOV_BOND';

/** Of what a policy is credited with the master has nothing, either: its contract has. */
const isOfContract = (asked: Asked, aspect: ProductAspect): boolean =>
  aspect === 'performance'
    ? isByContractAlone(asked)
    : (isContract(asked) || isBroker(asked, aspect)) && !MASTER_KNOWS.includes(aspect);

/** What it costs to buy and sell on an exchange is the broker's to say. */
const isBroker = ({ product: { type } }: Asked, aspect: ProductAspect): boolean =>
  type === 'reit' && aspect === 'fees';

/** What a policy is credited with, and what a structured deposit pays. */
const isByContractAlone = ({ product: { regime, type, performance } }: Asked): boolean =>
  (regime === 'NFRA_INSURANCE' || type === 'structured') && performance === null;

/** What of the master's line a card would have to say to stand for it; fee tables are never left out. */
function figuresOf({ product }: Asked, aspect: ProductAspect, { text }: Paragraph): string | null {
  if (aspect === 'fees') return null;
  return text.replace(product.name, '').replace(/\s*\[\d\]/g, '');
}

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
  /这么|那么|太|久|慢|贵|到账|才到/.test(query) || awaitsMoney(query);

const ASKS_FOR_FIGURE =
  /封顶|最(多|高)收|多少|几|费率|(多|好)(久|高|长|少|多)|怎么收|咋收|什么时候/;

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
