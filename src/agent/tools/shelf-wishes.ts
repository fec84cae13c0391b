import { normalize } from '../../language/fold.js';
import { countedSpan } from '../../language/spoken-horizon.js';
import { spokenMoney } from '../../language/spoken-money.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';

/** 怎么取、多贵、多少起: what customers want of a product besides kind and grade, by the figures of its row. */
export interface ShelfWish {
  /** Named back before the kind: 「随时能赎回的」. */
  readonly name: string;
  matches(product: Product): boolean;
  /** What the list is ordered by, least first; absent: the master's order. */
  readonly least?: (product: Product) => Fact;
  /** Figures that its name says; absent: none that are ours. */
  readonly facts?: readonly Fact[];
  /** The same, most first; the row shows the figure by itself. */
  readonly most?: (product: Product) => number;
}

const CHEAPEST = /(费用?率?|管理费|手续费|成本)(是|都)?(最|比较|更)(低|便宜|少)|最(便宜|省钱|省费)/;
/** 「利率最高的是哪款」: only what names a rate has one. */
const HIGHEST_RATE = /(利率|利息)(是|现在|目前)?最(高|多)|最高(的)?(是)?(存款)?(利率|利息)/;
const LOWEST_MINIMUM = /(起点|门槛|起投|起购|起存|金额)(是)?(最|比较|更)?低/;
/** 「一块钱起投的」 「一百块就能买的」: bound by what one must put in at least. */
const WITHIN_MINIMUM =
  /(块钱?|元|万|千|百)(以内|以下)?(就|都)?(能|可以)?(起投|起购|起存|起买|就能买|能买|起(?!来|码|初|因))/;
const AT_CALL =
  /随时.{0,3}(取|用|赎|拿|卖|支取|提)|活期(一样|似的|那样|那种)|(取|用|存取).{0,2}(灵活|方便)|灵活(取|存|支取|的|一点|申赎)|(不|没有?)(锁定?|封闭)|到账(最|比较)?快/;
const FREE_AFTER = /(以?内|左右|后|就)?.{0,3}(能|可以|可).{0,2}(取|用|拿|赎|卖)|到期/;
const OF_TERM = /(天|月|年|季)期?(的|左右的)/;
const SPAN_WORDS = /(\d+|[一二两三四五六七八九十半]+)\s*个?(年半?|月|季度|周|天)/;

/** Longer or shorter by no more than this is still 「一个月左右」. */
const ABOUT = 0.3;
const DAYS_PER = { 年: 365, 个月: 30, 月: 30, 季度: 91, 周: 7, 天: 1 };

/** The wish that folded words name; null: none. */
export function shelfWish(text: string): ShelfWish | null {
  if (CHEAPEST.test(text)) {
    return { name: '持有费率从低到高的', matches: (one) => costOf(one) > 0, least: yearlyCost };
  }
  if (HIGHEST_RATE.test(text)) {
    return {
      name: '写明利率、按年利率从高到低的',
      matches: ({ interestRate }) => interestRate !== null,
      most: ({ interestRate }) => interestRate ?? 0,
    };
  }
  if (LOWEST_MINIMUM.test(text)) {
    return { name: '起点从低到高的', matches: () => true, least: minimum };
  }
  const [sum] = WITHIN_MINIMUM.test(text) ? spokenMoney(text) : [];
  if (sum) {
    const said = normalize(text).text.slice(sum.start, sum.end);
    return { name: `${said}起的`, matches: startsWithin(sum.to), least: grade };
  }
  if (AT_CALL.test(text)) {
    return {
      name: '不锁定、赎回一个工作日到账的',
      matches: isAtCall,
      least: grade,
      facts: [{ value: 1, unit: 'day', label: '赎回到账' }],
    };
  }
  return spanWish(text);
}

/** 「一个月左右能取」 is bound no longer; 「半年期的」 is bound about so long. Named back as it was said. */
function spanWish(text: string): ShelfWish | null {
  const span = countedSpan(text, DAYS_PER);
  const said = SPAN_WORDS.exec(text)?.[0];
  if (!span || !said) return null;
  const days = (span.from + span.to) / 2;
  if (FREE_AFTER.test(text)) {
    return { name: `${said}能取出来的`, matches: isFreeIn(days), least: grade };
  }
  return OF_TERM.test(text)
    ? { name: `${said}左右的`, matches: isOfTerm(days), least: grade }
    : null;
}

/** Days for which the money is bound; null: it is no place to take it out of again. */
function boundDays({ regime, lockDays, termYears, settlementDays }: Product): number | null {
  if (regime === 'NFRA_INSURANCE') return null;
  const days = Math.max(lockDays, DAYS_PER.年 * (termYears ?? 0));
  return days === 0 && settlementDays === null ? null : days;
}

const isAtCall = (product: Product): boolean =>
  boundDays(product) === 0 && product.settlementDays === 1;

const isFreeIn =
  (days: number) =>
  (product: Product): boolean =>
    (boundDays(product) ?? Infinity) <= days * (1 + ABOUT);

const isOfTerm =
  (days: number) =>
  (product: Product): boolean =>
    Math.abs((boundDays(product) ?? Infinity) - days) <= days * ABOUT;

const startsWithin =
  (yuan: number) =>
  ({ minAmount }: Product): boolean =>
    minAmount <= yuan;

const YEARLY: readonly string[] = ['management', 'custody', 'sales_service', 'advisory'];

/** Ratio that the first year of holding costs, whatever is charged at the door. */
const costOf = ({ fees }: Product): number =>
  fees
    .filter(({ kind, fromDays = 0 }) => YEARLY.includes(kind) && fromDays === 0)
    .reduce((sum, { rate = 0 }) => sum + rate, 0);

const yearlyCost = (product: Product): Fact => ({
  value: Number((costOf(product) * 100).toFixed(4)),
  unit: '%',
  label: '每年持有费率',
});

/** How safe comes before how soon. */
const grade = (product: Product): Fact => ({
  value: effectiveRiskLevel(product) ?? 0,
  unit: 'count',
  label: '风险等级',
});

const minimum = ({ minAmount }: Product): Fact => ({
  value: minAmount,
  unit: 'yuan',
  label: '起点金额',
});
