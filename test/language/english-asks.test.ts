import { describe, expect, it } from '@jest/globals';
import { askedInEnglish, isMostlyEnglish } from '../../src/language/english-asks.js';

describe('plain questions in English', () => {
  it.each([
    ['How do I redeem?', '怎么赎回基金，钱多久到账？'],
    ['How long until the money arrives?', '卖出基金后，钱多久到账？'],
    ['I am a foreigner, can I open an account?', '外国人可以开户吗？'],
    ['Which products are low risk?', '低风险的产品有哪些？'],
    ['show me your products', '你们有哪些产品？'],
    ['what is NAV', '净值是什么意思？'],
    ['what does R3 mean', 'R1 到 R5 是什么意思？'],
  ])('%s is asked as the handbook asks it', (said, asked) => {
    expect(askedInEnglish(said)).toBe(asked);
  });

  it.each(['how is the weather today', 'QDII', '我想 withdraw 我的 money'])(
    '%s is left to other readings',
    (said) => {
      expect(askedInEnglish(said)).toBeNull();
    },
  );
});

describe('whoever would rather write English', () => {
  it.each(['I have passport only, no 身份证. can open account 吗?', 'How do I redeem?'])(
    'is known by %s',
    (said) => {
      expect(isMostlyEnglish(said)).toBe(true);
    },
  );

  it.each(['我的 portfolio 的 return 怎么样', 'QDII 几天到账', '安鑫纯债 fee 是多少'])(
    'is not known by %s',
    (said) => {
      expect(isMostlyEnglish(said)).toBe(false);
    },
  );
});
