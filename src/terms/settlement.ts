import type { Product } from './product.js';
import type { LocalDate } from './time.js';
import { addDays } from './time.js';
import type { TradingCalendar } from './trading-calendar.js';
import { tradingDayBefore, tradingDayFrom, tradingDaysAfter } from './trading-calendar.js';

/** 受理、确认、到账: which day an order counts for, and on which days what follows. */

export type Deal = 'sell' | 'buy';

/** Before or after the cut-off; null: not said. */
export type PartOfDay = 'before' | 'after' | null;

/** The last trading day before a holiday, or a day within it; `name` is empty for the next one. */
export interface HolidayDay {
  readonly holiday: string;
  readonly at: 'eve' | 'during';
}

/** 提交: when an order was or will be handed in. */
export interface Submission {
  readonly day: LocalDate | HolidayDay;
  readonly part: PartOfDay;
}

/** How fast a product is, in trading days. */
export interface Pace {
  /** From acceptance (T) to confirmation. */
  readonly confirmDays: number;
  /** Until money of a redemption is there, at latest; null: not said, or there is no redemption. */
  readonly arrivalDays: number | null;
  readonly arrivalFrom: 'acceptance' | 'confirmation';
}

const SLOW_TO_CONFIRM = ['qdii', 'fof'];
const PAID_FROM_ACCEPTANCE = ['money', 'cash_management'];

/**
 * Funds are confirmed on T+1; those that invest abroad or in other funds on T+2 (handbook 2026, 基金交易).
 * Money funds and cash management pay ordinary redemptions a number of days after acceptance, the others
 * after confirmation (product cards).
 */
export const paceOf = (
  type: string | null,
  settlementDays: Product['settlementDays'] = null,
): Pace => ({
  confirmDays: type !== null && SLOW_TO_CONFIRM.includes(type) ? 2 : 1,
  arrivalDays: settlementDays,
  arrivalFrom: type !== null && PAID_FROM_ACCEPTANCE.includes(type) ? 'acceptance' : 'confirmation',
});

/** Null from the first day on that lies beyond the calendar. */
export interface Schedule {
  /** 受理日 (T). */
  readonly accepted: LocalDate | null;
  /** 确认日; of a money fund bought, the first day with yield. */
  readonly confirmed: LocalDate | null;
  /** 到账日, at latest. */
  readonly arrival: LocalDate | null;
}

/** The days that follow from an order handed in on `day`, before the cut-off or not. */
export function scheduleOf(
  calendar: TradingCalendar,
  pace: Pace,
  day: LocalDate,
  part: 'before' | 'after',
): Schedule {
  const accepted = tradingDayFrom(calendar, part === 'after' ? addDays(day, 1) : day);
  const later = (from: LocalDate | null, days: number | null) =>
    from === null || days === null ? null : tradingDaysAfter(calendar, from, days);
  const confirmed = later(accepted, pace.confirmDays);
  const start = pace.arrivalFrom === 'acceptance' ? accepted : confirmed;
  return { accepted, confirmed, arrival: later(start, pace.arrivalDays) };
}

/** Both where the time of day decides and was not said: handed in before the cut-off, and after it. */
export function schedulesOf(
  calendar: TradingCalendar,
  pace: Pace,
  day: LocalDate,
  part: PartOfDay,
): readonly [Schedule, ...Schedule[]] {
  const before = scheduleOf(calendar, pace, day, 'before');
  const after = scheduleOf(calendar, pace, day, 'after');
  if (part !== null) return [part === 'before' ? before : after];
  return before.accepted === after.accepted ? [before] : [before, after];
}

/** What was reckoned for one order. */
export interface Reckoning {
  readonly deal: Deal;
  readonly type: string | null;
  readonly pace: Pace;
  readonly submitted: LocalDate;
  /** Two where the time of day decides and was not said. */
  readonly schedules: readonly [Schedule, ...Schedule[]];
  readonly cutOff: string;
  /** A holiday whose next days are not in the calendar, so that the last one's serve; null: none is. */
  readonly example: string | null;
  /** Last day the calendar reaches to. */
  readonly known: LocalDate;
}

/** The day a holiday's eve, or the holiday, stands for. */
export interface NamedDay {
  readonly day: LocalDate;
  /** The holiday that comes is not in the calendar: the last one that is serves as an example. */
  readonly isExample: boolean;
}

const NEW_YEAR = '元旦';

/** Null: the calendar knows no such holiday. */
export function namedDay(
  calendar: TradingCalendar,
  { holiday, at }: HolidayDay,
  today: LocalDate,
): NamedDay | null {
  const ofName = calendar.closures.filter(({ name }) => holiday === '' || name === holiday);
  const coming = ofName.find(({ to }) => to >= today);
  const newYear = `${Number(today.slice(0, 4)) + 1}-01-01`;
  // 1 January is a holiday in every year, whether or not its notice is out.
  const isNewYear = !coming && (holiday === NEW_YEAR || holiday === '');
  const first = coming?.from ?? (isNewYear ? newYear : ofName.at(-1)?.from);
  if (first === undefined) return null;
  const day = at === 'eve' ? tradingDayBefore(calendar, first) : first;
  return day === null ? null : { day, isExample: !coming && !isNewYear };
}
