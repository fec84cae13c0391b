import { describe, expect, it } from '@jest/globals';
import { nothingTwice } from '../../../src/agent/compose/nothing-twice.js';

describe('a reply of several blocks', () => {
  const FALL = '2023-11-27 至 2026-11-26 的最大回撤是 −5.83%。 [1]';

  it('says nothing twice, with or without the name in front', () =>
    expect(nothingTwice([FALL, `青屿添禾增强债券 A：${FALL}`, '股票下跌时会回落。 [2]'])).toEqual([
      FALL,
      '股票下跌时会回落。 [2]',
    ]));

  it('leads to nothing that was said before', () => {
    const lead = '每次实际分了多少我手上的资料里没有，请看产品页。手上有的是：';
    expect(nothingTwice([FALL, lead, FALL])).toEqual([
      FALL,
      '每次实际分了多少我手上的资料里没有，请看产品页。',
    ]);
  });

  it('keeps what has news in it, and another list', () => {
    const news = `${FALL}后来又涨回来了一部分。 [2]`;
    expect(nothingTwice([FALL, news])).toEqual([FALL, news]);
    const lists = ['- 管理费：每年 1.20% [1]', '- 管理费：每年 1.20%\n- 托管费：每年 0.20% [1]'];
    expect(nothingTwice(lists)).toEqual(lists);
  });
});
