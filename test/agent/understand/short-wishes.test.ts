import { describe, expect, it } from '@jest/globals';
import { isShortWish } from '../../../src/agent/understand/short-wishes.js';

describe('a wish in a few words', () => {
  it.each([
    '有没有高一点的',
    '还有啥比这高的',
    '随时要用，进货的',
    '帮我算算',
    '下个月可能还有三十万进来',
    '月底还有二十万到账',
  ])('%s is one', (said) => {
    expect(isShortWish(said)).toBe(true);
  });

  it.each([
    '风险高一点的会亏吗',
    '日日通随时能取吗',
    '帮我算算五十万三个月能有多少',
    '下个月到账要手续费吗',
  ])('%s says what it is about by itself', (said) => {
    expect(isShortWish(said)).toBe(false);
  });
});
