import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { judgeConversion } from '../../../src/advice/suitability/professional-conversion.js';

describe('row 23: a customer asks to count as a professional investor', () => {
  it.each([
    ['我有三百万，做基金五年了', 3_000_000, null, 5, true],
    ['年入三十万，买了一年基金', null, 300_000, 1, true],
    ['钱够，没买过', 5_000_000, null, 0, false],
    ['钱差一点，收入也差一点', 2_999_999, 299_999, 3, false],
    ['钱差一点，收入没说', 2_999_999, null, 3, null],
    ['钱够，经历没说', 3_000_000, null, null, null],
    ['都没说', null, null, null, null],
  ])('%s', (_words, financialAssets, averageIncome, experienceYears, meets) => {
    const request = { financialAssets, averageIncome, experienceYears };
    expect(judgeConversion({ regime: 'CSRC_FUND', ...request })).toMatchObject({
      verdict: 'HUMAN',
      meetsThresholds: meets,
      duties: ['written_application', 'proof', 'test', 'warn_of_lost_protection', 'never_solicit'],
    });
  });

  it.each(['NFRA_INVEST', 'NFRA_INSURANCE', 'DEPOSIT', 'GOV_BOND'] as const)(
    'has no such class of people under %s, however rich',
    (regime) => {
      const rich = { financialAssets: 1e9, averageIncome: 1e8, experienceYears: 30 };
      expect(judgeConversion({ regime, ...rich })).toMatchObject({
        verdict: 'BLOCK',
        basis: [{ article: '第二十七条', tag: 'T2' }],
      });
    },
  );

  it('says its thresholds are the house’s own, not law', () => {
    const asked = { financialAssets: null, averageIncome: null, experienceYears: null };
    const { basis } = judgeConversion({ regime: 'CSRC_FUND', ...asked });
    expect(basis.map(({ tag }) => tag)).toEqual(['W']);
  });

  it('is told the same thresholds by the handbook, and that it is never solicited', () => {
    const told = readFileSync(
      new URL('../../../knowledge/faq/professional-investor.md', import.meta.url),
      'utf8',
    );
    const at = { regime: 'CSRC_FUND', experienceYears: 1 } as const;
    const least = { financialAssets: 3_000_000, averageIncome: 300_000 };
    expect(told).toContain('金融资产不低于 300 万元，或近三年年均收入不低于 30 万元');
    expect(judgeConversion({ ...at, ...least, averageIncome: 0 }).meetsThresholds).toBe(true);
    expect(judgeConversion({ ...at, ...least, financialAssets: 0 }).meetsThresholds).toBe(true);
    expect(told).toContain('不主动邀请');
  });
});
