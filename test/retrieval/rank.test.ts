import { describe, expect, it } from '@jest/globals';
import { rankExamples } from '../../src/retrieval/calibrate.js';
import type { RankExample } from '../../src/retrieval/fit-rank.js';
import { fitRank } from '../../src/retrieval/fit-rank.js';
import { buildIndex } from '../../src/retrieval/knowledge-index.js';
import type { RankFeatures } from '../../src/retrieval/rank.js';
import { RANK_FEATURES, RANK_WEIGHTS } from '../../src/retrieval/rank.js';
import { twinsOf } from '../../src/retrieval/twins.js';
import { corpusOf } from './corpus.js';

const today = '2026-11-25';
const bare = corpusOf([
  { id: '茶钱', text: '茶钱 8 元，外带另算。', asks: ['喝茶多少钱'] },
  { id: '杯子', text: '杯子押金 20 元。', asks: ['杯子要多少钱'] },
]);
const law = (number: string, document: string, kind: string, text: string) => ({
  row: { id: `${document}#1`, article: number, text },
  document: { title: '茶馆法', kind },
});
const parts = [
  law('第二条', 'law:茶馆法', 'law', '茶馆应当供应热水。'),
  law('第二条 要有热水', 'regulation:tea', 'regulation', '热水随时都有。'),
];
const rules = (() => {
  const made = corpusOf([
    { id: 'law:茶馆法', text: parts[0]!.row.text, document: parts[0]!.document },
    {
      id: 'regulation:tea',
      text: parts[1]!.row.text,
      document: parts[1]!.document,
      asks: ['有热水吗', '水是热的吗'],
    },
    { id: 'faq:water', text: '有热水。', document: { source: '《茶馆法》第二条，现行' } },
    { id: 'faq:cup', text: '可以续杯。', document: { source: '《茶馆法》第二条、第三条' } },
    { id: 'note:words', text: '泡茶用的热水。', document: { kind: 'note' } },
  ]);
  const articles = new Map([...parts.map(({ row }) => [row.id, row.article] as const)]);
  articles.set('note:words#1', '茶汤（tea）');
  return {
    ...made,
    passages: made.passages.map((row) => ({ ...row, article: articles.get(row.id) ?? null })),
  };
})();

describe('ranking', () => {
  it('holds a figure and a subject against a passage that lacks them', () => {
    const [first, second] = buildIndex(bare).explain('杯子 20 元', { k: 2, asOf: today });
    expect(first).toMatchObject({ passage: { document: '杯子' }, features: { figuresMissing: 0 } });
    expect(second?.features.figuresMissing).toBe(1);
  });

  it('puts the article first that is named, and the term that is asked for', () => {
    const index = buildIndex(rules);
    const first = (query: string) =>
      index.search(query, { k: 1, asOf: today }).passages[0]?.passage.id;
    expect(['regulation:tea#1', 'law:茶馆法#1']).toContain(first('茶馆法第二条'));
    expect(first('什么是茶汤')).toBe('note:words#1');
    expect(index.explain('酒馆法第二条', { k: 1, asOf: today })[0]?.features.named ?? 0).toBe(0);
  });

  it('keeps the lexical order where it is told to', () => {
    const index = buildIndex(bare, { rank: null });
    expect(index.explain('杯子', { k: 1, asOf: today })).toEqual([]);
    expect(index.search('杯子', { k: 1, asOf: today }).passages[0]?.passage.document).toBe('杯子');
  });
});

describe('twins', () => {
  it('say one rule, except two replies that rest on one article', () => {
    const twins = twinsOf(rules);
    expect([...twins('regulation:tea#1')].sort()).toEqual([
      'faq:cup#1',
      'faq:water#1',
      'law:茶馆法#1',
    ]);
    expect([...twins('faq:cup#1')].sort()).toEqual(['law:茶馆法#1', 'regulation:tea#1']);
    expect([...twins('note:words#1')]).toEqual([]);
  });
});

describe('fitting the ranking', () => {
  it('learns which feature tells the right candidate, in units of the first', () => {
    const features = (lexical: number, cosine: number): RankFeatures =>
      ({
        ...Object.fromEntries(RANK_FEATURES.map((name) => [name, 0])),
        lexical,
        cosine,
      }) as RankFeatures;
    const example: RankExample = [
      { features: features(1, 0.9), isRight: true },
      { features: features(0.9, 0.1), isRight: false },
    ];
    const fitted = fitRank([example]);
    expect(fitted.lexical).toBe(1);
    expect(fitted.cosine).toBeGreaterThan(3);
    expect(Object.keys(fitted)).toEqual(Object.keys(RANK_WEIGHTS));
  });

  it('asks for the article itself once more with its digest hidden', () => {
    const examples = rankExamples(rules, [], {
      search: () => ({ k: 5, asOf: today }),
      folds: 2,
    });
    const right = examples.filter((one) => one.some(({ isRight }) => isRight));
    expect(right.some((one) => one.some((c) => c.isRight && c.features.law === 1))).toBe(true);
  });
});
