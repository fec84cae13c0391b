import { spokenHolding } from '../../language/spoken-holding.js';
import { spokenHorizon } from '../../language/spoken-horizon.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { feesOn } from '../../wording/fee-table.js';
import { exactYuan, percent, yuan } from '../../wording/figures.js';
import {
  breakEven,
  covers,
  feeTakenFrom,
  holdingCost,
  holdingCostIn,
} from '../../wording/holding-cost.js';
import type { BreakEven } from '../../wording/holding-cost.js';
import { sumSaidLast } from '../understand/whole-cost.js';
import { amountIn } from './reckoning.js';

/** 份额类别: which class of one fund costs less for how long, worked out from both fee tables. */

const STEM = /^(.*?)\s*([AC])$/;
/** What the shelf's lowest tier charges holds for most purchases; a sum that was named holds instead. */
const USUAL_AMOUNT = 10_000;
const MONTH = 30;
const YEAR = 365;

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
export function classChoice(
  classes: Classes,
  words: string,
  today: LocalDate,
  before: readonly string[] = [],
): ClassChoice | null {
  const said = amountIn(words) ?? sumSaidLast(before);
  const amount = said ?? USUAL_AMOUNT;
  const turn = breakEven(classes.a, classes.c, amount, today);
  if (!turn) return null;
  const span = spanIn(words, today);
  const costs = span ? costsOver(classes, span, { amount, today, isNamed: said !== null }) : null;
  const why = whyNever(classes, turn, amount, today);
  const sentences = [
    costs?.text,
    ASKS_WHEN.test(words) && turn.from === null ? '没有这个临界点，' : '',
    turnText(turn, costs !== null),
    why.text,
    said === null ? `这是按买入 ${yuan(amount)}算的。` : '',
  ];
  const facts: Fact[] = [
    { value: amount, unit: 'yuan', label: said === null ? '假设的买入金额' : '您说的金额' },
    ...(turn.from === null ? [] : turnFacts(turn.from)),
    ...(costs?.facts ?? []),
    ...why.facts,
  ];
  return { text: sentences.filter(Boolean).join(''), facts };
}

/** 「持有期临界点」 「拿多久 A 比 C 划算」 */
const ASKS_WHEN = /临界|平衡点|打平|持平|分界|多久|多长时间|几(年|个?月|天)|什么时候|啥时候/;

interface Weighed {
  readonly amount: number;
  readonly today: LocalDate;
  /** The customer named the sum. */
  readonly isNamed: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanIn(words: string, today: LocalDate): Span | null {
  const said = spokenHorizon(words, today);
  if (!said) return spokenHolding(words, today);
  return { from: Math.round(said.from * MONTH), to: Math.round(said.to * MONTH) };
}

/** Both costs over the time named; nothing where one class costs less at its start and the other at its end. */
function costsOver(
  { a, c }: Classes,
  { from, to }: Span,
  { amount, today, isNamed }: Weighed,
): ClassChoice | null {
  const cost = (product: Product) =>
    [from, to].map((days) => holdingCost(product, days, amount, today)) as [number, number];
  const [ofA, ofC] = [cost(a), cost(c)];
  const isCheaper = [ofC[0] < ofA[0], ofC[1] < ofA[1]];
  if (isCheaper[0] !== isCheaper[1]) return null;
  const [less, more] = isCheaper[0] ? ['C', 'A'] : ['A', 'C'];
  const money = (product: Product) =>
    [from, to].map((days) => holdingCostIn(product, days, amount, today)) as [number, number];
  const shares = { A: rangeText(ofA), C: rangeText(ofC) };
  const sums = { A: sumText(money(a)), C: sumText(money(c)) };
  const inMoney = isNamed
    ? `${yuan(amount)}就是 ${less} 类 ${sums[less as 'A']}、${more} 类 ${sums[more as 'A']}。`
    : '';
  return {
    text: `按您说的时间，**${less} 类费用少**：${less} 类约 ${shares[less as 'A']}，${more} 类约 ${shares[more as 'A']}。${inMoney}`,
    facts: [
      ...[...ofA, ...ofC].map((ratio): Fact => {
        return { value: Number((ratio * 100).toFixed(6)), unit: '%', label: WHOLE };
      }),
      ...[...money(a), ...money(c)].map((value): Fact => ({ value, unit: 'yuan', label: WHOLE })),
    ],
  };
}

const WHOLE = '买入、持有和卖出的费用';

const rangeText = ([low, high]: Pair): string =>
  percent(low) === percent(high) ? percent(low) : `${percent(low)} 至 ${percent(high)}`;

const sumText = ([low, high]: Pair): string =>
  low === high ? exactYuan(low) : `${exactYuan(low)}至 ${exactYuan(high)}`;

type Pair = readonly [number, number];

/** Why the C class never costs more: its yearly fee ends before it has reached what the A class takes once. */
function whyNever(
  { a, c }: Classes,
  { first, from }: BreakEven,
  amount: number,
  today: LocalDate,
): ClassChoice {
  const entry = feesOn(a, today).find((fee) => fee.kind === 'purchase' && covers(amount, fee));
  const service = feesOn(c, today).find(({ kind, rate }) => kind === 'sales_service' && rate);
  const last = service?.toDays ?? null;
  if (first !== 'C' || from !== null || !entry?.rate || !service?.rate || last === null)
    return { text: '', facts: [] };
  const once = Math.round(feeTakenFrom(amount, entry.rate) * 100) / 100;
  const most = Math.round(((amount * service.rate * last) / YEAR) * 100) / 100;
  return {
    text: `A 类买入时收一次 ${percent(entry.rate)}，${yuan(amount)}大约 ${exactYuan(once)}；C 类每年 ${percent(service.rate)}，满 ${last} 日就不再收，最多大约 ${exactYuan(most)}。`,
    facts: [once, most].map((value) => ({ value, unit: 'yuan', label: '两类各收多少' })),
  };
}

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
