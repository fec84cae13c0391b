import type { LocalDate } from '../terms/time.js';
import { daysBetween } from '../terms/time.js';
import { normalize } from './fold.js';
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

const LESS = /不满|不足|没到|没满|还没(有)?/g;

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
    .replace(/(\d)日/g, '$1天')
    // 「第25天赎回」 has been held so many days.
    .replace(/第(\d{1,4}|[一二三四五六七八九十]{1,3})天/g, '$1天');
  const said = nthYear(plain) ?? sinceBought(plain, today) ?? countedSpan(plain, DAYS_PER);
  if (!said) return null;
  const isShort = plain.includes('不到') || WITHIN.test(plain);
  const last = Math.round(said.to) - (isShort ? 1 : 0);
  return { from: Math.min(last, Math.round(said.from)), to: last };
}

/** 「七天内卖」 was held for less than seven. */
const WITHIN = /(天|周|月|年)(以|之)?内[^，。]{0,4}(卖|赎|取|退|出)/;

/** The second year of a contract runs from its first anniversary. */
function nthYear(text: string): NumberRange | null {
  const [, count] = /第([一二三四五六七八九十]|\d{1,2})(?:个)?年/.exec(text) ?? [];
  const nth = count === undefined ? null : readSpokenNumber(count);
  return nth && { from: (nth.from - 1) * YEAR, to: nth.from * YEAR - 1 };
}

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
