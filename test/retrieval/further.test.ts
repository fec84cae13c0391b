import { describe, expect, it } from '@jest/globals';
import { furtherParts } from '../../src/retrieval/further.js';
import { indexedPassages } from '../../src/retrieval/passages.js';
import type { Passage } from '../../src/terms/passage.js';
import { corpusOf } from './corpus.js';

const { documents, passages } = corpusOf([
  { id: 'faq:inheritance', text: '带死亡证明。', asks: ['要带什么', '要哪些材料'] },
  { id: 'faq:open-account', text: '带身份证。', asks: ['要带什么'] },
]);
const signs = (text: string) => [...text];
const parts = (isInForce: (passage: Passage) => boolean = () => true) =>
  furtherParts(
    indexedPassages({ documents, passages }),
    { read: signs, weight: () => 1 },
    isInForce,
  );

describe('the parts of an entry', () => {
  it('are known by their questions, whatever else asks the same', () => {
    expect(parts()('faq:inheritance', '要带什么', '2026-11-26')).toMatchObject({
      like: 1,
      passage: { document: 'faq:inheritance', text: '带死亡证明。' },
    });
  });

  it('are the less like a question the more it says besides', () => {
    const { like = 0 } = parts()('faq:inheritance', '要带什么东西过去', '2026-11-26') ?? {};
    expect(like).toBeGreaterThan(0.5);
    expect(like).toBeLessThan(1);
  });

  it('are asked of at once with the matter the entry is titled by', () => {
    const [document] = documents.map((one) => ({ ...one, title: '怎么在青屿财富开户？' }));
    const find = furtherParts(
      indexedPassages({ documents: document ? [document] : [], passages: passages.slice(0, 1) }),
      { read: signs, weight: () => 1 },
      () => true,
    );
    expect(find('faq:inheritance', '开户要带什么', '2026-11-26')).toMatchObject({ like: 1 });
  });

  it('are none where the entry has none, or none in force', () => {
    expect(parts()('faq:close-account', '要带什么', '2026-11-26')).toBeNull();
    expect(parts(() => false)('faq:inheritance', '要带什么', '2026-11-26')).toBeNull();
  });
});
