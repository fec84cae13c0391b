import { describe, expect, it } from '@jest/globals';
import { BUCKETS, featuresOf, normalise } from '../../../../src/agent/models/embedded/features.js';

describe('the features of a sentence', () => {
  it('are of unit length, sorted, and inside the table', () => {
    const { indices, values } = featuresOf('安鑫纯债几天到账');
    const norm = Math.hypot(...values);
    expect(norm).toBeCloseTo(1, 5);
    expect([...indices]).toEqual([...indices].sort((a, b) => a - b));
    expect(Math.max(...indices)).toBeLessThan(BUCKETS);
  });

  it('do not change with punctuation, width or case', () => {
    const plain = featuresOf('什么是etf');
    for (const text of ['什么是ETF？', '什么是 ＥＴＦ', '什么是，ETF……']) {
      expect(featuresOf(text)).toEqual(plain);
    }
  });

  it('tell the order of words', () => {
    expect(featuresOf('我骗他').indices).not.toEqual(featuresOf('他骗我').indices);
  });

  it('keep a product in one sign', () => {
    expect(normalise('{product}的费用？')).toBe('◆的费用');
  });

  it('exist for nothing at all', () => {
    expect(featuresOf('').values.every(Number.isFinite)).toBe(true);
  });
});
