import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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

describe('test data that cannot be measured on', () => {
  let broken: string;
  const GOOD: Readonly<Record<string, string>> = {
    'corpus.jsonl': '{"_id":"a","title":"茶规","text":"茶钱当面结清。"}\n',
    'queries.jsonl': '{"_id":"q1","text":"茶钱"}\n',
    'qrels/test.tsv': 'query-id\tcorpus-id\tscore\nq1\ta\t1\n',
  };

  beforeEach(() => {
    broken = mkdtempSync(join(tmpdir(), 'shuzhi-beir-'));
    mkdirSync(join(broken, 'qrels'));
    for (const [name, text] of Object.entries(GOOD)) writeFileSync(join(broken, name), text);
  });

  afterEach(() => rmSync(broken, { recursive: true }));

  const measure = () => evaluateRetrieval(broken, { split: 'test', memory: false });

  it.each([
    ['a line that is no JSON', 'corpus.jsonl', '\n{"_id":', 'line 3: it is not JSON'],
    ['a document without text', 'corpus.jsonl', '{"_id":"b","title":"空"}', 'line 2: it needs'],
    ['a document with nothing in it', 'corpus.jsonl', '{"_id":"b","text":" "}', 'line 2: it needs'],
    ['a query without an id', 'queries.jsonl', '{"text":"茶"}', 'line 2: it needs an _id'],
    ['a line of JSON that is no object', 'queries.jsonl', '7', 'line 2: it needs an _id'],
    ['a judgement of two columns', 'qrels/test.tsv', 'q1\ta', 'line 3: it needs query-id'],
    ['a judgement of four columns', 'qrels/test.tsv', 'q1\t0\ta\t1', 'line 3: it needs query-id'],
    ['a judgement with spaces', 'qrels/test.tsv', 'q1 a 1', 'line 3: it needs query-id'],
    ['a score in words', 'qrels/test.tsv', 'q1\ta\tgood', 'line 3: the score is not a number'],
  ])('is named by file and line: %s', async (_, name, line, problem) => {
    writeFileSync(join(broken, name), `${GOOD[name]}${line}\n`);
    await expect(measure()).rejects.toThrow(`${join(broken, name)} ${problem}`);
  });

  it.each([
    ['an empty corpus', 'corpus.jsonl', '\n', 'the corpus is empty'],
    ['no judgement', 'qrels/test.tsv', 'query-id\tcorpus-id\tscore\n', 'it judges no query'],
    ['judgements of unknown queries only', 'qrels/test.tsv', 'q9\ta\t1\n', 'it judges no query'],
  ])('is an error: %s', async (_, name, text, problem) => {
    writeFileSync(join(broken, name), text);
    await expect(measure()).rejects.toThrow(`${join(broken, name)}: ${problem}`);
  });

  it('is named when it is not there', async () => {
    rmSync(join(broken, 'queries.jsonl'));
    await expect(measure()).rejects.toThrow(/ENOENT.*queries\.jsonl/);
  });

  it('may have a document that is a title and nothing else', async () => {
    writeFileSync(join(broken, 'corpus.jsonl'), '{"_id":"a","title":"茶钱","text":""}\n');
    await expect(measure()).resolves.toMatchObject({ queries: 1, 'mrr@10': 1 });
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
