import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { evaluateRetrieval } from '../../src/retrieval/evaluate.js';
import { ndcg, percentile, recall, reciprocalRank } from '../../src/retrieval/measures.js';

const directory = mkdtempSync(join(tmpdir(), 'shuzhi-beir-'));
const jsonl = (name: string, lines: object[]) =>
  writeFileSync(join(directory, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

jsonl('corpus.jsonl', [
  { _id: 'a', title: '茶规第一条', text: '茶钱当面结清。' },
  { _id: 'b', title: '茶规第二条', text: '杯子可以自带。' },
  { _id: 'c', title: '茶规第三条', text: '点心下午供应。' },
]);
jsonl('queries.jsonl', [
  { _id: 'q1', text: '茶钱' },
  { _id: 'q2', text: '啥时能吃东西' },
  { _id: 'q3', text: '几时开始能吃东西' },
]);
mkdirSync(join(directory, 'qrels'));
writeFileSync(
  join(directory, 'qrels', 'test.tsv'),
  'query-id\tcorpus-id\tscore\nq1\ta\t1\nq1\tb\t0\nq2\tc\t1\n',
);
writeFileSync(
  join(directory, 'qrels', 'train.tsv'),
  'query-id\tcorpus-id\tscore\nq3\tc\t1\nq2\tb\t1\n',
);
afterAll(() => rmSync(directory, { recursive: true }));

describe('retrieval evaluation', () => {
  it('reports quality, latency, build time and memory', async () => {
    const figures = await evaluateRetrieval(directory, { split: 'test', memory: false });
    expect(figures).toMatchObject({ queries: 2, passages: 3, 'ndcg@10': 0.5, 'recall@100': 0.5 });
    expect(Object.values(figures).every(Number.isFinite)).toBe(true);
  });

  it('learns from answered questions and never from the one it asks', async () => {
    const figures = await evaluateRetrieval(directory, { split: 'test', memory: true });
    expect(figures).toMatchObject({ 'mrr@10': 1, 'recall@5': 1 });
  });
});

describe('ranking measures', () => {
  it('agree with figures worked out by hand', () => {
    const relevant = new Set(['b', 'd']);
    expect(ndcg(['a', 'b', 'c'], relevant, 10)).toBeCloseTo(
      1 / Math.log2(3) / (1 + 1 / Math.log2(3)),
    );
    expect(reciprocalRank(['a', 'b'], relevant, 10)).toBe(0.5);
    expect(reciprocalRank(['a', 'b'], relevant, 1)).toBe(0);
    expect(recall(['a', 'b', 'd'], relevant, 2)).toBe(0.5);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
  });
});
