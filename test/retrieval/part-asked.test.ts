import { describe, expect, it } from '@jest/globals';
import { partsAsked } from '../../src/retrieval/part-asked.js';
import { indexedPassages } from '../../src/retrieval/passages.js';
import type { Passage } from '../../src/terms/passage.js';
import { corpusOf } from './corpus.js';

const document = { title: '怎么开户？' };
const { documents, passages } = corpusOf([
  { id: 'faq:open-account', text: '在 App 上开。', asks: ['手机上行不行', '要花钱吗'], document },
]);
const further = corpusOf([
  { id: 'faq:open-account', text: '不收钱。', asks: ['要花钱吗', '收不收费'] },
  { id: 'faq:open-account', text: '十分钟。', asks: ['要多久', '快速开户要多久'] },
]).passages;
const parts = {
  own: indexedPassages({ documents, passages }),
  parts: indexedPassages({ documents, passages: further }),
};
const signs = (text: string) => [...text.replace(/[？?]/g, '')];
const asked = (query: string, isInForce: (passage: Passage) => boolean = () => true) =>
  partsAsked(parts, { read: signs, weight: () => 1 }, isInForce)(
    'faq:open-account',
    query,
    '2026-11-26',
  )?.passage.text ?? null;

describe('the part of an entry that is asked for at once', () => {
  it('is the one whose questions are nearest, whatever the title says besides', () => {
    expect(asked('开户大概要多久')).toBe('十分钟。');
  });

  it('has the question that the entry is remembered for too', () => {
    expect(asked('要花钱吗')).toBe('不收钱。');
  });

  it('is none where a question of the entry itself is nearer', () => {
    expect(asked('手机上行得通吗')).toBeNull();
  });

  it('is none where nothing is asked but what the title says', () => {
    expect(asked('怎么开户')).toBeNull();
    expect(asked('怎么开户的呢')).toBeNull();
  });

  it('is not the one for a day that nobody spoke of', () => {
    const fridays = ['周五几点前算当天', '星期五几点截止', '周六几点前算'];
    const ofFridays = corpusOf([
      { id: 'faq:open-account', text: '算下周一。', asks: fridays, article: '周五下单' },
    ]).passages;
    const find = partsAsked(
      { own: parts.own, parts: indexedPassages({ documents, passages: ofFridays }) },
      { read: signs, weight: () => 1 },
      () => true,
    );
    const on = (query: string) => find('faq:open-account', query, '2026-11-26');
    expect(on('礼拜五几点前算当天')?.passage.text).toBe('算下周一。');
    expect(on('几点前算当天')).toBeNull();
    expect(on('周二几点前算当天')).toBeNull();
  });

  it('is none of an entry without parts, or out of force', () => {
    expect(
      partsAsked({ own: parts.own, parts: [] }, { read: signs, weight: () => 1 }, () => true)(
        'faq:open-account',
        '要花钱吗',
        '2026-11-26',
      ),
    ).toBeNull();
    expect(asked('要花钱吗', () => false)).toBeNull();
  });
});
