/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A calendar day in the institution's time zone (Asia/Shanghai), `YYYY-MM-DD`. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
/** China has kept UTC+8 without daylight saving since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export const toLocalDate = (at: Instant): LocalDate =>
  new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** `HH:MM`, 24 hours, Asia/Shanghai. */
export const toLocalTime = (at: Instant): string =>
  new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);

export const toIso = (at: Instant): string => new Date(at).toISOString();

/** Its midnight in Shanghai. */
export const startOfDay = (date: LocalDate): Instant => Date.parse(`${date}T00:00:00+08:00`);

/** Adds whole days; `days` may be negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 (Sunday) to 6. */
export const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Whole days from one date to a later one; negative where it is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Adds calendar months; a day that the month lacks becomes its last day (29 Feb + 12 → 28 Feb). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0));
  target.setUTCDate(Math.min(day, last.getUTCDate()));
  return target.toISOString().slice(0, 10);
}

export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A day (its midnight) or ISO 8601 moment as an instant; without an offset it is Asia/Shanghai. */
export function readInstant(text: string): Instant | null {
  const [, day, time = '00:00', seconds = ':00', offset = '+08:00'] = MOMENT.exec(text) ?? [];
  if (day === undefined || !isLocalDate(day)) return null;
  const at = Date.parse(`${day}T${time}${seconds}${offset}`);
  return Number.isNaN(at) ? null : at;
}
