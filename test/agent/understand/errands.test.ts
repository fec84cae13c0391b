import { describe, expect, it } from '@jest/globals';
import { asksErrand } from '../../../src/agent/understand/errands.js';

describe('a request in the middle of a complaint', () => {
  it.each([
    '帮我看看我的持仓',
    '给我查一下安鑫纯债的费率',
    '把我的手机号改一下',
    '我想看看有什么债券基金',
    '我想做风险测评',
    '对了，查一下今天的金价',
    '顺便帮我算算三万存一年多少利息',
    '比一下安鑫纯债A和C',
  ])('is an errand of its own: %s', (text) => {
    expect(asksErrand(text)).toBe(true);
  });

  it.each([
    '帮我把钱退回来',
    '给我查清楚是谁卖给我的',
    '帮我查一下到底怎么回事',
    '我想要个说法',
    '我要查录音',
    '去年三月在柜台买的',
    '希望你们道歉',
    '我想知道为什么没人告诉我',
    '帮我处理一下',
  ])('is of the complaint itself: %s', (text) => {
    expect(asksErrand(text)).toBe(false);
  });
});
