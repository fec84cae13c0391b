import type { LocalDate } from '../terms/time.js';
import { weekdayOf } from '../terms/time.js';

/** The one formatter of figures and dates (screens.md §9): how numbers read to a customer. */

const MINUS = '−';

/** Up to `digits` decimals, trailing zeros dropped, thousands separated. */
function plain(value: number, digits: number): string {
  const text = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: digits });
  return value < 0 ? `${MINUS}${text}` : text;
}

/** Ratio 0.015 → `1.50%`. */
export const percent = (ratio: number): string => {
  const text = `${(Math.abs(ratio) * 100).toFixed(2)}%`;
  return ratio < 0 ? `${MINUS}${text}` : text;
};

/** The same with an explicit sign, for gains and losses. */
export const signedPercent = (ratio: number): string =>
  ratio > 0 ? `+${percent(ratio)}` : percent(ratio);

/** Yuan: `10 元`, `8,500 元`, `30 万元`, `1.5 亿元`; whole 万 only, so that no digit is lost. */
export function yuan(amount: number): string {
  if (amount >= 100_000_000 && amount % 1_000_000 === 0)
    return `${plain(amount / 100_000_000, 2)} 亿元`;
  if (amount >= 10_000 && amount % 1_000 === 0) return `${plain(amount / 10_000, 1)} 万元`;
  return `${plain(amount, 2)} 元`;
}

/** In digits, so that a working can be followed: `10,000 元`, not `1 万元`. */
export const exactYuan = (amount: number): string => `${plain(amount, 2)} 元`;

export const workingDays = (days: number): string => (days === 0 ? '当天' : `${days} 个工作日`);

/** A holding period: whole years are said beside their days (`1095 日（3 年）`). */
export const holding = (days: number): string =>
  days > 0 && days % 365 === 0 ? `${days} 日（${days / 365} 年）` : `${days} 日`;

/** A name before Chinese words: Latin letters and figures keep their distance (`安鑫纯债债券 A 的`). */
export const spaced = (name: string): string => (/[A-Za-z0-9]$/.test(name) ? `${name} ` : name);

/** Days of holding: `[0, 7)` → `不满 7 日`, `[7, 30)` → `满 7 日不满 30 日`, `[30, ∞)` → `满 30 日`. */
export function holdingSpan(fromDays: number, toDays: number | null): string {
  if (fromDays === 0 && toDays === null) return '不论持有多久';
  if (toDays === null) return `满 ${fromDays} 日`;
  return fromDays === 0 ? `不满 ${toDays} 日` : `满 ${fromDays} 日不满 ${toDays} 日`;
}

/** A day that may lie in another year: `2027-11-25` → `2027 年 11 月 25 日`. */
export function fullDay(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** A month: `2008-01` → `2008 年 1 月`. */
export const monthInChat = (month: string): string =>
  `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5, 7))} 月`;

/** A day as it is said in a conversation: `2026-12-11` → `12 月 11 日（周五）`. */
export function dayInChat(date: LocalDate): string {
  const [, month, day] = date.split('-').map(Number);
  const weekday = WEEKDAYS[weekdayOf(date)];
  return `${month} 月 ${day} 日（${weekday}）`;
}

/** The same as something said: `约 43.2%`, but `不到 0.1%` by itself. */
export const aboutLikely = (ratio: number): string => {
  const said = likelihood(ratio);
  return /^[\d.]+%$/.test(said) ? `约 ${said}` : said;
};

/** Its interval: `区间 40.1% 至 46.2%`; empty where both ends read the same. */
export const likelyBetween = (low: number, high: number): string =>
  likelihood(low) === likelihood(high) ? '' : `，区间 ${likelihood(low)} 至 ${likelihood(high)}`;

/** A probability from a simulation, which knows neither never nor always: `43.2%`, `不到 0.1%`. */
export function likelihood(ratio: number): string {
  if (ratio < 0.001) return '不到 0.1%';
  return ratio > 0.999 ? '99.9% 以上' : `${Math.round(ratio * 1000) / 10}%`;
}
