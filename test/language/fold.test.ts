import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, normalize, originalRange } from '../../src/language/fold.js';

const disguises: readonly (readonly [string, string])[] = [
  ['a zero-width space', '保\u200b本'],
  ['a bidi override', '\u202e保\u202c本'],
  ['tag characters', '保\u{e0041}\u{e007f}本'],
  ['a variation selector', '保\ufe0f本'],
  ['a thousand combining marks', `保${'\u0301'.repeat(1000)}本`],
  ['a keycap mark', '保\u20e3本\u20e3'],
  ['a lone surrogate', '保\ud800本'],
  ['a space', '保 本'],
  ['an ideographic space', '保\u3000本'],
  ['an emoji', '保👌🏻本'],
  ['a middle dot', '保·本'],
  ['an asterisk', '保**本'],
  ['a line break', '保\n本'],
  ['brackets', '【保】【本】'],
  ['a homophone', '宝本'],
  ['a look-alike', '保夲'],
  ['pinyin', 'bao ben'],
  ['half pinyin', '保ｂｅｎ'],
];

describe('fold', () => {
  for (const [name, text] of disguises) {
    it(`sees 保本 through ${name}`, () => {
      expect(fold(text).text).toBe('保本');
    });
  }

  it('turns traditional characters and full-width forms into plain ones', () => {
    expect(fold('本產品並非保證收益，ＴＯＰ１').text).toBe('本产品并非保证收益,top1');
  });

  it('leaves words alone that only look like a disguise', () => {
    for (const text of ['余额宝本月收益', '请投保本险种', '存钱宝本金转出']) {
      expect(fold(text).text).toBe(text);
    }
  });

  it('keeps lines of prose apart', () => {
    expect(fold('不收费用\n保本产品').text).toBe('不收费用\n保本产品');
  });

  it('finds the way back to the original offsets', () => {
    const text = '这款👌保\u200b 本，放心';
    const folded = fold(text);
    const at = folded.text.indexOf('保本');
    const range = originalRange(folded, at, at + 2);
    expect(text.slice(range.start, range.end)).toBe('保\u200b 本');
  });

  it('keeps every range inside the text and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const folded of [normalize(text), fold(text)]) {
          expect(folded.starts).toHaveLength(folded.text.length);
          for (let i = 0; i < folded.text.length; i += 1) {
            expect(folded.starts[i]!).toBeLessThan(folded.ends[i]!);
            expect(folded.ends[i]!).toBeLessThanOrEqual(text.length);
            if (i > 0) expect(folded.starts[i]!).toBeGreaterThanOrEqual(folded.starts[i - 1]!);
          }
        }
      }),
    );
  });

  it('survives a character that NFKC expands eighteen times', () => {
    const folded = fold('\ufdfa保本');
    expect(folded.text.endsWith('保本')).toBe(true);
    expect(originalRange(folded, folded.text.length - 2, folded.text.length)).toEqual({
      start: 1,
      end: 3,
    });
  });
});
