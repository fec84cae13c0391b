import { describe, expect, it } from '@jest/globals';
import { excerptOf, marksIn } from '../../../src/review/search/matching.js';
import { parseWords, unfindable } from '../../../src/review/search/word-query.js';
import { gramsOf, gramsWithin } from '../../../src/review/search/index/grams.js';

describe('what a reviewer types', () => {
  it.each([
    ['承诺保本基金年化收益', ['承诺', '保本', '基金', '年化', '收益'], []],
    ['“保本保收益”', ['保本保收益'], []],
    ['"保本" 「稳赚不赔」', ['保本', '稳赚不赔'], []],
    ['收益 -风险 -"过往业绩"', ['收益'], ['风险', '过往业绩']],
    ['稳zhuan 吻赚', ['稳赚'], []],
    ['亏的吗', ['亏的吗'], []],
    ['基金 的', ['基金', '的'], []],
    ['基金 基金', ['基金'], []],
    ['A股', ['a股'], []],
    ['C类份额', ['c类', '份额'], []],
    ['涨了3天', ['涨了', '3天'], []],
    ['手机号1', ['手机', '号1'], []],
    ['c:风', ['c', '风'], []],
    ['', [], []],
    ['“没有收尾', ['没有收尾'], []],
  ])('%s', (typed, wanted, unwanted) => {
    expect(parseWords(typed)).toEqual({ wanted, unwanted });
  });

  it('must hold a Han character or two letters', () => {
    expect(unfindable(parseWords('亏 R2 a'))).toEqual(['a']);
    expect(unfindable(parseWords('。'))).toEqual([]);
    expect(unfindable(parseWords('“？”'))).toEqual(['?']);
  });
});

describe('the index of a text', () => {
  it('holds every pair and every Han character, but not across punctuation', () => {
    expect([...gramsOf('买r2的,亏')].sort()).toEqual(['r2', '买', '买r', '2的', '的', '亏'].sort());
  });

  it('has whatever a phrase within it asks for', () => {
    const text = '您买的r2产品,稳赚不赔';
    for (const phrase of ['r2', '稳赚不赔', '买的r2', '品,稳', '赔']) {
      const grams = gramsOf(text);
      expect(gramsWithin(phrase).filter((gram) => !grams.has(gram))).toEqual([]);
    }
  });
});

describe('a long phrase', () => {
  it('is looked for by a few pairs from all over it', () => {
    const grams = gramsWithin('过往业绩不代表未来表现请您先看清楚');
    expect(grams).toHaveLength(6);
    expect(grams[0]).toBe('过往');
    expect(gramsWithin('过往业绩')).toEqual(['过往', '往业', '业绩']);
  });
});

describe('the words found', () => {
  const marked = (text: string, typed: string) =>
    marksIn(text, parseWords(typed))?.map(({ start, end }) => text.slice(start, end)) ?? null;

  it.each([
    ['这款基金保本，收益高', '收益 保本', ['保本', '收益']],
    ['這款基金 保 本！', '保本', ['保 本']],
    ['收益与风险', '收益 -风险', null],
    ['保证本金，本来如此', '“保本”', null],
    ['保本保本', '保本', ['保本保本']],
    ['Ｒ２产品', 'r2', ['Ｒ２']],
  ])('in %s by %s', (text, typed, marks) => {
    expect(marked(text, typed)).toEqual(marks);
  });

  it('are shown with a little of what stands around them, and whole characters', () => {
    const text = `${'😀'.repeat(100)}保本${'后'.repeat(300)}`;
    const excerpt = excerptOf(text, marksIn(text, parseWords('保本'))!);
    const [mark] = excerpt.marks;
    expect(excerpt.text.slice(mark!.start, mark!.end)).toBe('保本');
    expect(excerpt.isCut).toEqual([true, true]);
    expect(Buffer.from(excerpt.text).toString()).toBe(excerpt.text);
    expect(excerptOf('短', [])).toEqual({ text: '短', marks: [], isCut: [false, false] });
  });
});
