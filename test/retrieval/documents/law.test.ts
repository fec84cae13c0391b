import { describe, expect, it } from '@jest/globals';
import { articlesOf, lawFacts } from '../../../src/retrieval/documents/law.js';
import { readDocument } from '../../../src/retrieval/documents/read.js';

// Made up for this test; no such law exists.
const TEA = `# 中华人民共和国茶馆法

2020年3月1日 第十届全国人民代表大会常务委员会第一次会议通过

<!-- INFO END -->

## 第一章 总 则

第一条 茶馆应当备有热水。

第二条 茶客可以自带杯子。依照第一条的规定，热水不另收钱：

（一）白天；

（二）夜里。

## 第二章 茶 钱

### 第一节 收取

第三条之一 茶钱当面结清。

第四条 本法自2020年6月1日起施行。
`;

describe('a law text', () => {
  it('is split by article, with the headings above as context', () => {
    expect(articlesOf(TEA).map(({ article, context }) => [article, context])).toEqual([
      ['第一条', '第一章 总则'],
      ['第二条', '第一章 总则'],
      ['第三条之一', '第二章 茶钱 › 第一节 收取'],
      ['第四条', '第二章 茶钱 › 第一节 收取'],
    ]);
  });

  it('keeps all paragraphs of an article and does not split where one is only mentioned', () => {
    expect(articlesOf(TEA)[1]?.text).toBe(
      '茶客可以自带杯子。依照第一条的规定，热水不另收钱：\n（一）白天；\n（二）夜里。',
    );
  });

  it('tells its title, issuer, rank and first day', () => {
    expect(lawFacts('茶馆法(2020-03-01).md', TEA)).toEqual({
      title: '茶馆法',
      issuer: '全国人民代表大会常务委员会',
      authority: 'law',
      effective: '2020-06-01',
      source: '茶馆法（2020-03-01 文本）',
    });
  });

  it('is not in force before its edition was adopted, whatever first day it still states', () => {
    expect(lawFacts('茶馆法(2023-04-05).md', TEA).effective).toBe('2023-04-05');
  });

  it('takes the day of publication where the text says so, and none where nothing is known', () => {
    const published = TEA.replace('2020年6月1日', '公布之日');
    expect(lawFacts('茶馆法(2020-03-01).md', published).effective).toBe('2020-03-01');
    expect(lawFacts('茶馆法.md', published).effective).toBeNull();
  });

  it('ranks a State Council regulation and a department rule by who issued them', () => {
    const byOrder = TEA.replace(/2020年3月1日 .*/, '2020年3月1日 中华人民共和国国务院令第1号公布');
    expect(lawFacts('a.md', byOrder.replace('茶馆法', '茶馆条例')).authority).toBe(
      'administrative_regulation',
    );
    const byOffice = TEA.replace(/2020年3月1日 .*/, '2020年3月1日 国家茶叶办公室发布');
    expect(lawFacts('a.md', byOffice.replace('茶馆法', '茶馆管理办法'))).toMatchObject({
      issuer: '国家茶叶办公室',
      authority: 'department_rule',
    });
  });

  it('is recognised without front matter and tagged as read in the text', () => {
    const { document, passages } = readDocument('茶馆法.md', new TextEncoder().encode(TEA));
    expect(document).toMatchObject({ id: 'law:茶馆法', kind: 'law', evidence: 'T' });
    expect(passages.map(({ id }) => id).at(-1)).toBe('law:茶馆法#4');
  });
});
