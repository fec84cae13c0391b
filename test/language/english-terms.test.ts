import { describe, expect, it } from '@jest/globals';
import { inChineseTerms } from '../../src/language/english-terms.js';

describe('English words of money', () => {
  it.each([
    ['我 want 存钱 一年，safe 的', '我想存钱一年，安全的'],
    ['那个 fund 会 lose money 吗', '那个基金会亏钱吗'],
    ['How much is the fee for 安鑫纯债?', '多少费用安鑫纯债?'],
    ['what is T+1', '什么是 T+1'],
    ['要什么 document', '要什么材料'],
    ['Can I buy funds with a passport?', '我可以买基金护照?'],
  ])('%s is read in Chinese', (said, read) => {
    expect(inChineseTerms(said)).toBe(read);
  });

  it.each(['QDII 几天到账', '净值是什么', 'can I talk to a human', 'LX0088 费用', 'App 登不上'])(
    '%s stays as it is',
    (said) => {
      expect(inChineseTerms(said)).toBe(said);
    },
  );
});
