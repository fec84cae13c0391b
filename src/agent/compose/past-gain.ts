import { spokenDays } from '../../language/spoken-rate.js';
import type { Fact } from '../../terms/fact.js';
import type { PastReturn, Product } from '../../terms/product.js';
import { paysByTheDay } from '../../terms/product.js';
import { exactYuan, percent, signedPercent, yuan } from '../../wording/figures.js';
import { interestOfDays } from '../../wording/interest.js';
import { asksForMoney } from '../understand/money-words.js';
import type { Reckoned } from './reckoning.js';
import { amountIn } from './reckoning.js';

/**
 * 一千块放一个月能有多少: of what has no contracted rate. Nobody foretells it; what is told is what the
 * product did, on the customer's own sum.
 */

/** 「一万放一个月」 without a word of asking: said while such a gain is what is asked after. */
const A_MONTH = 30;

/** Null: no one sum is named, no money is asked for, or the product shows no past. */
export function pastGain(
  product: Product,
  words: string,
  returns: readonly PastReturn[],
): Reckoned | null {
  const amount = amountIn(words);
  const whole = wholePast(product, returns);
  if (amount === null || !whole || !asksForMoney(words)) return null;
  const { annual } = whole;
  return paysByTheDay(product) && annual !== null
    ? byTheDay(amount, spokenDays(words) ?? A_MONTH, { ...whole, annual })
    : overTheWhole(amount, whole, product.performance?.maxDrawdown ?? 0);
}

/** The same sum in several such products over one time; null: one of them is of another kind. */
export function gainsByTheDay(
  products: readonly Product[],
  nameOf: (product: Product) => string,
  words: string,
  returns: readonly PastReturn[],
): Reckoned | null {
  const amount = amountIn(words);
  if (amount === null || !asksForMoney(words) || !products.every(paysByTheDay)) return null;
  const days = spokenDays(words) ?? A_MONTH;
  const each = products.flatMap((product) => {
    const annual = wholePast(product, returns)?.annual ?? null;
    return annual === null
      ? []
      : [{ product, gained: interestOfDays(amount, annual, days), annual }];
  });
  if (each.length < products.length) return null;
  const lines = each.map(
    ({ product, gained, annual }) =>
      `${nameOf(product)}每年约 ${percent(annual)}，大约 **${exactYuan(gained)}**`,
  );
  return {
    text: `收益每天都在变，没法提前说准。照过去的实际收益折算，${yuan(amount)}放 ${days} 天：${lines.join('；')}。过往业绩不代表未来表现，也不是承诺。`,
    facts: [
      ...each.flatMap(({ gained }) => sumFacts(amount, gained)),
      { value: days, unit: 'day', label: '折算的天数' },
    ],
  };
}

const wholePast = (
  { code, performance }: Product,
  returns: readonly PastReturn[],
): PastReturn | undefined =>
  returns.find(
    ({ product, from, to }) =>
      product === code && from === performance?.from && to === performance.to,
  );

function byTheDay(
  amount: number,
  days: number,
  { from, to, annual }: PastReturn & { readonly annual: number },
): Reckoned {
  const gained = interestOfDays(amount, annual, days);
  return {
    text: `收益每天都在变，没法提前说准。照 ${from} 至 ${to} 的实际收益折算，每年约 ${percent(annual)}；按这个水平，${yuan(amount)}放 ${days} 天大约是 **${exactYuan(gained)}**（${exactYuan(amount)} × ${percent(annual)} × ${days} 天 ÷ 365 天）。过往业绩不代表未来表现，也不是承诺。`,
    facts: [
      ...sumFacts(amount, gained),
      { value: days, unit: 'day', label: '折算的天数' },
      { value: 365, unit: 'day', label: '一年的天数' },
    ],
  };
}

function overTheWhole(
  amount: number,
  { from, to, return: gain }: PastReturn,
  maxDrawdown: number,
): Reckoned {
  const gained = Math.round(amount * gain * 100) / 100;
  const way = gained < 0 ? '账面少了' : '账面多了';
  return {
    text: `净值有涨有跌，以后能有多少谁也说不准，我不替您估。能说的是过去：${from} 至 ${to} 的区间收益是 ${signedPercent(gain)}，${yuan(amount)}放满这一段，${way} **${exactYuan(Math.abs(gained))}**；中间最多跌过 ${percent(maxDrawdown)}。放得短，赚亏都有可能，过往业绩不代表未来表现。`,
    facts: sumFacts(amount, Math.abs(gained)),
  };
}

const sumFacts = (amount: number, gained: number): readonly Fact[] => [
  { value: amount, unit: 'yuan', label: '您说的金额' },
  { value: gained, unit: 'yuan', label: '照过去折算的收益' },
];
