import type { LocalDate } from '../terms/time.js';
import { addDays, addMonths } from '../terms/time.js';
import { countedNumber, unspaced } from './spoken-time.js';

/** 说的区间: a stretch of the past that words name, from the close of one day to that of another. */
export interface SpokenWindow {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** As it was said, e.g. 这个月. */
  readonly label: string;
}

interface Named {
  readonly words: RegExp;
  readonly days: (today: LocalDate) => readonly [from: LocalDate, to: LocalDate];
}

const monthStart = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;
const yearStart = (day: LocalDate): LocalDate => `${day.slice(0, 4)}-01-01`;
/** Monday of the week. */
const weekStart = (day: LocalDate): LocalDate =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
const before = (day: LocalDate): LocalDate => addDays(day, -1);

/** First hit wins, so 上个月 stands before 这个月. */
const NAMED: readonly Named[] = [
  {
    words: /上个?月/,
    days: (today) => {
      const end = before(monthStart(today));
      return [before(monthStart(end)), end];
    },
  },
  {
    words: /上(个?星期|个?礼拜|周)/,
    days: (today) => [addDays(weekStart(today), -8), before(weekStart(today))],
  },
  {
    words: /去年/,
    days: (today) => {
      const end = before(yearStart(today));
      return [before(yearStart(end)), end];
    },
  },
  { words: /[这本]个?月/, days: (today) => [before(monthStart(today)), today] },
  {
    words: /[这本](个?星期|个?礼拜|周)/,
    days: (today) => [before(weekStart(today)), today],
  },
  { words: /今年|年初(到现在|至今)/, days: (today) => [before(yearStart(today)), today] },
  { words: /(最近|近|过去|这)半年/, days: (today) => [addMonths(today, -6), today] },
];

const COUNTED = /(?:最近|近|过去|这)(\d{1,2}|[一二两三四五六七八九十]{1,2})(年|个月|周|个星期)/;

/** The window a sentence names, on a day; null: it names none. */
export function spokenWindow(text: string, today: LocalDate): SpokenWindow | null {
  const said = unspaced(text);
  const counted = COUNTED.exec(said);
  const from = counted && countedBack(counted[1] ?? '', counted[2] ?? '', today);
  if (counted && from) return { from, to: today, label: counted[0] };
  for (const { words, days } of NAMED) {
    const label = words.exec(said)?.[0];
    if (label === undefined) continue;
    const [start, to] = days(today);
    return { from: start, to, label };
  }
  return null;
}

function countedBack(number: string, unit: string, today: LocalDate): LocalDate | null {
  const count = number === '两' ? 2 : countedNumber(number);
  if (count === null || count < 1) return null;
  if (unit === '年') return addMonths(today, -12 * count);
  return unit === '个月' ? addMonths(today, -count) : addDays(today, -7 * count);
}

/** 「三年的呢」 「一年收益多少」: a bare count of years, of what has been. */
const YEARS_OF =
  /^(?:那|它)?([1-5一两二三四五])年(?:期?的?|以?来)(?:呢|收益|业绩|回报|表现|涨|赚|年化|[?？]|$)/;

/** The window over which something is said to have gained: as `spokenWindow`, and a bare count of years. */
export function spokenPast(text: string, today: LocalDate): SpokenWindow | null {
  const named = spokenWindow(text, today);
  const [, count] = YEARS_OF.exec(unspaced(text)) ?? [];
  return named ?? (count === undefined ? null : spokenWindow(`近${count}年`, today));
}
