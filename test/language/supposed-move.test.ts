import { describe, expect, it } from '@jest/globals';
import { asksBreakEven, supposedMove } from '../../src/language/supposed-move.js';

describe('a move that is only supposed', () => {
  it.each([
    ['行，那要是再跌10%我还剩多少', -0.1],
    ['再跌百分之二十还值多少', -0.2],
    ['万一再亏两成呢', -0.2],
    ['万一再亏三成我还有多少', -0.3],
    ['如果跌一半还剩多少', -0.5],
    ['再跌5个点会亏多少', -0.05],
    ['要是涨20%变成多少', 0.2],
    ['再跌二十个点我还剩多少', -0.2],
  ])('「%s」 is %s', (text, ratio) => {
    expect(supposedMove(text)).toBe(ratio);
  });

  it.each(['跌了10%', '会再跌10%吗', '年化10%', '最多跌多少', '再跌我就卖'])(
    '「%s」 supposes none to be reckoned',
    (text) => {
      expect(supposedMove(text)).toBeNull();
    },
  );
});

describe('coming back to what was paid', () => {
  it.each([
    '我高点买的，得涨多少才回本',
    '放到哪个月份能回本嘛',
    '什么时候能解套',
    '离回本还差多少',
    '回本还要涨几个点',
  ])('「%s」 asks for it', (text) => {
    expect(asksBreakEven(text)).toBe(true);
  });

  it.each(['回本了没', '这只保本吗', '哪种不亏'])('「%s」 asks something else', (text) => {
    expect(asksBreakEven(text)).toBe(false);
  });
});
