import type { HolidayDay } from '../terms/settlement.js';
import type { LocalDate } from '../terms/time.js';
import { addDays } from '../terms/time.js';
import { COUNTED, countedNumber } from './spoken-time.js';

/** 说的日子: the days that words name, seen from today. */

export interface SpokenDay {
  readonly day: LocalDate | HolidayDay;
  /** Where it stands in the normalized text without spaces. */
  readonly at: number;
}

/** Which way a bare 「周五」 「20 号」 points: the last one, or the next; today is both. */
export type Tense = 'past' | 'future';

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/大前[天儿]/g, -3],
  [/(?<!大)前[天儿](?!后)/g, -2],
  [/昨[天晚儿日夜]/g, -1],
  [/今[天晚儿日早夜]|刚才|刚刚|刚(?=[点提卖买赎操])|现在|这会儿|马上|立刻/g, 0],
  [/明[天早儿日晚]/g, 1],
  [/(?<!大)后[天儿]/g, 2],
  [/大后[天儿]/g, 3],
];

/** Days named in a sentence, in their order. */
export function spokenDays(text: string, today: LocalDate, tense: Tense): readonly SpokenDay[] {
  const relative = RELATIVE.flatMap(([words, days]) =>
    [...text.matchAll(words)].map(({ index }) => ({ day: addDays(today, days), at: index })),
  );
  return [
    ...relative,
    ...weekdays(text, today, tense),
    ...dates(text, today, tense),
    ...holidays(text),
  ].sort((a, b) => a.at - b.at);
}

const WEEKDAY =
  /(?<which>上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)(?<name>[一二三四五六日天末])(?![年月次份])/g;
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };

/** Weeks begin on Monday; a weekend is known by its Saturday. */
function weekdays(text: string, today: LocalDate, tense: Tense): readonly SpokenDay[] {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return [...text.matchAll(WEEKDAY)].map(({ index, groups = {} }) => {
    const at = '一二三四五六日天末'.indexOf(groups['name'] ?? '');
    const wanted = at === 8 ? 5 : Math.min(at, 6);
    const away = wanted - sinceMonday;
    const week = WEEKS[groups['which'] ?? ''] ?? nearestWeek(away, tense);
    return { day: addDays(today, away + 7 * week), at: index };
  });
}

const nearestWeek = (away: number, tense: Tense): number =>
  tense === 'past' ? (away > 0 ? -1 : 0) : away < 0 ? 1 : 0;

const DATE = new RegExp(
  `(?<![\\d第])(?:(?<month>${COUNTED}|上个|这个|本|下个)月)?(?<day>${COUNTED})[号日](?![线楼店均历])`,
  'g',
);
const MONTHS: Readonly<Record<string, number>> = { 上个: -1, 这个: 0, 本: 0, 下个: 1 };

function dates(text: string, today: LocalDate, tense: Tense): readonly SpokenDay[] {
  return [...text.matchAll(DATE)].flatMap(({ index, groups = {} }) => {
    const day = countedNumber(groups['day'] ?? '');
    const date = day === null ? null : dateOf(groups['month'], day, today, tense);
    return date === null ? [] : [{ day: date, at: index }];
  });
}

/** 「20 号」 is of this month or the nearest one; 「9 月 30 日」 is of this year unless that is too far off. */
function dateOf(
  month: string | undefined,
  day: number,
  today: LocalDate,
  tense: Tense,
): LocalDate | null {
  const [year = 0, thisMonth = 0] = today.split('-').map(Number);
  const step = tense === 'past' ? -1 : 1;
  const isWrongWay = (date: LocalDate | null) =>
    date !== null && (tense === 'past' ? date > today : date < today);
  const relative = MONTHS[month ?? ''];
  if (relative !== undefined) return calendarDay(year, thisMonth + relative, day);
  if (month === undefined) {
    const own = calendarDay(year, thisMonth, day);
    return own === null || isWrongWay(own) ? calendarDay(year, thisMonth + step, day) : own;
  }
  const named = countedNumber(month);
  if (named === null) return null;
  const own = calendarDay(year, named, day);
  return tense === 'past' && isWrongWay(own) ? calendarDay(year - 1, named, day) : own;
}

/** Months below 1 and above 12 are of the years beside; null: the month has no such day. */
function calendarDay(year: number, month: number, day: number): LocalDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

const HOLIDAY =
  /(?<name>元旦|春节|过年|清明|五一|劳动节|端午|中秋|国庆|十一(?=节|长假|放假|假期|前|期间)|节|长假|放假|假期)节?(?:长假|放假|假期)?(?<at>前|之前|以前|期间|里|中|当天)/g;
const HOLIDAY_NAMES: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春节',
  过年: '春节',
  清明: '清明节',
  五一: '劳动节',
  劳动节: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  十一: '国庆节',
};

/** 「国庆前一天」; 「节前」 is the next one's. */
const holidays = (text: string): readonly SpokenDay[] =>
  [...text.matchAll(HOLIDAY)].map(({ index, groups = {} }) => ({
    day: {
      holiday: HOLIDAY_NAMES[groups['name'] ?? ''] ?? '',
      at: /前/.test(groups['at'] ?? '') ? ('eve' as const) : ('during' as const),
    },
    at: index,
  }));
