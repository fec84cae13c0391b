import { riskLabel } from '../terms/risk.js';
import type { Product } from '../terms/product.js';
import { effectiveRiskLevel, nameWithoutClass } from '../terms/product.js';

/** Figures of the past: 近一年上涨 3.2%, 成立以来收益 8%. */
const PAST =
  /(?:近|过去|最近|去年|今年以来|成立以来|上一?期)[^。;；!！?？\n]{0,16}(?:涨|跌|收益|回报|年化|净值增长)[^。;；!！?？\n]{0,8}\d/;
const PAST_SAID = /过往业绩|历史业绩|(?:过去|历史)[^。\n]{0,8}不(?:代表|预示)/;

/**
 * 必要揭示: what must stand beside the words, added by rule and not left to a model. A product that
 * is named gets its risk grade (适当性管理办法 art. 31 [T2]); past figures get the sentence of
 * 理财过往业绩展示准则 [W]. Adds nothing that is already said.
 */
export function withDisclosures(text: string, products: readonly Product[]): string {
  const graded = products.reduce(withGradeBeside, text);
  const isPast = PAST.test(graded) && !PAST_SAID.test(graded);
  return isPast ? `${graded}\n\n过往业绩不代表未来表现。` : graded;
}

/** 「稳健90（R3）每天可以查净值」: the grade beside the first name; the same text where it is said or none is named. */
export function withGradeBeside(text: string, product: Product): string {
  const grade = effectiveRiskLevel(product);
  if (grade === null || new RegExp(`${riskLabel(grade)}(?!\\d)`, 'i').test(text)) return text;
  const named = nameIn(text, product);
  if (!named) return text;
  const end = named.start + named.words.length;
  return `${text.slice(0, end)}（${riskLabel(grade)}）${text.slice(end).trimStart()}`;
}

/** Where a text first names a product, by the longest name it has there; spaces do not count. */
export function nameIn(
  text: string,
  { name, code, aliases, nicknames = [] }: Product,
): { readonly start: number; readonly words: string } | null {
  const stem = nameWithoutClass(name);
  const names = [name, stem, code, ...aliases, ...nicknames].filter((word) => word.length > 1);
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(loosely);
  const found = new RegExp(longestFirst.join('|'), 'i').exec(text);
  return found ? { start: found.index, words: found[0] } : null;
}

const loosely = (name: string): string =>
  [...name.replace(/\s/g, '')]
    .map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s*');
