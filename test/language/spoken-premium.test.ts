import { describe, expect, it } from '@jest/globals';
import { spokenPremium } from '../../src/language/spoken-premium.js';

describe('a premium in words', () => {
  it.each([
    ['我家一年挣20万，一年交5万行吗', { income: 200_000, annual: 50_000 }],
    ['我家一年挣20万分红险一年交5万行吗', { income: 200_000, annual: 50_000 }],
    ['两口子年收入三十万左右，每年交六万', { income: 270_000, annual: 60_000 }],
    ['家里一个月进账一万五，年交三万', { income: 180_000, annual: 30_000 }],
    ['每个月交两千', { annual: 24_000 }],
    ['一次交清一百万呢', { single: 1_000_000 }],
    ['趸交80万可以吗', { single: 800_000 }],
    ['那交二十年呢', { years: 20 }],
    ['年缴1万，缴费10年', { annual: 10_000, years: 10 }],
    ['分三年交，每年十万', { annual: 100_000, years: 3 }],
    ['交十年，以后每年领五万', { years: 10 }],
    ['我一年挣二十万', {}],
    ['每年交五万交十年，我家一年二十万', { annual: 50_000, years: 10, income: 200_000 }],
    ['我家一年交五万', { annual: 50_000 }],
    ['一年领多少', {}],
    ['五万放三年', {}],
  ])('%s', (words, told) => {
    expect(spokenPremium(words)).toEqual(told);
  });
});
