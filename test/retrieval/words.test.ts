import { describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/language/tokens.js';
import { figuresOf } from '../../src/retrieval/figures.js';
import { lexicon } from '../../src/retrieval/lexicon.js';
import { subjectRarity, subjectsOf } from '../../src/retrieval/subjects.js';
import { isName, wordsOf } from '../../src/retrieval/words.js';

describe('a word list', () => {
  const found = lexicon('茶 茶水 喝的\n水 茶水');

  it('gives the names of the longest word at each place, spaces aside', () => {
    expect(found('要茶 水')).toEqual(['茶', '水', '水']);
    expect(found('喝的茶')).toEqual(['茶', '茶']);
    expect(found('酒')).toEqual([]);
  });
});

describe('everyday words', () => {
  it('are compared by what they mean, beside the tokens themselves', () => {
    const names = (text: string) => wordsOf(text).filter(isName);
    expect(names('咋办')).toEqual(names('怎么弄'));
    expect(names('赎回多长时间')).toEqual(expect.arrayContaining(names('啥时候')));
    expect(wordsOf('咋办')).toEqual(expect.arrayContaining(tokens('咋办')));
  });
});

describe('subjects', () => {
  it('are found under any of their words', () => {
    expect([...subjectsOf('房贷怎么还')]).toEqual(['贷款']);
    expect(subjectsOf('这个风险大吗').size).toBe(0);
  });

  it('are rarer the fewer passages mention them', () => {
    const rarity = subjectRarity([subjectsOf('基金'), subjectsOf('基金和保险'), new Set()]);
    expect(rarity('信用卡')).toBe(1);
    expect(rarity('保险')).toBeLessThan(1);
    expect(rarity('基金')).toBeLessThan(rarity('保险'));
  });
});

describe('figures and codes', () => {
  it.each([
    ['存了五十万', '存了 50 万', '500000'],
    ['一百二十块', '120 元', '120'],
    ['二十天', '20 天', '20'],
  ])('of %s and %s are the same', (words, digits, value) => {
    expect([...figuresOf(words)]).toEqual([value]);
    expect([...figuresOf(digits)]).toEqual([value]);
  });

  it('count grades, codes and share classes, and not what only counts', () => {
    expect([...figuresOf('我是 C3，能买 R4 的 QDII 吗')].sort()).toEqual(['c3', 'qdii', 'r4']);
    expect([...figuresOf('A类还是 C 类')].sort()).toEqual(['a', 'c']);
    expect(figuresOf('两只基金选一只').size).toBe(0);
  });
});
