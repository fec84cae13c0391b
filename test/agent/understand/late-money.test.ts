import { describe, expect, it } from '@jest/globals';
import { awaitsMoney, withHowDaysCount } from '../../../src/agent/understand/late-money.js';
import type { Command } from '../../../src/terms/command.js';
import { productCode } from '../../../src/terms/ids.js';

describe('words of somebody who waits for money', () => {
  it.each([
    '昨天下午四点多才点的赎回，今天还没看到钱到账',
    '我周五晚上卖的，周一了钱还没来',
    '赎回三天了怎么还不到账',
    '前天卖的没动静',
    '钱一直没到卡里',
    '全球科技QDII我赎了，五天了钱没见着',
    '卖了一个礼拜了还没见钱',
  ])('%s', (text) => expect(awaitsMoney(text)).toBe(true));

  it.each([
    '赎回几天到账',
    '没到期能取吗',
    '180天没到想走怎么办，能取吗',
    '养老2045没到三年能取吗',
    '到账的钱怎么比看到的少',
    '还没买呢',
  ])('and words that are not: %s', (text) => expect(awaitsMoney(text)).toBe(false));

  it('get a product’s own days, and how days are counted', () => {
    const arrival: Command = {
      do: 'describe_product',
      code: productCode('QY0021'),
      aspects: ['redemption'],
      query: '',
    };
    expect(withHowDaysCount('安鑫卖了三天，钱还没到', [arrival])).toMatchObject([
      { do: 'describe_product' },
      { do: 'answer' },
    ]);
    expect(withHowDaysCount('安鑫几天到账', [arrival])).toEqual([arrival]);
  });
});
