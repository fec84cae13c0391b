import { describe, expect, it } from '@jest/globals';
import { HAN_NUMBER, parseHanNumber } from '../../src/language/numerals.js';
import { spokenMoney } from '../../src/language/spoken-money.js';
import { SPOKEN_NUMBER } from '../../src/language/spoken-number.js';

const longest = (source: string, text: string) => new RegExp(source).exec(text)?.[0].length ?? 0;

describe('a Chinese number', () => {
  it('is read whole, however large', () => {
    const said = '九千九百九十九万九千九百九十九';
    expect(new RegExp(HAN_NUMBER).exec(said)?.[0]).toBe(said);
    expect(parseHanNumber(said)).toBe(99_999_999);
    expect(spokenMoney('手里有一百二十三万四千五百块')).toMatchObject([{ from: 1_234_500 }]);
  });

  it('ends somewhere: thousands of numerals in a row are no one number', () => {
    expect(longest(HAN_NUMBER, '四五六七'.repeat(2_000))).toBeLessThan(40);
    expect(longest(SPOKEN_NUMBER, '4'.repeat(8_000))).toBeLessThan(60);
  });
});
