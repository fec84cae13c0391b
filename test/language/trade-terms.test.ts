import { describe, expect, it } from '@jest/globals';
import { inTradeTerms } from '../../src/language/trade-terms.js';

describe('misspelt terms', () => {
  it.each([
    ['等侯期多久', '等待期多久'],
    ['免陪额是多少', '免赔额是多少'],
    ['犹预期怎么退', '犹豫期怎么退'],
    ['赎会几天到帐', '赎回几天到账'],
    ['提前只取亏多少', '提前支取亏多少'],
    ['定起快到了', '定期快到了'],
    ['到齐了会自动转村吗', '到期了会自动转存吗'],
    ['现在的利西多少', '现在的利息多少'],
    ['有没有不亏的理才', '有没有不亏的理财'],
    ['密吗能告诉他不', '密码能告诉他不'],
    ['我不会用手鸡', '我不会用手机'],
    ['你们能带款不', '你们能贷款不'],
    ['发个连接', '发个链接'],
    ['分两笔赎会不会快', '分两笔赎会不会快'],
    ['确认T几', '确认几天'],
    ['赎回是 T 加几', '赎回是 几天'],
  ])('%s is read as %s', (said, meant) => expect(inTradeTerms(said)).toBe(meant));

  it.each([
    '由于其他原因',
    '等待期多久',
    '我在等他来',
    '申购费多少',
    '达到起购金额了吗',
    '转到其他基金',
    '固定起投',
    '买保鲜膜',
    'T 日是哪天',
    '持有不到七天卖掉要罚多少',
  ])('leaves what is spelt right: %s', (text) => expect(inTradeTerms(text)).toBe(text));
});
