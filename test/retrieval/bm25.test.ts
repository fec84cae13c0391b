import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokens } from '../../src/language/tokens.js';
import { BM25_DEFAULTS, buildBm25 } from '../../src/retrieval/bm25.js';
import { topPositions } from '../../src/retrieval/ranking.js';

const field = (text: string, asks: readonly string[] = []) => ({ text, heading: '', asks });

describe('BM25', () => {
  it('scores by the formula', () => {
    const bm25 = buildBm25([field('茶'), field('茶茶水'), field('水')]);
    const lengths = [1, 5, 1];
    const saturation = 1.2 * (0.25 + (0.75 * (lengths[0] as number)) / (7 / 3));
    const idf = Math.log(1 + (3 - 2 + 0.5) / 2.5);
    expect(bm25.scores(['茶'])[0]).toBeCloseTo((idf * 2.2) / (1 + saturation));
    expect(bm25.scores(['茶'])[2]).toBe(0);
  });

  it('counts a remembered question less than the text', () => {
    const bm25 = buildBm25([field('水杯', ['茶']), field('水杯茶'), field('别的')]);
    const [asked, written] = bm25.scores(['茶']);
    expect(asked).toBeGreaterThan(0);
    expect(written).toBeGreaterThan(asked as number);
  });

  it('lets pairs count less where that is asked for', () => {
    const fields = [field('茶钱'), field('水')];
    const full = buildBm25(fields).scores(['茶钱'])[0] as number;
    const half = buildBm25(fields, { ...BM25_DEFAULTS, pairs: 0.5 }).scores(['茶钱'])[0];
    expect(half).toBeCloseTo(full / 2);
  });

  it('knows exactly which passages contain a token', () => {
    const letters = fc.string({ unit: fc.constantFrom('茶', '水', '杯', '钱'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (texts) => {
        const bm25 = buildBm25(texts.map((text) => field(text)));
        for (const [position, text] of texts.entries()) {
          for (const token of ['茶', '水', '茶水', '无']) {
            expect(bm25.term(token).isIn(position)).toBe(tokens(text).includes(token));
          }
        }
      }),
    );
  });

  it('has an answer for no passages at all', () => {
    expect(buildBm25([]).scores(['茶'])).toHaveLength(0);
  });
});

describe('the best positions', () => {
  it('are those a full sort gives, among the admitted', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 12 }), (values, k) => {
        const admits = (position: number) => position % 3 !== 1;
        const expected = values
          .map((score, position) => ({ score, position }))
          .filter(({ score, position }) => score > 0 && admits(position))
          .sort((a, b) => b.score - a.score || a.position - b.position)
          .slice(0, k);
        expect(topPositions(Float32Array.from(values), k, admits)).toEqual(expected);
      }),
    );
  });
});
