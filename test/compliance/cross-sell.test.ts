import { describe, expect, it } from '@jest/globals';
import { businessOf, judgeCrossSell } from '../../src/compliance/cross-sell.js';

describe('row 26: another kind of business in the same conversation', () => {
  it.each([
    ['问着基金，被推保险', 'fund', 'insurance', 'bot', false, 'BLOCK', ['ask_separate_consent']],
    ['来看基金，顾问劝我贷款', 'fund', 'loan', 'advisor', false, 'BLOCK', ['ask_separate_consent']],
    [
      '存款到期，被劝转理财',
      'deposit',
      'wealth_product',
      'bot',
      false,
      'BLOCK',
      ['ask_separate_consent'],
    ],
    [
      '我说过保险也可以跟我讲',
      'fund',
      'insurance',
      'bot',
      true,
      'ALLOW_WITH',
      ['name_category_change', 'no_default_ticks', 'not_a_condition_of_service'],
    ],
    [
      '基金先不说，你们有医疗险吗',
      'fund',
      'insurance',
      'customer',
      false,
      'ALLOW_WITH',
      ['name_category_change', 'no_default_ticks', 'not_a_condition_of_service'],
    ],
    ['还有别的基金吗', 'fund', 'fund', 'bot', false, 'ALLOW', []],
    ['这份保险和那份保险', 'insurance', 'insurance', 'advisor', false, 'ALLOW', []],
  ] as const)(
    '%s: from %s to %s, brought up by %s, consent %s: %s',
    (_words, from, to, initiative, hasSeparateConsent, verdict, duties) => {
      expect(judgeCrossSell({ from, to, initiative, hasSeparateConsent })).toMatchObject({
        verdict,
        duties,
      });
    },
  );

  it('rests on the insurance rule where insurance is on either side, and on consumers’ rights always', () => {
    const sources = (from: 'fund' | 'insurance', to: 'loan' | 'insurance') =>
      judgeCrossSell({ from, to, initiative: 'bot', hasSeparateConsent: false }).basis.map(
        ({ instrument }) => instrument,
      );
    expect(sources('fund', 'insurance')[0]).toBe('保险销售行为管理办法');
    expect(sources('insurance', 'loan')[0]).toBe('保险销售行为管理办法');
    expect(new Set(sources('fund', 'loan'))).toEqual(new Set(['消费者权益保护法']));
  });

  it('is told from the product', () => {
    expect(businessOf('NFRA_INSURANCE')).toBe('insurance');
    expect(businessOf('GOV_BOND')).toBe('deposit');
  });
});
