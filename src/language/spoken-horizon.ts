import { normalize } from './fold.js';
import type { NumberRange } from './spoken-number.js';
import { SPOKEN_NUMBER, loosen, readSpokenNumber } from './spoken-number.js';

/** How long until the money is needed (期限), in months from today. */
export type Horizon = NumberRange;

const MONTHS_PER: Readonly<Record<string, number>> = {
  年: 12,
  个月: 1,
  月: 1,
  季度: 3,
  周: 0.25,
  礼拜: 0.25,
  星期: 0.25,
  天: 1 / 30,
};

const SPAN = new RegExp(
  `(?<before>大概|大约|差不多|将近|接近|不到|至少|好|约)?(?<number>${SPOKEN_NUMBER}|半)(?<after>来|几|多)?\\s*(?:个)?(?<unit>年|月|季度|周|礼拜|星期|天)(?<half>半)?(?<around>左右|上下|以上|以内|多)?`,
  'g',
);

/** Words for a length that is not counted; months as KYI's table has them (portraits.md §4.5). */
const WORDS: readonly (readonly [RegExp, Horizon])[] = [
  [/下下个?(周|礼拜|星期)/, { from: 0.5, to: 0.5 }],
  // 「下周二下午」 is when somebody calls, not when money is used.
  [/下个?(周|礼拜|星期)(?![一二三四五六日天末])/, { from: 0.25, to: 0.25 }],
  [/下下个月/, { from: 2, to: 2 }],
  [/下个?月(?!供|薪)/, { from: 1, to: 1 }],
  [/随时(要|会|可能)?用|说不准哪天|应急/, { from: 0, to: 1 }],
  [/短期|临时放|放一阵/, { from: 1, to: 12 }],
  [/中期/, { from: 12, to: 60 }],
  [/长期|一直放|放着不动|不着急用|很久/, { from: 60, to: 120 }],
];

/**
 * The horizon a sentence names: 「三五年」「半年」「一年半」「明年底」「2030 年」「年底」. Null when it names none.
 * `today` is a local date; a year alone means its end.
 */
export function spokenHorizon(text: string, today: string): Horizon | null {
  const folded = normalize(text).text;
  const said = countedSpan(folded, MONTHS_PER);
  return namedDate(folded, today) ?? (said && months(said)) ?? inWords(folded);
}

/** The first length counted out in folded text, in the measure `per` gives for each unit; null: none. */
export function countedSpan(
  folded: string,
  per: Readonly<Record<string, number>>,
): NumberRange | null {
  for (const match of folded.matchAll(SPAN)) {
    const parts = match.groups ?? {};
    if (!isSpan(match[0], parts, folded[match.index - 1])) continue;
    const number = parts['number'] ?? '';
    const said = number === '半' ? { from: 0.5, to: 0.5 } : readSpokenNumber(number);
    if (said) return spanOf(said, parts, per);
  }
  return null;
}

type Parts = Readonly<Record<string, string | undefined>>;

/** 「第三年」, 「每年」, a month of the calendar and a year's own number count no span. */
function isSpan(whole: string, { unit, number = '' }: Parts, previous = ''): boolean {
  if (/[第每a-z0-9.]/.test(previous)) return false;
  if (unit === '月' && !whole.includes('个')) return false;
  return !/^(19|20)\d\d$/.test(number);
}

function spanOf(
  said: NumberRange,
  parts: Parts,
  measures: Readonly<Record<string, number>>,
): NumberRange {
  const more = parts['half'] ? 0.5 : 0;
  const per = measures[parts['unit'] ?? ''] ?? 1;
  const loose = loosen({ from: said.from + more, to: said.to + more }, parts['after'] ?? '');
  const vague = `${parts['before'] ?? ''}${parts['around'] ?? ''}`;
  return loosen({ from: loose.from * per, to: loose.to * per }, vague);
}

const inWords = (folded: string): Horizon | null =>
  WORDS.find(([word]) => word.test(folded))?.[1] ?? null;

const RELATIVE_YEARS: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 后年: 2, 大后年: 3 };
const DATE =
  /(?<year>大后年|今年|明年|后年|20\d\d\s*年)\s*(?<part>年?底|末|年?初|上半年|下半年|春节|(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月)?|(?<bare>年底|年末|过年|春节前)/;

function namedDate(folded: string, today: string): Horizon | null {
  const match = DATE.exec(folded);
  if (!match) return null;
  const { year = '今年', part = '', month, bare } = match.groups ?? {};
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  const target =
    RELATIVE_YEARS[year] !== undefined
      ? thisYear + (RELATIVE_YEARS[year] ?? 0)
      : Number.parseInt(year);
  const at = month ? (readSpokenNumber(month)?.from ?? 12) : monthOf(bare ? '底' : part);
  const away = (target - thisYear) * 12 + at - thisMonth;
  return away < 0 ? null : { from: away, to: away };
}

function monthOf(part: string): number {
  if (/初|春节/.test(part)) return 2;
  return /上半年/.test(part) ? 6 : 12;
}

const months = ({ from, to }: NumberRange): Horizon => ({ from: rounded(from), to: rounded(to) });

/** Under a month weeks and days are told apart. */
const rounded = (value: number): number => {
  const parts = value < 1 ? 100 : 10;
  return Math.round(value * parts) / parts;
};
