import type { CallbackSlot } from '../terms/statement.js';
import type { Instant, LocalDate } from '../terms/time.js';
import { addDays, toLocalDate, toLocalTime } from '../terms/time.js';

/** 服务时间: office hours by ISO weekday (1 = Monday), `HH:MM` in Asia/Shanghai. */
export interface OfficeHours {
  readonly weekdays: readonly number[];
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** ISO weekday of a calendar day: 1 Monday … 7 Sunday. */
const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

export function isOpen(hours: OfficeHours, now: Instant): boolean {
  const time = toLocalTime(now);
  return (
    hours.weekdays.includes(weekdayOf(toLocalDate(now))) &&
    hours.spans.some(({ from, to }) => from <= time && time < to)
  );
}

/**
 * The next `count` callback windows that have not begun, soonest first. Public holidays are not
 * known here; a person confirms the time when calling.
 */
export function callbackSlots(
  hours: OfficeHours,
  now: Instant,
  count = 3,
): readonly CallbackSlot[] {
  const slots: CallbackSlot[] = [];
  const today = toLocalDate(now);
  for (let ahead = 0; ahead < 14 && slots.length < count; ahead += 1) {
    const date = addDays(today, ahead);
    if (!hours.weekdays.includes(weekdayOf(date))) continue;
    for (const { from, to } of hours.spans) {
      if (ahead === 0 && from <= toLocalTime(now)) continue;
      slots.push({ id: `${date}T${from}`, label: slotLabel(date, from, to) });
    }
  }
  return slots.slice(0, count);
}

function slotLabel(date: LocalDate, from: string, to: string): string {
  const [, month, day] = date.split('-').map(Number);
  const weekday = WEEKDAY_NAMES[weekdayOf(date) % 7];
  return `${month} 月 ${day} 日（${weekday}）${from}–${to}`;
}
