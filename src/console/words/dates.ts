import type { Language } from './words.js';

const ZONE = 'Asia/Shanghai';

/** `2026-11-20`, in the institution's time. */
export const dayOf = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(iso));

/** `10:52`. */
export const clockOf = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );

/** `2026-11-20 10:52`. */
export const momentOf = (iso: string): string => `${dayOf(iso)} ${clockOf(iso)}`;

/** `3 分钟`, `2 小时`, `5 天`: the largest unit that says enough. */
export function spanOf(ms: number, language: Language): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  const [value, unit] =
    minutes < 60
      ? ([minutes, 'minute'] as const)
      : minutes < 48 * 60
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 1440), 'day'] as const);
  const written = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return written.format(value).replace(/(\d)(\p{Script=Han})/u, '$1 $2');
}

/** Whole days from today, in the institution's time, to `2026-11-20`; 0: today, or gone by. */
export const daysUntil = (day: string, now = Date.now()): number => {
  const today = dayOf(new Date(now).toISOString());
  const ms = Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`);
  return Math.max(0, Math.round(ms / 86_400_000));
};

/** `10:52:07`. */
export const secondOf = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, timeStyle: 'medium' }).format(new Date(iso));
