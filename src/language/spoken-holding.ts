import type { LocalDate } from '../terms/time.js';
import { daysBetween } from '../terms/time.js';
import { normalize } from './fold.js';
import { spokenDays } from './spoken-days.js';
import { countedSpan } from './spoken-horizon.js';
import type { NumberRange } from './spoken-number.js';
import { readSpokenNumber } from './spoken-number.js';

/** 持有时间: how long something has been or will be held, in whole days. */

const YEAR = 365;
const DAYS_PER: Readonly<Record<string, number>> = {
  年: YEAR,
  个月: 30,
  月: 30,
  季度: 91,
  周: 7,
  天: 1,
};

const LESS = /不满|不足|没到|没满|未满|还没(有)?/g;
/** 「十万一年」 is a sum and a time. */
const AFTER_A_SUM = /(?<=[万千百])(?=[一二两三四五六七八九十半]+个?(年|月|季|周|天))/g;
/** 「头三年」 「前五年」 */
const FIRST_YEARS = /(?:头|(?<![以之])前)([二两三四五六七八九十\d]{1,2})年/g;
/** The first year of a contract, in other words. */
const FIRST_YEAR = /(头|首)(一)?年/g;

/**
 * 「放 20 天」「拿了一年多」「第二年退」「去年 3 月买的」「23 年买的」. Days from and to; null when no time is named.
 * `today` is a local date; a month or year of buying leaves as many days open as it has.
 */
export function spokenHolding(text: string, today: LocalDate): NumberRange | null {
  const folded = normalize(text)
    .text.replace(/\s/g, '')
    .replace(/星期|礼拜/g, '周');
  const plain = folded
    .replace(LESS, '不到')
    .replace(FIRST_YEAR, '第一年')
    .replace(AFTER_A_SUM, '，')
    .replace(FIRST_YEARS, '$1年之内')
    .replace(/(\d)日/g, '$1天')
    // 「第25天赎回」 has been held so many days.
    .replace(/第(\d{1,4}|[一二三四五六七八九十]{1,3})天/g, '$1天');
  const between = heldBetween(plain);
  if (between) return between;
  const said =
    nthYear(plain) ??
    sinceDay(folded, today) ??
    sinceBought(plain, today) ??
    countedSpan(plain, DAYS_PER);
  if (!said) return null;
  const isShort = plain.includes('不到') || WITHIN.test(plain);
  const last = Math.round(said.to) - (isShort ? 1 : 0);
  const isAnyLess = isShort && !OWN_SHORT.test(plain);
  return { from: isAnyLess ? 0 : Math.min(last, Math.round(said.from)), to: last };
}

/** 「拿了不到一年」 is nearly so long; 「不到一年卖」 is any shorter time. */
const OWN_SHORT = /(拿|放|持有|买|存)了?(才|还|都)?不到/;

/** 「七天内卖」 「三十天之内呢」 was held for anything less; 「三个月以前买的」 is as long ago. */
const WITHIN =
  /(天|周|月|年)((以|之)内|内[^，。]{0,4}(卖|赎|取|退|出|收|扣)|(以|之)前(?![^，。]{0,3}(买|申购|投|存|入)))/;

const LENGTH = '[^，。]{1,6}?(?:天|周|个?月|年)';
const BETWEEN = new RegExp(`满(?<from>${LENGTH})[^，。]{0,3}不到(?<to>${LENGTH})`);

/** 「满 90 天不满 180 天」 names a step of the table. */
function heldBetween(text: string): NumberRange | null {
  const { from = '', to = '' } = BETWEEN.exec(text)?.groups ?? {};
  const [low, high] = [countedSpan(from, DAYS_PER), countedSpan(to, DAYS_PER)];
  return low && high && low.from < high.to
    ? { from: Math.round(low.from), to: Math.round(high.to) - 1 }
    : null;
}

/** The second year of a contract runs from its first anniversary. */
function nthYear(text: string): NumberRange | null {
  const [, count] = /第([一二三四五六七八九十]|\d{1,2})(?:个)?年/.exec(text) ?? [];
  const nth = count === undefined ? null : readSpokenNumber(count);
  return nth && { from: (nth.from - 1) * YEAR, to: nth.from * YEAR - 1 };
}

const BOUGHT_THEN = /^[^，。]{1,10}?(买|申购|认购|投|存|入)(的|了|进|入)/;

/** 「上个月 15 号买的」 */
function sinceDay(text: string, today: LocalDate): NumberRange | null {
  const bought = spokenDays(text, today, 'past').find(({ at }) => BOUGHT_THEN.test(text.slice(at)));
  if (!bought || typeof bought.day !== 'string' || bought.day > today) return null;
  const days = daysBetween(bought.day, today);
  return { from: Math.max(0, days - LATEST_CONFIRMED), to: Math.max(0, days - 1) };
}

/** Held since it was confirmed: on the next trading day, which a long holiday puts off. */
const LATEST_CONFIRMED = 11;

const BOUGHT =
  /(?<year>(?:20)?[12]\d年|今年|去年|前年|大前年)(?:(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月份?)?[^，。]{0,4}(?:买|入|投|存|申购|进)/;
const YEARS_AGO: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2, 大前年: 3 };

function sinceBought(text: string, today: LocalDate): NumberRange | null {
  const { year, month } = BOUGHT.exec(text)?.groups ?? {};
  if (!year) return null;
  const ago = YEARS_AGO[year];
  const digits = year.replace('年', '').slice(-2);
  const at = ago === undefined ? `20${digits}` : String(Number(today.slice(0, 4)) - ago);
  const named = month === undefined ? null : (readSpokenNumber(month)?.from ?? null);
  const [first, last] =
    named === null
      ? [`${at}-01-01`, `${at}-12-31`]
      : [`${at}-${pad(named)}-01`, `${at}-${pad(named)}-28`];
  if (first > today) return null;
  return { from: Math.max(0, daysBetween(last, today)), to: daysBetween(first, today) };
}

const pad = (month: number): string => String(month).padStart(2, '0');
