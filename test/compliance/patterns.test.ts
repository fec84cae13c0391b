import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eachMatch, wordsFirst } from '../../src/compliance/patterns.js';

function found(source: string, text: string): (readonly [number, string])[] {
  const places: (readonly [number, string])[] = [];
  eachMatch(new RegExp(source, 'g'), text, (match) => places.push([match.index, match[0]]));
  return places;
}

const looksBack = [
  '(?<=甲)乙',
  '(?<!甲)乙丙?',
  '丙|(?<=甲[^,]{0,2})(?:乙|丙)(?!丁)|(?<!丙)丁',
  '(?<=甲)(?<!乙甲)丙',
  '(?<=[|()甲])乙|\\|(?<=,\\|)丙?',
  '(?:(?<=甲)乙|丙)丁?',
];

describe('a pattern that asks for the words first', () => {
  it('finds the same words at the same places', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁,|()'), maxLength: 24 });
    fc.assert(
      fc.property(fc.constantFrom(...looksBack), text, (source, words) => {
        const expected = [...words.matchAll(new RegExp(source, 'g'))].map((match) => [
          match.index,
          match[0],
        ]);
        expect(found(wordsFirst(source), words)).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it('looks back last, and leaves alone what does not look back', () => {
    expect(wordsFirst('丙|(?<=甲[)])乙(?!丁)')).toBe('丙|(?=乙(?!丁))(?<=甲[)])乙(?!丁)');
    expect(wordsFirst('(?:甲|乙)\\|丙')).toBe('(?:甲|乙)\\|丙');
  });
});

describe('looking through a text', () => {
  it('comes to an end even where a pattern is content with nothing', () => {
    expect(found('乙?', '甲乙')).toEqual([
      [0, ''],
      [1, '乙'],
      [2, ''],
    ]);
  });
});
