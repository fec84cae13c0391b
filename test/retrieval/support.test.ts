import { describe, expect, it } from '@jest/globals';
import { fitSupport, thresholdFor } from '../../src/retrieval/fit-support.js';
import { holdOut } from '../../src/retrieval/hold-out.js';
import type { SupportFeatures } from '../../src/retrieval/support.js';
import { SUPPORT_FEATURES } from '../../src/retrieval/support.js';
import { corpusOf } from './corpus.js';

describe('calibration', () => {
  it('holds out each remembered question once and leaves every passage at least one', () => {
    const rows = corpusOf([
      { id: 'a', text: '甲', asks: ['一', '二', '三'] },
      { id: 'b', text: '乙', asks: ['四'] },
    ]);
    const folds = [0, 1, 2].map((fold) => holdOut(rows, fold, 3));
    expect(folds.flatMap(({ questions }) => questions.map(({ text }) => text)).sort()).toEqual(
      ['一', '二', '三'].sort(),
    );
    for (const { rows: kept } of folds) {
      for (const { asks } of kept.passages) expect(JSON.parse(asks)).not.toEqual([]);
    }
  });

  it('learns which feature tells an answered question', () => {
    const features = (words: number): SupportFeatures =>
      ({
        ...Object.fromEntries(SUPPORT_FEATURES.map((name) => [name, 0.5])),
        words,
      }) as SupportFeatures;
    const weights = fitSupport([
      { features: features(0.9), answered: true },
      { features: features(0.8), answered: true },
      { features: features(0.1), answered: false },
      { features: features(0.2), answered: false },
    ]);
    expect(weights.words).toBeGreaterThan(1);
    expect(Math.abs(weights.margin)).toBeLessThan(weights.words);
  });

  it('sets the threshold that lets the allowed share through', () => {
    const supports = Array.from({ length: 100 }, (_, i) => i / 100);
    const threshold = thresholdFor(supports, 0.05);
    expect(supports.filter((support) => support >= threshold)).toHaveLength(5);
  });
});
