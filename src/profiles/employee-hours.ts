import type { WorkingHours } from '../advice/routing/working-hours.js';

const SPAN = /(\d{1,2})[:：](\d{2})\s*(?:[-–—~～至到]|to)\s*(\d{1,2})[:：](\d{2})/g;

const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5];
const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const NAMES: readonly RegExp[] = [
  /周一|星期一|mon/i,
  /周二|星期二|tue/i,
  /周三|星期三|wed/i,
  /周四|星期四|thu/i,
  /周五|星期五|fri/i,
  /周六|星期六|sat/i,
  /周日|周天|星期日|星期天|sun/i,
];

/**
 * The hours an institution wrote into an employee's row, as 「周一至周五 9:00-11:30, 13:00-18:00」 or
 * 「Mon-Fri 09:00-17:30」; without days the working days. Null: no times can be read from it, and the
 * institution's own hold.
 */
export function employeeHours(written: string | null): WorkingHours | null {
  if (written === null) return null;
  const spans = [...written.matchAll(SPAN)]
    .map(([, fromHour, fromMinute, toHour, toMinute]) => ({
      from: `${fromHour!.padStart(2, '0')}:${fromMinute}`,
      to: `${toHour!.padStart(2, '0')}:${toMinute}`,
    }))
    .filter(({ from, to }) => from < to && isClock(from) && isClock(to));
  return spans.length === 0 ? null : { weekdays: weekdaysIn(written.replace(SPAN, ' ')), spans };
}

const isClock = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);

function weekdaysIn(written: string): readonly number[] {
  if (/每天|每日|全年|daily|every ?day/i.test(written)) return EVERY_DAY;
  const named = NAMES.flatMap((name, at) => {
    const place = written.search(name);
    return place < 0 ? [] : [{ day: at + 1, place }];
  }).sort((a, b) => a.place - b.place);
  const [first, second] = named;
  if (!first) return WORKDAYS;
  if (named.length !== 2 || !second || !isRange(written, first.place, second.place)) {
    return named.map(({ day }) => day).sort();
  }
  return EVERY_DAY.filter((day) =>
    first.day <= second.day
      ? first.day <= day && day <= second.day
      : day >= first.day || day <= second.day,
  );
}

const isRange = (written: string, from: number, to: number): boolean =>
  /[-–—~～至到]|to/.test(written.slice(from, to));
