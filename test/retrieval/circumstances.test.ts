import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '../../src/retrieval/knowledge-index.js';
import { corpusOf } from './corpus.js';

const today = '2026-11-25';
const asks = ['老伴去世了，他的茶钱找谁取', '人走了，卡里的茶钱怎么继承', '我爸过世了，茶钱归谁'];
const rows = corpusOf([
  {
    id: 'faq:heirs',
    text: '由继承人来办。',
    asks,
    document: { title: '家人去世了，他的茶钱怎么取？' },
  },
  { id: 'faq:money', text: '到柜台就能取。', document: { title: '茶钱到哪里取？' } },
]);
const found = (query: string) => buildIndex(rows).search(query, { k: 2, asOf: today });

describe('an entry for a circumstance', () => {
  it('answers whoever speaks of it', () => {
    expect(found('老伴走了，他的茶钱怎么取').passages[0]?.passage.document).toBe('faq:heirs');
    expect(found('老伴走了，他的茶钱怎么取').features?.circumstanceUnsaid).toBe(0);
  });

  it('is not for whoever does not, however many words they share', () => {
    const said = buildIndex(rows).explain('我老公不知道我有这笔茶钱', { k: 2, asOf: today });
    const heirs = said.find(({ passage }) => passage.document === 'faq:heirs');
    expect(heirs?.features.circumstanceUnsaid).toBe(1);
  });

  it('is for everyone where its own questions do not bear the circumstance out', () => {
    const loose = corpusOf([
      {
        id: 'faq:loose',
        text: '到柜台就能取。',
        asks: ['茶钱怎么取', '我的茶钱在哪取', '取茶钱要带什么'],
        document: { title: '家人去世了，他的茶钱怎么取？' },
      },
    ]);
    const [only] = buildIndex(loose).explain('茶钱怎么取', { k: 1, asOf: today });
    expect(only?.features.circumstanceUnsaid).toBe(0);
  });

  it('is told by an age as well as by a word', () => {
    const ofAge = buildIndex(
      corpusOf([
        {
          id: 'faq:elders',
          text: '可以，年龄不是门槛。',
          asks: ['我妈72了想买茶', '老人能买茶吗', '上了年纪能买吗'],
          document: { title: '老人想买茶，可以吗？' },
        },
      ]),
    );
    const unsaid = (query: string) =>
      ofAge.explain(query, { k: 1, asOf: today })[0]?.features.circumstanceUnsaid;
    expect(unsaid('七十八能买茶吗，我今年七十八了')).toBe(0);
    expect(unsaid('十六岁能买茶吗')).toBe(1);
  });

  it('for two products is not for one that is redeemed in two parts', () => {
    const ofTwo = buildIndex(
      corpusOf([
        {
          id: 'faq:two',
          text: '额度按每只产品各算各的。',
          asks: [
            '两个各取一万，当天能到两万吗',
            '一万是每只产品分开算的吗',
            '几只的额度能不能加起来用',
          ],
          document: { title: '两只产品各快速取一万，当天能到两万吗？' },
        },
      ]),
    );
    const unsaid = (query: string) =>
      ofTwo.explain(query, { k: 1, asOf: today })[0]?.features.circumstanceUnsaid;
    expect(unsaid('分两笔取会不会快一点')).toBe(1);
    expect(unsaid('我有两只产品，能各取一万吗')).toBe(0);
  });

  it('is a trade where a rule is that of one trade', () => {
    const rules = buildIndex(
      corpusOf([
        {
          id: 'regulation:insurance',
          text: '录音录像至少存 5 年。',
          asks: ['录音存几年'],
          document: { title: '保险销售行为可回溯管理暂行办法', kind: 'regulation' },
        },
      ]),
    );
    const unsaid = (query: string) =>
      rules.explain(query, { k: 1, asOf: today })[0]?.features.circumstanceUnsaid;
    expect(unsaid('录音一般存几年')).toBe(1);
    expect(unsaid('买保险的录音存几年')).toBe(0);
  });
});
