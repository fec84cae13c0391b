import { describe, expect, it } from '@jest/globals';
import { onSaleTerms } from '../../../src/agent/compose/on-sale.js';
import { TODAY, demoProduct } from '../../demo/demo-shelf.js';

const said = (words: string, changes = {}) =>
  onSaleTerms(demoProduct('YX0202', changes), words, TODAY)?.text ?? null;

describe('until when something is sold, and how much of it is left', () => {
  it.each(['安禾8期卖到哪天截止', '安禾8期还有额度吗', '安禾8期什么时候停售', '买到哪天为止'])(
    'says plainly that the master does not have it: %s',
    (words) =>
      expect(said(words)).toBe(
        '：目前在售。卖到哪天、还剩多少额度，我手上的资料里没有写，以产品页为准。',
      ),
  );

  it('tells what it has', () =>
    expect(said('卖到哪天', { saleUntil: '2026-12-04', quota: 3_000_000 })).toBe(
      '：目前在售，卖到 **2026 年 12 月 4 日**，还能卖 **300 万元**。',
    ));

  it.each(['卖了几天到账', '快速赎回的额度还有多少', '能买吗', '到期哪天到账'])(
    'is not asked in 「%s」',
    (words) => expect(said(words)).toBeNull(),
  );

  it('says nothing of what is sold no more', () =>
    expect(said('卖到哪天', { status: 'closed' })).toBeNull());
});
