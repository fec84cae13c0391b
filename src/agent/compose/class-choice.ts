import { spokenHorizon } from '../../language/spoken-horizon.js';
import { spokenMoney } from '../../language/spoken-money.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { percent, yuan } from '../../wording/figures.js';
import { breakEven, holdingCost } from '../../wording/holding-cost.js';
import type { BreakEven } from '../../wording/holding-cost.js';

/** 份额类别: which class of one fund costs less for how long, worked out from both fee tables. */

const STEM = /^(.*?)\s*([AC])$/;
/** What the shelf's lowest tier charges holds for most purchases; a sum that was named holds instead. */
const USUAL_AMOUNT = 10_000;
const MONTH = 30;

export interface ClassChoice {
  readonly text: string;
  readonly facts: readonly Fact[];
}

export interface Classes {
  readonly a: Product;
  readonly c: Product;
}

/** The A and the C class of one fund, whatever their order; null where two products are anything else. */
export function classesOf(products: readonly Product[]): Classes | null {
  if (products.length !== 2) return null;
  const named = products.map((product) => ({ product, parts: STEM.exec(product.name) }));
  const of = (letter: string) => named.find(({ parts }) => parts?.[2] === letter);
  const [a, c] = [of('A'), of('C')];
  return a && c && a.parts?.[1] === c.parts?.[1] ? { a: a.product, c: c.product } : null;
}

/** `words`: the customer's, for how long and how much. Null where the tables cannot be compared. */
export function classChoice(classes: Classes, words: string, today: LocalDate): ClassChoice | null {
  const amount = spokenMoney(words)[0]?.from ?? USUAL_AMOUNT;
  const turn = breakEven(classes.a, classes.c, amount, today);
  if (!turn) return null;
  const span = spanIn(words, today);
  const costs = span ? costsOver(classes, span, amount, today) : null;
  const sentences = [
    costs?.text,
    turnText(turn, costs !== null),
    `这是按买入 ${yuan(amount)}算的。`,
  ];
  const facts: Fact[] = [
    { value: amount, unit: 'yuan', label: '假设的买入金额' },
    ...(turn.from === null ? [] : turnFacts(turn.from)),
    ...(costs?.facts ?? []),
  ];
  return { text: sentences.filter(Boolean).join(''), facts };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanIn(words: string, today: LocalDate): Span | null {
  const said = spokenHorizon(words, today);
  return said && { from: Math.round(said.from * MONTH), to: Math.round(said.to * MONTH) };
}

/** Both costs over the time named; nothing where one class costs less at its start and the other at its end. */
function costsOver({ a, c }: Classes, { from, to }: Span, amount: number, today: LocalDate) {
  const cost = (product: Product) =>
    [from, to].map((days) => holdingCost(product, days, amount, today)) as [number, number];
  const [ofA, ofC] = [cost(a), cost(c)];
  const isCheaper = [ofC[0] < ofA[0], ofC[1] < ofA[1]];
  if (isCheaper[0] !== isCheaper[1]) return null;
  const [less, more] = isCheaper[0] ? ['C', 'A'] : ['A', 'C'];
  const shares = { A: rangeText(ofA), C: rangeText(ofC) };
  return {
    text: `按您说的时间，**${less} 类费用少**：${less} 类约 ${shares[less as 'A']}，${more} 类约 ${shares[more as 'A']}。`,
    facts: [...ofA, ...ofC].map((ratio): Fact => ({
      value: Number((ratio * 100).toFixed(6)),
      unit: '%',
      label: '买入、持有和卖出的费用',
    })),
  };
}

const rangeText = ([low, high]: readonly [number, number]): string =>
  percent(low) === percent(high) ? percent(low) : `${percent(low)} 至 ${percent(high)}`;

function turnText({ first, from }: BreakEven, isShort: boolean): string {
  const [one, other] = first === 'C' ? ['C', 'A'] : ['A', 'C'];
  if (from === null) {
    return `${isShort ? '照' : '按'}现在的费率，放多久都是 ${one} 类${isShort ? '' : '费用'}少。`;
  }
  const months = Math.round(from / MONTH);
  return `大约 ${from} 天（${months} 个月）打平：放得比这短，${one} 类费用少；放得更久，${other} 类费用少。`;
}

const turnFacts = (days: number): readonly Fact[] => [
  { value: days, unit: 'day', label: '两类费用打平的时间' },
  { value: Math.round(days / MONTH), unit: 'month', label: '两类费用打平的时间' },
];
