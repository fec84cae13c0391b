import { describe, expect, it } from '@jest/globals';
import { citationEntity, markdownOf } from '../../src/channels/citations.js';
import type { JsonObject } from '../../src/terms/json.js';
import { citation, statement } from './statements.js';

describe('the Markdown of a reply', () => {
  it('ends with one link definition a citation', () => {
    const said = statement('可以拒绝 [1]，也可以问 [2]', {
      citations: [citation(), citation({ title: '客服手册', article: null })],
    });
    expect(markdownOf(said)).toBe(
      '可以拒绝 [1]，也可以问 [2]\n\n[1]: cite:1 "个人信息保护法 第二十四条"\n[2]: cite:2 "客服手册"\n',
    );
  });

  it('is the text alone when nothing is cited', () => {
    expect(markdownOf(statement('您好'))).toBe('您好');
  });

  it('keeps two marks side by side apart, so that they stay two', () => {
    const said = statement('可以 [1][2]', { citations: [citation(), citation()] });
    expect(markdownOf(said)).toContain('可以 [1] [2]\n');
  });

  it('lets no title end its own quotes', () => {
    const said = statement('[1]', { citations: [citation({ title: '“甲" onload="乙' })] });
    expect(markdownOf(said)).toContain('"“甲 onload=乙 第二十四条"\n');
  });
});

describe('the citation entity', () => {
  const claimsOf = (entity: JsonObject) => entity['citation'] as readonly JsonObject[];

  it('says that the words were made by an AI, cited or not', () => {
    expect(citationEntity(statement('您好'))).toMatchObject({
      type: 'https://schema.org/Message',
      additionalType: ['AIGeneratedContent'],
      citation: [],
    });
  });

  it('gives each mark its title, passage, issuer and validity', () => {
    const [first] = claimsOf(citationEntity(statement('[1]', { citations: [citation()] })));
    expect(first).toMatchObject({
      '@id': 'cite:1',
      position: 1,
      appearance: {
        name: '个人信息保护法 第二十四条',
        text: expect.stringMatching(/决定。\n\n全国人大常委会 · 2021-11-01 起有效$/),
        shuzhi: { effective: '2021-11-01', expires: null, article: '第二十四条' },
      },
    });
  });

  it.each([
    ['2026-01-01', '2026-12-31', '青屿财富 · 2026-01-01 至 2026-12-31 有效'],
    [null, '2026-12-31', '青屿财富 · 有效至 2026-12-31'],
    [null, null, '青屿财富'],
  ])('tells validity from %s to %s', (effective, expires, ending) => {
    const one = citation({ issuer: '青屿财富', effective, expires });
    const [claim] = claimsOf(citationEntity(statement('[1]', { citations: [one] })));
    expect(String(claim?.['text']).split('\n\n').at(-1)).toBe(ending);
  });

  it('never lets our digest pass for the text of the rule', () => {
    const digest = citation({ kind: 'regulation' });
    const entity = JSON.stringify(
      citationEntity(statement('可以拒绝 [1]', { citations: [digest] })),
    );
    expect(entity).toContain('要点由我们整理，非条文原文');
    const law = JSON.stringify(
      citationEntity(statement('可以拒绝 [1]', { citations: [citation()] })),
    );
    expect(law).not.toContain('由我们整理');
  });

  it('names the chapter of the handbook an entry stands in', () => {
    const entry = citation({ kind: 'faq', source: '客户服务手册 2026 版 · 赎回' });
    const entity = JSON.stringify(citationEntity(statement('三天 [1]', { citations: [entry] })));
    expect(entity).toContain('客户服务手册 2026 版 · 赎回');
  });
});
