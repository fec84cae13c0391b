const DIGITS = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const TENS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1e3,
  仟: 1e3,
};
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * Characters a Chinese number is written with; a lone 百, 千, 万 or 亿 is a word, not a number. Bounded, so that
 * thousands of numerals in a row are not read anew from each of them.
 */
export const HAN_NUMBER =
  '[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{0,24}(?:点[零〇一二三四五六七八九]{1,12})?';

/** 中文数字: 五十万 → 500000, 二〇二六 → 2026, 三点五 → 3.5; null where it is no number. */
export function parseHanNumber(text: string): number | null {
  const [whole = '', fraction] = text.split('点');
  const value = /[十百千万亿拾佰仟]/.test(whole) ? parsePlaces(whole) : parseSequence(whole);
  if (value === null || fraction === undefined) return value;
  const digits = parseSequence(fraction);
  return digits === null ? null : value + digits / 10 ** fraction.length;
}

const digitOf = (char: string): number => {
  if (char === '〇') return 0;
  if (char === '两') return 2;
  const plain = DIGITS.indexOf(char);
  return plain >= 0 ? plain : FORMAL.indexOf(char);
};

function parseSequence(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = digitOf(char);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** 一百二十 by place; 一万二 means 12000, so a last digit takes a tenth of the place before it. */
function parsePlaces(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let place = 1;
  for (const char of text) {
    const ten = TENS[char];
    const myriad = MYRIADS[char];
    if (ten !== undefined) {
      section += (digit ?? 1) * ten;
      [digit, place] = [null, ten];
    } else if (myriad !== undefined) {
      const whole = section + (digit ?? 0);
      total = myriad === 1e8 ? (total + whole) * myriad : total + whole * myriad;
      [section, digit, place] = [0, null, myriad];
    } else {
      digit = digitOf(char);
      if (digit < 0) return null;
      if (digit === 0) [digit, place] = [null, 10];
    }
  }
  return total + section + (digit ?? 0) * (place > 10 ? place / 10 : 1);
}

const UP_TO_TEN = '零一二三四五六七八九十';

/** 8 → 八, 30 → 三十, 180 → 一百八十; a longer number digit by digit. */
export function hanNumber(value: number): string {
  if (value >= 1000) return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
  if (value >= 100) {
    const rest = value % 100;
    const between = rest > 0 && rest < 10 ? '零' : '';
    const tens = rest >= 10 && rest < 20 ? '一' : '';
    return `${DIGITS[Math.floor(value / 100)]}百${rest === 0 ? '' : between + tens + hanNumber(rest)}`;
  }
  if (value <= 10) return UP_TO_TEN[value] ?? '';
  const tens = value >= 20 ? DIGITS[Math.floor(value / 10)] : '';
  return `${tens}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
}
