import type { ToolResult } from '../../conversation/agent.js';
import type { ProductAspect } from '../../terms/command.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel, nameWithoutClass } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { LocalDate } from '../../terms/time.js';
import { tradingFeeLines } from '../../wording/fee-table.js';
import { holding, percent, workingDays, yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Classes } from './class-choice.js';
import { classChoice, classesOf } from './class-choice.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { masterPassage } from './product-source.js';

export const shortName = ({ aliases, name }: Product): string => aliases[0] ?? name;

/** Two or three products: the one difference that stands out in words, the rest in the card. */
export function comparisonParagraph(
  wordings: Wordings,
  aspects: readonly ProductAspect[],
  result: ToolResult,
  today: LocalDate,
  words = '',
): Paragraph {
  const classes = classesOf(result.products);
  const choice = classes && classChoice(classes, words, today);
  const values = choice
    ? {
        names: classNames(classes),
        verdict: choice.text,
        lines: `${feeDifference(result.products, today, className)}${marksOf(result.products)}`,
      }
    : {
        names: result.products.map(shortName).join('和'),
        difference: differences(result.products, aspects, today, words),
      };
  return worded(wordings, choice ? 'class_choice' : 'comparison', values, 0, {
    passages: result.products.map((product) => masterPassage(product, today)),
    facts: [...result.facts, ...(choice?.facts ?? [])],
    cards: [{ kind: 'comparison', products: result.products }],
    suggestions: result.products.map((product) => ({
      label: `看${shortName(product)}`.slice(0, 8),
      say: `介绍一下${product.name}`,
    })),
  });
}

const marksOf = (products: readonly Product[]): string =>
  products.map((_, index) => `[${index + 1}]`).join(' ');

const className = ({ name }: Product): string => `${name.at(-1) ?? ''} 类`;

/** 「安鑫纯债 A 和 C（R2）」: one fund, so one name and one grade. */
const classNames = ({ a }: Classes): string =>
  `${nameWithoutClass(shortName(a))} A 类和 C 类（${gradeOf(a)}）`;

function differences(
  products: readonly Product[],
  aspects: readonly ProductAspect[],
  today: LocalDate,
  words: string,
): string {
  const marks = marksOf(products);
  if (aspects.includes('fees')) return `费用这样收：\n\n${feeDifference(products, today)}${marks}`;
  if (products.every(({ interestRate }) => interestRate !== null)) {
    return `${rateDifference(products)}${marks}`;
  }
  if (aspects.includes('term')) return `${termDifference(products)}${marks}`;
  if (ASKS_HOW_STEADY.test(words) && isOneWindow(products)) {
    return `${drawdownDifference(products)}${marks}`;
  }
  const grades = products.map((product) => `${shortName(product)} ${gradeOf(product)}`);
  const sameGrade = new Set(products.map(gradeOf)).size === 1;
  const risk = sameGrade
    ? `风险等级都是${ahead(gradeOf(products[0] as Product))}`
    : `风险等级不同，${grades.join('，')}`;
  const arrivals = products.map((product) => arrivalOf(product));
  const sameArrival = new Set(arrivals).size === 1;
  const exit = sameArrival
    ? `赎回到账都是${arrivals[0]}`
    : `赎回到账${products.map((product, i) => `${shortName(product)}${arrivals[i]}`).join('、')}`;
  return `${risk}；${exit}。${marks}`;
}

const ASKS_HOW_STEADY = /波动|回撤|稳|跌|亏|起伏/;

/** Drawdowns stand side by side only over the same days. */
const isOneWindow = (products: readonly Product[]): boolean =>
  products.every(({ performance }) => performance) &&
  new Set(products.map(({ performance }) => `${performance?.from} ${performance?.to}`)).size === 1;

function drawdownDifference(products: readonly Product[]): string {
  const [{ performance }] = products as [Product];
  const each = products.map(
    (product) =>
      `${shortName(product)}（${gradeOf(product)}）${percent(product.performance?.maxDrawdown ?? 0)}`,
  );
  return `${performance?.from} 至 ${performance?.to} 的最大回撤，${each.join('，')}。过往业绩不代表未来表现。`;
}

/** Deposits and savings bonds have no grade: their rate and their minimum tell them apart. */
function rateDifference(products: readonly Product[]): string {
  const each = products.map(
    (product) =>
      `${shortName(product)}年利率 ${percent(product.interestRate ?? 0)}、${yuan(product.minAmount)}起`,
  );
  return `${each.join('；')}。提前取出来，利息都会少，以合同和公告为准。`;
}

const termDifference = (products: readonly Product[]): string =>
  `${products.map((product) => `${shortName(product)}${termOf(product)}`).join('；')}。`;

function termOf({ lockDays, termYears }: Product): string {
  if (lockDays > 0) return `至少持有 ${holding(lockDays)}`;
  return termYears === null ? '没有固定期限' : `期限 ${termYears} 年`;
}

/** What is paid once and what is paid by the day, one product a line. */
function feeDifference(
  products: readonly Product[],
  today: LocalDate,
  nameOf: (product: Product) => string = shortName,
): string {
  const lines = products.map((product) => {
    const fees = tradingFeeLines(product, today).map(({ label, value }) => `${label} ${value}`);
    return `- ${nameOf(product)}：${fees.join('，') || '没有单列的买卖费用'}`;
  });
  return `${lines.join('\n')}\n\n${byDayRule(products)}`;
}

/** What is charged by the day grows with the holding, up to the day after which it is not charged. */
function byDayRule(products: readonly Product[]): string {
  const byDay = products.flatMap(({ fees }) =>
    fees.filter(({ kind, rate }) => kind === 'sales_service' && rate !== 0),
  );
  if (byDay.length === 0) return '';
  const last = Math.max(...byDay.map(({ toDays }) => toDays ?? Infinity));
  const grows = Number.isFinite(last) ? `满 ${last} 日后不再收` : '放得越久收得越多';
  return `申购费只收一次，销售服务费按日计提，${grows}。`;
}

/** Latin letters keep their distance from Chinese words: 都是 R2, but 都是不评级. */
export const ahead = (word: string): string => (/^[A-Za-z0-9]/.test(word) ? ` ${word}` : word);

export const gradeOf = (product: Product): string => {
  const level = effectiveRiskLevel(product);
  return level === null ? '不评级' : riskLabel(level);
};

const arrivalOf = ({ settlementDays }: Product): string =>
  settlementDays === null ? '以合同为准' : ` ${workingDays(settlementDays)}`;
