import type { Most, PortfolioReview, Position } from '../../terms/portfolio.js';

/** 「哪只亏得最多」: which of the held a question singles out, and by what. */

const WHICH = /哪(一)?(只|个|支|款|几只)|(什么|啥)(基金|理财|产品)?(?=.{0,4}最)/;
/** 「哪个多」 「哪只亏得厉害」 single one out without a 「最」. */
const MOST = /最|更|比较|(多|大|重|狠|惨|厉害|严重)(一点|一些|些)?(了|的|呢|啊|呀)?[？?。]*$/;
const BY: readonly (readonly [Most['by'], RegExp])[] = [
  ['risk', /风险|等级|危险|吓人|激进/],
  ['loss', /亏|跌|赔|绿|惨/],
  ['gain', /赚|涨|挣|盈|收益/],
  ['value', /占|多|大|重/],
];

/** Null: no one of them is asked for. */
export function mostIn(query: string, { positions }: PortfolioReview): Most | null {
  if (!WHICH.test(query) || !MOST.test(query) || /少|小|低/.test(query)) return null;
  const [by] = BY.find(([, words]) => words.test(query)) ?? [];
  if (by === undefined) return null;
  // Of equals the greater one weighs more.
  const [first] = [...positions].sort((a, b) => ranked(by, b) - ranked(by, a) || b.value - a.value);
  return first ? { product: first.product, by } : null;
}

/** What has no price neither gained nor lost. */
function ranked(by: Most['by'], { value, profit, riskLevel }: Position): number {
  if (by === 'value') return value;
  if (by === 'risk') return riskLevel ?? 0;
  if (profit === null) return -Infinity;
  return by === 'loss' ? -profit : profit;
}
