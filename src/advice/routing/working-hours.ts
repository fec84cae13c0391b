import type { Instant, LocalDate } from '../../terms/time.js';
import { addDays, readInstant, toLocalDate, toLocalTime } from '../../terms/time.js';
import type { TradingCalendar } from '../../terms/trading-calendar.js';

/** 服务时间: ISO weekdays (1 = Monday) and spans of the day, `HH:MM`; a lunch break lies between two. */
export interface WorkingHours {
  readonly weekdays: readonly number[];
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

/** Public holidays; beyond the days the calendar knows only the weekday counts. */
export type Holidays = Pick<TradingCalendar, 'closures'>;

/** From one end of a day's work to the other; after so many days without any there is none. */
const LONGEST_BREAK_DAYS = 31;

export function isAtWork(hours: WorkingHours, holidays: Holidays, at: Instant): boolean {
  const time = toLocalTime(at);
  return (
    isWorkday(hours, holidays, toLocalDate(at)) &&
    hours.spans.some(({ from, to }) => from <= time && time < to)
  );
}

/**
 * The instant at which so many milliseconds of work will have gone by; null: these hours never come.
 * With 0 it is the next instant at work, `from` itself if it is one.
 */
export function afterWork(
  hours: WorkingHours,
  holidays: Holidays,
  from: Instant,
  ms: number,
): Instant | null {
  let left = ms;
  let quiet = 0;
  for (let day = toLocalDate(from); quiet < LONGEST_BREAK_DAYS; day = addDays(day, 1)) {
    quiet += 1;
    for (const { start, end } of spansOf(hours, holidays, day)) {
      if (end <= from) continue;
      const begin = Math.max(start, from);
      if (left < end - begin) return begin + left;
      left -= end - begin;
      quiet = 0;
    }
  }
  return null;
}

/** The spans of a day that are worked, earliest first; none on a day off. */
export const workSpans = (
  hours: WorkingHours,
  holidays: Holidays,
  day: LocalDate,
): WorkingHours['spans'] =>
  isWorkday(hours, holidays, day)
    ? [...hours.spans].sort((a, b) => (a.from < b.from ? -1 : 1))
    : [];

function spansOf(hours: WorkingHours, holidays: Holidays, day: LocalDate) {
  if (!isWorkday(hours, holidays, day)) return [];
  return hours.spans
    .map(({ from, to }) => ({
      start: readInstant(`${day}T${from}`) ?? 0,
      end: readInstant(`${day}T${to}`) ?? 0,
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

function isWorkday({ weekdays }: WorkingHours, { closures }: Holidays, day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return weekdays.includes(weekday) && !closures.some(({ from, to }) => from <= day && day <= to);
}
