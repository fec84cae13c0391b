import { describe, expect, it } from '@jest/globals';
import { spokenHolding } from '../../src/language/spoken-holding.js';

const TODAY = '2026-11-26';

describe('how long something is held', () => {
  it.each<[string, number, number]>([
    ['放20天赎回扣多少', 20, 20],
    ['才拿了7天', 7, 7],
    ['持有30日', 30, 30],
    ['一个星期就卖', 7, 7],
    ['拿两年', 730, 730],
    ['放半年', 183, 183],
    ['放十万一年', 365, 365],
    ['满90天不满180天卖', 90, 179],
    ['上个月15号买的', 31, 41],
    ['昨天买的', 0, 0],
    ['上礼拜五买的，现在卖', 0, 5],
    ['放5到10天', 5, 10],
    ['第二年退保', 365, 729],
    ['去年买的', 330, 694],
    ['23年买的', 1061, 1425],
    ['2025年3月买的', 608, 635],
  ])('%s: %d to %d days', (words, from, to) => {
    expect(spokenHolding(words, TODAY)).toEqual({ from, to });
  });

  it.each([
    ['不满7天就卖', 0, 6],
    ['七天内卖为什么罚钱', 0, 6],
    ['7天之内赎回', 0, 6],
    ['三十天之内呢，收多少', 0, 29],
    ['满30天之前卖扣多少', 0, 29],
    ['头一年退保', 0, 364],
    ['头三年退分别扣多少', 0, 1094],
    ['才拿了不到7天', 6, 6],
    ['三个月以前买的，现在卖', 90, 90],
  ])('takes %s for %d to %d days', (words, from, to) => {
    expect(spokenHolding(words, TODAY)).toEqual({ from, to });
  });

  it.each(['赎回费多少', '买五万', '第三只多少钱'])('reads none in 「%s」', (words) => {
    expect(spokenHolding(words, TODAY)).toBeNull();
  });
});
