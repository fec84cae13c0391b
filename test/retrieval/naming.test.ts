import { describe, expect, it } from '@jest/globals';
import { isNamed, namingOf, termOf } from '../../src/retrieval/naming.js';
import type { Passage } from '../../src/terms/passage.js';

describe('an article named outright', () => {
  it.each([
    ['证券法第一百三十五条说什么', '第一百三十五条', '证券法'],
    ['个人信息保护法二十四条讲啥', '第二十四条', '个人信息保护法'],
    ['证券法135条', '第一百三十五条', '证券法'],
    ['《保险法》第 102 条', '第一百零二条', '保险法'],
    ['第12条', '第十二条', null],
  ])('%s', (text, article, law) => {
    expect(namingOf(text)).toMatchObject({ article, law });
  });

  it('is none where things are counted', () => {
    expect(namingOf('有三条建议吗').article).toBeNull();
  });
});

describe('a term to be explained', () => {
  it.each([
    ['什么是定投', '定投'],
    ['净值是个啥东西', '净值'],
    ['久期到底是什么意思', '久期'],
    ['基金定投是啥意思', '基金定投'],
  ])('is named by %s', (text, term) => {
    expect(namingOf(text).term).toBe(term);
  });

  it('is known without the trade it belongs to', () => {
    const passage = { title: '术语表', article: '定投', kind: 'note' } as unknown as Passage;
    const named = (text: string) => isNamed(passage, termOf(passage), namingOf(text));
    expect(named('基金定投是啥意思')).toBe(true);
    expect(named('基金分红是啥意思')).toBe(false);
  });
});
