import type { ToolResult } from '../../conversation/agent.js';
import type { ProductAspect } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { nameWithoutClass, shortName } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Classes } from './class-choice.js';
import { classChoice, classesOf } from './class-choice.js';
import { BOTH_CLASSES } from '../understand/meant-products.js';
import { asksForClass } from '../understand/class-asked.js';
import { measureAsked } from '../understand/measures.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { asksForSide, differences, feeDifference, gradeOf, marksOf } from './difference.js';
import { halves } from './halves.js';
import { leavingOfEach } from './leaving-of-each.js';
import { measuresOfEach } from './measures-of-each.js';
import { withoutNames } from './own-fee.js';
import { gainsByTheDay } from './past-gain.js';
import { pastOfEach } from './past-words.js';
import { masterPassage } from './product-source.js';
import type { Reckoned } from './reckoning.js';
import { depositInterest } from './reckoning.js';

/** Two or three products: the one difference that stands out in words, the rest in the card. */
export function comparisonParagraph(
  wordings: Wordings,
  aspects: readonly ProductAspect[],
  result: ToolResult,
  today: LocalDate,
  said = '',
  before: readonly string[] = [],
): Paragraph {
  // 「嘉稳」 asks for nothing steady.
  const words = result.products.reduce((rest, one) => withoutNames(one, rest), said);
  const { id, values, facts } = saidOf({ aspects, result, today, words, before });
  return worded(wordings, id, values, 0, {
    passages: result.products.map((product) => masterPassage(product, today)),
    facts: [...result.facts, ...facts],
    cards: [{ kind: 'comparison', products: result.products }],
    suggestions: result.products.map((product) => ({
      label: `看${shortName(product)}`.slice(0, 8),
      say: `介绍一下${product.name}`,
    })),
  });
}

interface Compared {
  readonly aspects: readonly ProductAspect[];
  readonly result: ToolResult;
  readonly today: LocalDate;
  readonly words: string;
  readonly before: readonly string[];
}

interface Said {
  readonly id: 'class_choice' | 'comparison';
  readonly values: Readonly<Record<string, string>>;
  readonly facts: readonly Fact[];
}

/** What leaving takes, which class costs less, what comes of a sum, or the one difference. */
function saidOf(compared: Compared): Said {
  const { aspects, result, today, words, before } = compared;
  const { products } = result;
  const marks = marksOf(products);
  const classes = classesOf(products);
  const names = classes ? classNames(classes) : namesOf(products);
  const leaving = leavingOfEach(products, classes ? className : shortName, words, before, today);
  if (leaving) return comparison(names, `${leaving.text}${marks}`, leaving.facts);
  const choice = classes && !asksForSide(words) ? classChoice(classes, words, today, before) : null;
  if (choice) {
    const lines = `${feeDifference(products, today, className)}${marks}`;
    const values = { names, verdict: choice.text, lines };
    return { id: 'class_choice', values, facts: choice.facts };
  }
  const gains = reckonedOfEach(result, words, before);
  return gains
    ? comparison(namesOf(products), `${gains.text}${marks}`, gains.facts)
    : comparison(namesOf(products), withClasses(aspects, result, today, words), []);
}

const comparison = (names: string, difference: string, facts: readonly Fact[]): Said => ({
  id: 'comparison',
  values: { names, difference },
  facts,
});

/** What comes of a sum in each of them; null: that is not asked. */
const reckonedOfEach = (
  { products, returns = [] }: ToolResult,
  words: string,
  before: readonly string[],
): Reckoned | null =>
  halves(products, words, before) ??
  interestOfEach(products, words) ??
  gainsByTheDay(products, shortName, words, returns);

/** 「二十万各能拿多少利息」: at the rate of each, where all of them contract one. */
function interestOfEach(products: readonly Product[], words: string): Reckoned | null {
  const each = products.map((product) => depositInterest(product, words));
  if (!each.every((one) => one !== null)) return null;
  const lines = each.map(({ text }, at) => `- ${shortName(products[at] as Product)}：${text}`);
  return {
    text: `\n\n${lines.join('\n')}\n\n年利率以合同和公告为准，没到期就取另算。`,
    facts: each.flatMap(({ facts }) => facts),
  };
}

/** 「A/C 份额各收多少」 of funds that have one class alone; empty: no class is asked for, or one of them has another. */
function classesLine({ products, otherClasses = [] }: ToolResult, words: string): string {
  const isAsked = asksForClass(words) || BOTH_CLASSES.test(words);
  const isAlone = otherClasses.length === 0 && products.every(({ name }) => /A$/.test(name));
  return isAsked && isAlone ? '这几只我们都只有 A 类，没有 C 类。' : '';
}

/** Which classes there are, where that is asked, and then the rest of it. */
function withClasses(
  aspects: readonly ProductAspect[],
  result: ToolResult,
  today: LocalDate,
  words: string,
): string {
  const ofClass = classesLine(result, words);
  const isAll = ofClass !== '' && asksForClass(words) && !asksForSide(words);
  const rest = isAll ? marksOf(result.products) : differenceAsked(aspects, result, today, words);
  return `${ofClass}${rest}`;
}

const namesOf = (products: readonly Product[]): string => products.map(shortName).join('和');

const className = ({ name }: Product): string => `${name.at(-1) ?? ''} 类`;

/** 「安鑫纯债 A 和 C（R2）」: one fund, so one name and one grade. */
const classNames = ({ a }: Classes): string =>
  `${nameWithoutClass(shortName(a))} A 类和 C 类（${gradeOf(a)}）`;

/** Over the window that was named, or under the measure that nobody here has; else what tells them apart. */
function differenceAsked(
  aspects: readonly ProductAspect[],
  { products, returns = [] }: ToolResult,
  today: LocalDate,
  words: string,
): string {
  const each = measuresOfEach({ products, returns }, words, today);
  if (each) return `${each}${marksOf(products)}`;
  const past = pastOfEach(products, shortName, { query: words, today, returns });
  // 「哪个涨得多，哪个跌得狠」: how far they fell is the other half of it.
  const fell = /跌|回撤|波动/.test(words) ? differences(products, aspects, today, words) : null;
  if (past) return fell ? `${past}${fell}` : `${past}${marksOf(products)}`;
  const measure = measureAsked(words);
  const plain = differences(products, aspects, today, words);
  return measure ? `${measure.name}我手上的资料里没有。手上有的是：${plain}` : plain;
}
