import type { LocalDate } from '../../terms/time.js';
import { addDays, addMonths } from '../../terms/time.js';

/** 测评次数: at most so many a day and in 12 months (金融机构产品适当性管理办法 art. 29 [T2]). */
export const MAX_A_DAY = 2;
export const MAX_IN_A_YEAR = 8;
export const WINDOW_MONTHS = 12;

/** How many more assessments may be taken on a day, by each limit. */
export interface Chances {
  readonly day: number;
  readonly year: number;
}

/** `attempts`: the days of assessments taken so far, in any order. */
export function chancesOn(attempts: readonly LocalDate[], day: LocalDate): Chances {
  const onDay = attempts.filter((one) => one === day).length;
  const inWindow = attempts.filter((one) => one <= day && addMonths(one, WINDOW_MONTHS) > day);
  return {
    day: Math.max(0, MAX_A_DAY - onDay),
    year: Math.max(0, MAX_IN_A_YEAR - inWindow.length),
  };
}

export const mayAssess = (attempts: readonly LocalDate[], day: LocalDate): boolean => {
  const { day: today, year } = chancesOn(attempts, day);
  return today > 0 && year > 0;
};

/** 下次可测: the first day on which another may be taken; `today` itself where one is left. */
export function nextChance(attempts: readonly LocalDate[], today: LocalDate): LocalDate {
  if (mayAssess(attempts, today)) return today;
  // A chance comes back overnight, or when an old assessment leaves the 12 months.
  const days = [addDays(today, 1), ...attempts.map((one) => addMonths(one, WINDOW_MONTHS))];
  const next = days.filter((day) => day > today && mayAssess(attempts, day)).sort()[0];
  if (next === undefined) throw new Error('no day allows another assessment');
  return next;
}
