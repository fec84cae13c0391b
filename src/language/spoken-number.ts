import { HAN_NUMBER, parseHanNumber } from './numerals.js';

/** A number as people say it (口语数目): from..to in units, equal when exact. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

const DIGITS = '一二三四五六七八九';

/** 三五, 两三, 二三十: two digits that are no number together but the ends of a range. */
const PAIR = /([一二两三四五六七八])([二两三四五六七八九])/;

/** Regular source for one spoken number; its scale and measure follow it. */
export const SPOKEN_NUMBER =
  '(?:\\d{1,20}(?:,\\d{3}){0,6}(?:\\.\\d{1,12})?(?:\\s{0,4}(?:-|~|到|至)\\s{0,4}\\d{1,20}(?:\\.\\d{1,12})?)?|' +
  `${HAN_NUMBER}|[几数百千])`;

/**
 * Reads what `SPOKEN_NUMBER` matches: 3 → 3..3, 3-5 → 3..5, 三五 → 3..5, 二三十 → 20..30, 几 → 3..9;
 * null where it is no number.
 */
export function readSpokenNumber(text: string): NumberRange | null {
  const plain = text.replace(/,/g, '');
  const span = /^(\d+(?:\.\d+)?)\s*(?:-|~|到|至)\s*(\d+(?:\.\d+)?)$/.exec(plain);
  if (span) return ordered(Number(span[1]), Number(span[2]));
  if (/^\d/.test(plain)) return exact(Number(plain));
  if (plain === '几' || plain === '数') return { from: 3, to: 9 };
  if (plain === '百') return exact(100);
  if (plain === '千') return exact(1000);
  const pair = PAIR.exec(plain);
  if (pair && digitOf(pair[1]) < digitOf(pair[2])) {
    const low = parseHanNumber(plain.replace(PAIR, '$1'));
    const high = parseHanNumber(plain.replace(PAIR, '$2'));
    return low === null || high === null ? null : ordered(low, high);
  }
  const value = parseHanNumber(plain);
  return value === null ? null : exact(value);
}

const exact = (value: number): NumberRange => ({ from: value, to: value });
const ordered = (a: number, b: number): NumberRange => ({
  from: Math.min(a, b),
  to: Math.max(a, b),
});

const digitOf = (char = ''): number => (char === '两' ? 2 : DIGITS.indexOf(char) + 1);

/** 来, 几, 多, 左右…: how far around a said number the meant one may lie. */
export function loosen({ from, to }: NumberRange, word: string): NumberRange {
  if (/几|多|出头|好几/.test(word)) return { from, to: to + stepOf(to) };
  if (/来|把|上下|左右|大概|大约|差不多|约/.test(word)) return { from: from * 0.9, to: to * 1.1 };
  if (/不到|小|将近|接近|快/.test(word)) return { from: from * 0.9, to };
  return { from, to };
}

/** One unit of the leading digit's place: 20 → 10, 300 → 100. */
const stepOf = (value: number): number => 10 ** Math.max(0, Math.floor(Math.log10(value)));
