import type { Horizon } from '../../../language/spoken-horizon.js';
import { SPOKEN_NUMBER, readSpokenNumber } from '../../../language/spoken-number.js';

/** 年龄: how old somebody is says no time to wait; how old they will be when the money is used does. */

const AGE = new RegExp(
  `(?:今年|现在|目前|刚|才|都|已经|快)*\\s*(?:(?<=今年\\s*)(${SPOKEN_NUMBER})(?=[，,。了]|$)|(${SPOKEN_NUMBER})\\s*(?:岁|周岁|(?=退休)))`,
  'g',
);
const THEN = /(到|等|满|长到|待)(他|她|孩子|娃|那时|女儿|儿子)*$/;
const THEN_AFTER = /^(了|时|的时候|以后|之后|那年|再|才|上|读|念|用|要用|退休|结婚|出国)/;

/** Folded words without ages, which would be read as years. */
export const withoutAges = (folded: string): string => folded.replace(AGE, '');

/** 「今年8岁，18岁上大学用」: ten years; null where only one age, or no later one, is said. */
export function horizonOfAges(folded: string): Horizon | null {
  const ages = [...folded.matchAll(AGE)].map((match) => ({
    years: readSpokenNumber(match[1] ?? match[2] ?? '')?.from ?? 0,
    isThen:
      THEN.test(folded.slice(0, match.index)) ||
      THEN_AFTER.test(folded.slice(match.index + match[0].length)),
  }));
  const now = ages.find(({ isThen }) => !isThen);
  const then = ages.find(({ isThen }) => isThen);
  if (!now || !then || then.years <= now.years) return null;
  const months = (then.years - now.years) * 12;
  return { from: months, to: months };
}
