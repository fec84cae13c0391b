import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Lsa } from '../../src/retrieval/lsa.js';
import { LSA_DEFAULTS, embed, fitLsa } from '../../src/retrieval/lsa.js';
import { wordsOf } from '../../src/retrieval/words.js';

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe('LSA on the shipped answers', () => {
  it('depends on what they say, not on the seed', () => {
    const texts = readdirSync('knowledge/faq').map((name) =>
      wordsOf(readFileSync(join('knowledge/faq', name), 'utf8').split('---').at(-1) ?? ''),
    );
    const [one, other] = [1, 2].map((seed) => fitLsa(texts, { ...LSA_DEFAULTS, seed }));
    const moved = texts.slice(1).map((text, at) => {
      const before = texts[at] as string[];
      const likeness = (lsa: Lsa) => cosine(embed(lsa, text), embed(lsa, before));
      return Math.abs(likeness(one!) - likeness(other!));
    });
    expect(Math.max(...moved)).toBeLessThan(0.05);
  });
});
