import { describe, expect, it } from '@jest/globals';
import { gramsOf, tokensOf } from '../../../../src/agent/models/embedded/features.js';
import { featuresOf, fitVocabulary } from '../../../../src/agent/models/embedded/vocabulary.js';

describe('the grams of a sentence', () => {
  it('do not change with punctuation, width or case', () => {
    const plain = gramsOf('什么是etf');
    for (const text of ['什么是ETF？', '什么是 ＥＴＦ', '什么是，ETF……']) {
      expect(gramsOf(text)).toEqual(plain);
    }
  });

  it('tell the order of words, and know the same signs in another order', () => {
    const [one, other] = [gramsOf('我骗他'), gramsOf('他骗我')].map(({ words }) => new Set(words));
    const shared = [...one!].filter((gram) => other!.has(gram));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.length).toBeLessThan(one!.size);
  });

  it('forgive a letter in a Latin word', () => {
    const right = new Set(gramsOf('transfer').letters);
    expect(gramsOf('tranfer').letters.filter((gram) => right.has(gram)).length).toBeGreaterThan(6);
  });

  it('keep a product in one sign', () => {
    expect(tokensOf('{product}的费用？')).toEqual(['◆', '的', '费', '用']);
  });

  it('stay few for a long story', () => {
    expect(gramsOf('从前有一个客户买了基金。'.repeat(100)).words.length).toBeLessThan(6000);
  });
});

describe('the features of a sentence', () => {
  const { vocabulary, rows } = fitVocabulary([
    '费用多少',
    '费用几多',
    '费用高吗',
    '多少钱 fee',
    'fee 多少',
    'fee 高吗',
  ]);

  it('are of unit length and inside the table', () => {
    for (const { columns, values } of rows) {
      expect(Math.hypot(...values)).toBeCloseTo(1, 5);
      expect(Math.max(...columns)).toBeLessThan(vocabulary.idf.length);
    }
  });

  it('leave out what only one or two sentences say', () => {
    expect(vocabulary.words.has('几 ')).toBe(false);
    expect(vocabulary.words.has('高 ')).toBe(false);
    expect(vocabulary.words.has('费 用 ')).toBe(true);
  });

  it('are none when nothing in it was ever seen', () => {
    expect(featuresOf(vocabulary, '天气').columns).toHaveLength(0);
    expect(featuresOf(vocabulary, '').values).toHaveLength(0);
  });
});
