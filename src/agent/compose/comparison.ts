import type { ToolResult } from '../../conversation/agent.js';
import type { ProductAspect } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { nameWithoutClass, shortName } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Classes } from './class-choice.js';
import { classChoice, classesOf } from './class-choice.js';
import { measureAsked } from '../understand/measures.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { asksForSide, differences, feeDifference, gradeOf, marksOf } from './difference.js';
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
): Paragraph {
  // 「嘉稳」 asks for nothing steady.
  const words = result.products.reduce((rest, one) => withoutNames(one, rest), said);
  const classes = classesOf(result.products);
  const choice = classes && !asksForSide(words) ? classChoice(classes, words, today) : null;
  const gains =
    interestOfEach(result.products, words) ??
    gainsByTheDay(result.products, shortName, words, result.returns ?? []);
  const difference = gains
    ? `${gains.text}${marksOf(result.products)}`
    : differenceAsked(aspects, result, today, words);
  const values =
    classes && choice
      ? {
          names: classNames(classes),
          verdict: choice.text,
          lines: `${feeDifference(result.products, today, className)}${marksOf(result.products)}`,
        }
      : {
          names: result.products.map(shortName).join('和'),
          difference,
        };
  return worded(wordings, choice ? 'class_choice' : 'comparison', values, 0, {
    passages: result.products.map((product) => masterPassage(product, today)),
    facts: [...result.facts, ...(choice?.facts ?? gains?.facts ?? [])],
    cards: [{ kind: 'comparison', products: result.products }],
    suggestions: result.products.map((product) => ({
      label: `看${shortName(product)}`.slice(0, 8),
      say: `介绍一下${product.name}`,
    })),
  });
}

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
  const past = pastOfEach(products, shortName, { query: words, today, returns });
  // 「哪个涨得多，哪个跌得狠」: how far they fell is the other half of it.
  const fell = /跌|回撤|波动/.test(words) ? differences(products, aspects, today, words) : null;
  if (past) return fell ? `${past}${fell}` : `${past}${marksOf(products)}`;
  const measure = measureAsked(words);
  const plain = differences(products, aspects, today, words);
  return measure ? `${measure.name}我手上的资料里没有。手上有的是：${plain}` : plain;
}
