import { describe, expect, it } from '@jest/globals';
import { askedInEnglish } from '../../src/language/english-asks.js';

describe('plain questions in English', () => {
  it.each([
    ['How do I redeem?', '怎么赎回基金，钱多久到账？'],
    ['How long until the money arrives?', '卖出基金后，钱多久到账？'],
    ['I am a foreigner, can I open an account?', '外国人可以开户吗？'],
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
