import { fold } from '../language/tokens.js';

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4 },
  ...{ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

const FIGURE =
  /((?<![a-z\d.])\d+(?:\.\d+)?) *([百千万亿]?)|([零〇一二两三四五六七八九十百千]+)([万亿]?)/g;
const GRADE = /(?<![a-z])[cr][1-5](?![0-9a-z])/g;
const CODE = /(?<![a-z])[a-z]{2,}/g;
const SHARE_CLASS = /(?<![a-z])[ac](?= *(?:类|份额))/g;

/** Figures as numbers (五十万 and 50 万 are one), risk grades, codes and share classes of a text. */
export function figuresOf(text: string): ReadonlySet<string> {
  const folded = fold(text);
  const named = [GRADE, CODE, SHARE_CLASS].flatMap((form) => folded.match(form) ?? []);
  const values = [...folded.matchAll(FIGURE)].flatMap((match) => valueOf(match) ?? []);
  return new Set([...named, ...values.filter((value) => value > 1).map(String)]);
}

/** Null for a bare 一, 两, 三…: it counts something rather than names a figure. */
function valueOf([, digits, scale = '', han = '', myriad = '']: RegExpMatchArray): number | null {
  if (digits !== undefined) return Number(digits) * (SCALES[scale] ?? 1);
  if (han.length === 1 && myriad === '' && !(han in UNITS)) return null;
  return hanValue(han) * (SCALES[myriad] ?? 1);
}

function hanValue(han: string): number {
  let [total, digit, unit] = [0, 0, 10];
  for (const sign of han) {
    const by = UNITS[sign];
    if (by === undefined) digit = DIGITS[sign] ?? 0;
    else {
      total += (digit || 1) * by;
      [digit, unit] = [0, by];
    }
  }
  // 一百二 is 120, 一百零二 is 102.
  const isShort = unit > 10 && digit > 0 && !/[零〇]/.test(han);
  return total + (isShort ? (digit * unit) / 10 : digit);
}
