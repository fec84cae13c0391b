import { describe, expect, it } from '@jest/globals';
import { businessOf, judgeCrossSell } from '../../src/compliance/cross-sell.js';

describe('row 26: another kind of business in the same conversation', () => {
  it.each([
    ['fund', 'insurance', 'bot', false, 'BLOCK', ['ask_separate_consent']],
    ['fund', 'loan', 'advisor', false, 'BLOCK', ['ask_separate_consent']],
    ['deposit', 'wealth_product', 'bot', false, 'BLOCK', ['ask_separate_consent']],
    [
      'fund',
      'insurance',
      'bot',
      true,
      'ALLOW_WITH',
      ['name_category_change', 'no_default_ticks', 'not_a_condition_of_service'],
    ],
    [
      'fund',
      'insurance',
      'customer',
      false,
      'ALLOW_WITH',
      ['name_category_change', 'no_default_ticks', 'not_a_condition_of_service'],
    ],
    ['fund', 'fund', 'bot', false, 'ALLOW', []],
    ['insurance', 'insurance', 'advisor', false, 'ALLOW', []],
  ] as const)(
    'from %s to %s, brought up by %s, consent %s: %s',
    (from, to, initiative, hasSeparateConsent, verdict, duties) => {
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
