import { describe, expect, it } from '@jest/globals';
import { BrokenDocument, documentId } from '../../../src/retrieval/documents/document.js';
import { readDocument } from '../../../src/retrieval/documents/read.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (path: string, text: string) => readDocument(path, bytes(text));

const header = (extra = '', kind = 'faq') => `---
title: 赎回的钱几天到
kind: ${kind}
issuer: 青屿财富
authority: house
effective: 2026-01-01
expires: null
source: 手册
verified: true
${extra}---
`;

describe('a knowledge file', () => {
  it('becomes a document with one passage when it has no headings', () => {
    const { document, passages } = read(
      'faq/redeem-days.md',
      `${header('asks:\n  - 钱啥时候回来\n')}\n一般 3 个工作日到。\n\n遇到节假日顺延。\n`,
    );
    expect(document).toMatchObject({ id: 'faq:redeem-days', effective: '2026-01-01', verified: 1 });
    expect(passages).toEqual([
      expect.objectContaining({
        id: 'faq:redeem-days#1',
        article: null,
        text: '一般 3 个工作日到。\n\n遇到节假日顺延。',
        asks: '["钱啥时候回来"]',
      }),
    ]);
  });

  it('keeps its topics for search and out of the text', () => {
    const { passages } = read('a.md', `${header('topics: [赎回, 到账]\n')}一般 3 个工作日到。`);
    expect(passages[0]).toMatchObject({ context: '赎回 › 到账', text: '一般 3 个工作日到。' });
  });

  it('is cut at its headings, with remembered questions and evidence a section', () => {
    const { passages } = read(
      'regulations/tea.md',
      `${header('evidence: T\n', 'regulation')}
## 第一条 泡茶

先洗杯。

> 问：茶怎么泡
> 问: 要不要洗杯子

## 第二条 倒茶
evidence: Q

只倒七分满。
`,
    );
    expect(passages.map(({ article, evidence, asks }) => [article, evidence, asks])).toEqual([
      ['第一条 泡茶', 'T', '["茶怎么泡","要不要洗杯子"]'],
      ['第二条 倒茶', 'Q', '[]'],
    ]);
    expect(passages.map(({ text }) => text)).toEqual(['先洗杯。', '只倒七分满。']);
  });

  it.each([
    ['an unknown key', 'colour: red\n', /unknown key colour/],
    ['a bad evidence tag', 'evidence: X\n', /evidence/],
    ['a key given twice', 'kind: faq\n', /YAML/],
    ['a code that YAML reads as a number', 'product: 000123\n', /product/],
  ])('is refused for %s, naming it', (_, extra, reason) => {
    expect(() => read('a.md', `${header(extra)}文。`)).toThrow(reason);
  });

  it('is refused for a day that does not exist, for no text, and for an open header', () => {
    expect(() => read('a.md', header().replace('2026-01-01', '2026-02-30'))).toThrow(/effective/);
    expect(() => read('a.md', header())).toThrow(/no text/);
    expect(() => read('a.md', '---\ntitle: 甲\n正文')).toThrow(/not closed/);
    expect(() => read('a.md', '  \n')).toThrow(/empty/);
  });

  it('is refused when it is not UTF-8', () => {
    expect(() => readDocument('a.md', Uint8Array.of(0xb2, 0xe2, 0xca, 0xd4))).toThrow(
      BrokenDocument,
    );
  });

  it('without front matter is an unverified note', () => {
    const { document, passages } = read('notes/开户须知.txt', '第一段。\n\n第二段。');
    expect(document).toMatchObject({
      id: 'note:开户须知',
      kind: 'note',
      title: '开户须知',
      verified: 0,
    });
    expect(passages).toHaveLength(1);
  });

  it('has the same id whether it or its folder is named', () => {
    expect(documentId('faq', 'faq/redeem-days.md')).toBe(documentId('faq', 'redeem-days.md'));
    expect(documentId('faq', 'fees/a.md')).not.toBe(documentId('faq', 'a.md'));
  });
});

describe('long plain text', () => {
  it('is cut between paragraphs only', () => {
    const paragraph = `${'茶'.repeat(180)}。`;
    const { passages } = read('a.txt', Array.from({ length: 5 }, () => paragraph).join('\n\n'));
    expect(passages.length).toBeGreaterThan(1);
    for (const { text } of passages) expect(text.endsWith('。')).toBe(true);
  });
});
