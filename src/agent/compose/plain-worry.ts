import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { percent } from '../../wording/figures.js';

/** 大白话: whether it ever lost, or may all be gone, for somebody to whom a drawdown says nothing. */

export const ALL_GONE =
  /会不会(都|全|就|一下子)*(没(有)?了|没掉|没(?=[？?。]|$)|亏(光|没|完)|打(了)?水漂|血本无归|归零)|(全|都)(没了|亏光)(吗|么)/;
export const EVER_LOST =
  /(没|没有|从来没|从没)(有)?(亏|跌)过(?!多少)|(有没有|有)(亏|跌)过|(亏|跌)过(钱|本)?(吗|么|没有?)/;

/** Null: neither is asked, or it is nothing that has a price. */
export function plainWorry(product: Product, query: string): string | null {
  const { performance, mainLoss } = product;
  if (!performance) return null;
  if (ALL_GONE.test(query)) {
    return `：${wordsAskedAfter(query)}${howMuch(product)}${mainLoss}\n\n${past(performance)}`;
  }
  if (!EVER_LOST.test(query)) return null;
  const { maxDrawdown } = performance;
  const isClaimed = /没(有)?(亏|跌)过/.test(query) && !/有没有/.test(query);
  const verdict =
    maxDrawdown === 0 ? (isClaimed ? '对，' : '没有，') : isClaimed ? '不是，' : '有，';
  return `：${verdict}${past(performance)}${wordsAskedAfter(query)}`;
}

const SMALL = 2;

const howMuch = (product: Product): string =>
  (effectiveRiskLevel(product) ?? SMALL + 1) <= SMALL
    ? '全没有了，这样的事很少见；但它**不保本**，有可能亏一些。'
    : '全没有了，这样的事很少见；亏掉一大块是可能的，它**不保本**。';

function past({ from, to, maxDrawdown }: NonNullable<Product['performance']>): string {
  const span = `${from} 至 ${to}`;
  return maxDrawdown === 0
    ? `${span} 它没有往下跌过（最大回撤 ${percent(maxDrawdown)}）；过去没跌过，不代表以后不会。`
    : `${span} 它跌过，从高点往下最深的一次是 ${percent(maxDrawdown)}；过往业绩不代表未来表现。`;
}

/** What they did not understand, in a few plain words. */
function wordsAskedAfter(query: string): string {
  if (/回撤/.test(query)) return '「回撤」说的就是从高点往下跌了多少。';
  return /跌价/.test(query) ? '「存单跌价」是说它手里的存单一时卖不到原来的价钱。' : '';
}
