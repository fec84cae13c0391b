import { describe, expect, it } from '@jest/globals';
import { namingOf } from '../../src/retrieval/naming.js';

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
