import type { House } from '../../advice/routing/filters.js';
import { isAtWork, workSpans } from '../../advice/routing/working-hours.js';
import type { CallbackSlot } from '../../terms/statement.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { addDays, toLocalDate, toLocalTime } from '../../terms/time.js';

const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** 服务时间: whether anybody is at work now; a lunch break and a public holiday count. */
export const isOpen = ({ hours, holidays }: House, now: Instant): boolean =>
  isAtWork(hours, holidays, now);

/** So far ahead a call is still worth booking: beyond the longest holiday. */
const DAYS_AHEAD = 14;

/** The next `count` callback windows that have not begun, soonest first. */
export function callbackSlots(
  { hours, holidays }: House,
  now: Instant,
  count = 3,
): readonly CallbackSlot[] {
  const today = toLocalDate(now);
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead));
  return days
    .flatMap((date) => workSpans(hours, holidays, date).map((span) => ({ date, ...span })))
    .filter(({ date, from }) => date > today || from > toLocalTime(now))
    .slice(0, count)
    .map(({ date, from, to }) => ({ id: `${date}T${from}`, label: slotLabel(date, from, to) }));
}

function slotLabel(date: LocalDate, from: string, to: string): string {
  const [, month, day] = date.split('-').map(Number);
  const weekday = WEEKDAY_NAMES[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${month} 月 ${day} 日（${weekday}）${from}–${to}`;
}
