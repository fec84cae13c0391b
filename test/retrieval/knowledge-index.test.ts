import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '../../src/retrieval/knowledge-index.js';
import { vectorsOf } from '../../src/retrieval/vectors.js';
import { corpusOf } from './corpus.js';

const rows = corpusOf([
  { id: '旧茶规', text: '茶钱按壶收，每壶 10 元。', document: { expires: '2025-12-31' } },
  { id: '新茶规', text: '茶钱按人收，每人 8 元。', document: { effective: '2026-01-01' } },
  { id: '杯子', text: '可以自带，不另收钱。', asks: ['能不能用我自己的杯子', '家里的杯子让带吗'] },
  { id: '点心', text: '下午两点以后供应。', asks: ['啥时候有吃的'] },
  { id: '点心卡', text: '绿豆糕一盒六块。', document: { kind: 'product', product: 'LD01' } },
]);
const index = buildIndex(rows, { vectors: vectorsOf(rows) });
const today = '2026-11-25';
const found = (query: string, options = {}) =>
  index
    .search(query, { k: 3, asOf: today, ...options })
    .passages.map(({ passage }) => passage.document);

describe('search', () => {
  it('finds what is written and what is remembered', () => {
    expect(found('茶钱怎么收')[0]).toBe('新茶规');
    expect(found('自己的杯子')[0]).toBe('杯子');
    expect(found('有吃的没')[0]).toBe('点心');
  });

  it('never answers now from a superseded passage, and answers then from it', () => {
    expect(found('茶钱按壶收')).not.toContain('旧茶规');
    expect(found('茶钱按壶收', { asOf: '2025-06-01', k: 1 })).toEqual(['旧茶规']);
    expect(found('茶钱按人收', { asOf: '2025-06-01' })).not.toContain('新茶规');
  });

  it('counts the first and the last day as in force', () => {
    expect(found('茶钱', { asOf: '2026-01-01' })).toContain('新茶规');
    expect(found('茶钱', { asOf: '2025-12-31' })).toContain('旧茶规');
  });

  it('fills all places with what may be found, however much may not', () => {
    const many = corpusOf([
      ...Array.from({ length: 300 }, (_, i) => ({
        id: `旧${i}`,
        text: '茶钱茶钱茶钱',
        document: { expires: '2020-01-01' },
      })),
      { id: '新', text: '茶钱和别的许多话，说得很长很长，一直说下去。' },
    ]);
    const crowded = buildIndex(many, { vectors: vectorsOf(many) });
    const { passages } = crowded.search('茶钱', { k: 1, asOf: today });
    expect(passages.map(({ passage }) => passage.document)).toEqual(['新']);
  });

  it('keeps to the kinds and the product asked for and to what is not hidden', () => {
    expect(found('点心', { kinds: ['product'] })).toEqual(['点心卡']);
    expect(found('点心', { product: 'LD01' })).toEqual(['点心卡']);
    expect(
      found('点心', { hidden: ({ product }: { product: string | null }) => product !== null }),
    ).toEqual(['点心']);
  });

  it('tells how alike the query is to the best remembered question', () => {
    const likeness = (query: string) =>
      index.search(query, { k: 1, asOf: today }).features?.similarity;
    expect(likeness('啥时候有吃的')).toBeCloseTo(1);
    expect(likeness('点心下午供应')).toBeLessThan(0.8);
  });

  it('does not take a filler for a subject because many product cards do without it', () => {
    const handbook = Array.from({ length: 25 }, (_, i) => ({
      id: `规矩${i}`,
      text: `第 ${i} 条规矩。`,
      asks: [`怎么${String.fromCharCode(0x5000 + i)}`],
    }));
    const cards = Array.from({ length: 300 }, (_, i) => ({
      id: `点心卡${i}`,
      text: '一盒六块。',
      asks: ['一盒几块'],
      document: { kind: 'product' },
    }));
    const { features } = buildIndex(corpusOf([...handbook, ...cards])).search('怎么划船', {
      k: 1,
      asOf: today,
    });
    expect(features?.similarity).toBeLessThan(0.05);
  });

  it('supports a known question more than one that shares a word, and nothing at all with zero', () => {
    const support = (query: string) => index.search(query, { k: 1, asOf: today }).support;
    expect(support('能不能用我自己的杯子')).toBeGreaterThan(support('杯子在博物馆展览几天'));
    expect(index.search('quantum', { k: 3, asOf: today })).toEqual({
      passages: [],
      support: 0,
      features: null,
    });
    expect(support('')).toBe(0);
  });

  it('answers the same after the same rows come in another order', () => {
    const turned = { ...rows, documents: [...rows.documents].reverse() };
    expect(buildIndex(turned).hash).toBe(index.hash);
  });
});
