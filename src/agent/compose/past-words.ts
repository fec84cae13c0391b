import { spokenPast } from '../../language/spoken-window.js';
import type { PastReturn, Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import { daysBetween } from '../../terms/time.js';
import { percent, signedPercent } from '../../wording/figures.js';
import type { Reckoned } from './reckoning.js';
import { asksBackGain } from '../understand/figure-asked.js';

/** 过去的收益: over the very window that was asked for, else plainly over another. */

export interface Past {
  readonly product: Product;
  readonly query: string;
  readonly today: LocalDate;
  readonly returns: readonly PastReturn[];
}

/** 「7.48是一年的吗」: over how long the gain is, what it comes to a year, and that a benchmark is another thing. */
export function gainExplained({ product, query, returns }: Past): Reckoned | null {
  const stated = product.performance;
  if (!stated || !asksBackGain(product, query)) return null;
  const { from, to } = stated;
  const years = Math.round(daysBetween(from, to) / YEAR);
  const annual =
    returns.find((one) => one.product === product.code && one.from === from && one.to === to)
      ?.annual ?? null;
  const yearly = annual === null ? '' : `，平均到每年大约 **${signedPercent(annual)}**`;
  const rule =
    /基准/.test(query) && product.benchmark
      ? `业绩比较基准（${product.benchmark.replace(/（.*?）/g, '')}）只是拿来对照的一把尺子，不是收益承诺，也不是它实际赚的。`
      : '';
  const text = `：${signedPercent(stated.return)} 是 ${from} 至 ${to} 这 ${years} 年加在一起的，不是一年的${yearly}。${rule}过往业绩不代表未来表现。`;
  return { text, facts: [{ value: years, unit: 'year', label: '区间的年数' }] };
}

const YEAR = 365;

const A_YEAR = /年化|每年|平均一年|一年平均/;

/** What a product did over the window the words name; null: they name none, or there is no figure for it. */
export function pastAsked(past: Past): string | null {
  const of = pastOver(past);
  if (!of) return null;
  const { annual } = of;
  const isYearly = annual !== null && A_YEAR.test(past.query);
  const yearly = isYearly ? `，折算下来每年 ${signedPercent(annual)}` : '';
  return `在 ${of.from} 至 ${of.to}${of.span}的区间收益是 **${signedPercent(of.return)}**${yearly}${of.fall}。过往业绩不代表未来表现。`;
}

export interface Told extends PastReturn {
  /** As the window was said, in brackets. */
  readonly span: string;
  /** How deep it fell meanwhile, where the master says so. */
  readonly fall: string;
}

/** Null: no window is named, or there is no figure for it. */
export function pastOver({ product, query, today, returns }: Past): Told | null {
  const stated = product.performance;
  if (!stated) return null;
  const window = spokenPast(query, today);
  if (!window && !A_YEAR.test(query)) return null;
  const isStated = !window || isNear(window, stated);
  const { from, to } = isStated ? stated : window;
  const of = returns.find(
    (one) => one.product === product.code && one.from === from && one.to === to,
  );
  if (!of) return null;
  const fall = isStated ? `，同期最大回撤 ${percent(stated.maxDrawdown)}` : '';
  return { ...of, fall, span: window ? `（${window.label}）` : '' };
}

/** Prices begin on a day of trading: three years back they may begin a few days later. */
const NEAR_DAYS = 7;
const isNear = (one: Window, other: Window): boolean =>
  Math.abs(daysBetween(one.from, other.from)) <= NEAR_DAYS &&
  Math.abs(daysBetween(one.to, other.to)) <= NEAR_DAYS;

type Window = Pick<PastReturn, 'from' | 'to'>;

/** A window named that no figure is shown for: too short, or longer than the prices. */
export function windowNotShown({ product, query, today }: Past): string | null {
  const window = spokenPast(query, today);
  if (!product.performance || !window) return null;
  return `${window.label}的收益我这里没有单列，时间太短的不当业绩展示。手上有的是：`;
}

/** The same window for several products; null: none is named, or one of them has no figure for it. */
export function pastOfEach(
  products: readonly Product[],
  nameOf: (product: Product) => string,
  asked: Omit<Past, 'product'>,
): string | null {
  const each = products.map((product) => pastOver({ ...asked, product }));
  const [first] = each;
  if (!first || each.some((one) => one?.from !== first.from || one.to !== first.to)) return null;
  const gains = products.map(
    (product, at) => `${nameOf(product)} ${signedPercent(each[at]?.return ?? 0)}`,
  );
  return `${first.from} 至 ${first.to}${first.span}的区间收益，${gains.join('，')}。过往业绩不代表未来表现。`;
}
