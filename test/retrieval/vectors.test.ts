import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { tokens } from '../../src/language/tokens.js';
import { embed, fitLsa } from '../../src/retrieval/lsa.js';
import type { FittedVectors } from '../../src/retrieval/vectors.js';
import { fitVectors, vectorsOf } from '../../src/retrieval/vectors.js';
import { wordsOf } from '../../src/retrieval/words.js';
import { corpusOf } from './corpus.js';

const TEXTS = [
  '绿茶用温水泡',
  '红茶用沸水泡',
  '泡茶先温杯再放茶叶',
  '茶叶要密封存放',
  '自行车要打气',
  '自行车链条要上油',
  '轮胎漏气要补胎',
  '骑自行车要检查轮胎',
].map(tokens);
const options = { dimensions: 3, seed: 7, maxTerms: 1000 };
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe('LSA', () => {
  it('puts texts of one subject closer than texts of two', () => {
    const lsa = fitLsa(TEXTS, options);
    const [tea, moreTea, bicycle] = [2, 1, 5].map((at) => embed(lsa, TEXTS[at] ?? []));
    expect(cosine(tea!, moreTea!)).toBeGreaterThan(cosine(tea!, bicycle!) + 0.2);
  });

  it('gives the same vectors for the same seed and unit vectors for known words', () => {
    const [one, again] = [fitLsa(TEXTS, options), fitLsa(TEXTS, options)];
    const vector = embed(one, tokens('泡茶'));
    expect(embed(again, tokens('泡茶'))).toEqual(vector);
    expect(cosine(vector, vector)).toBeCloseTo(1);
  });

  it('finds the leading directions that an exact decomposition has', () => {
    // Two blocks without shared words: the first two directions are the blocks themselves.
    const blocks = [...Array(6).fill(['a', 'b']), ...Array(4).fill(['c', 'd'])] as string[][];
    const lsa = fitLsa(blocks, { ...options, dimensions: 2 });
    expect(Math.abs(cosine(embed(lsa, ['a']), embed(lsa, ['b'])))).toBeCloseTo(1);
    expect(cosine(embed(lsa, ['a']), embed(lsa, ['c']))).toBeCloseTo(0);
  });
});

describe('vectors', () => {
  const all = () => true;

  it('find the nearest among those admitted', () => {
    const vectors = fitVectors(TEXTS, options);
    const query = vectors.embed(tokens('自行车轮胎')) as Float32Array;
    expect(vectors.nearest(query, 3, all).every((at) => at >= 4)).toBe(true);
    expect(vectors.nearest(query, 2, (at) => at < 4).every((at) => at < 4)).toBe(true);
  });

  it('find all that is admitted, however unlike, and not more', () => {
    const vectors = fitVectors(TEXTS, options);
    const query = vectors.embed(tokens('自行车轮胎')) as Float32Array;
    const likeness = (at: number) => vectors.likeness(query, at);
    const found = vectors.nearest(query, 8, (at) => at !== 6);
    expect([...found].sort()).toEqual([0, 1, 2, 3, 4, 5, 7]);
    expect(found.map(likeness)).toEqual(found.map(likeness).sort((a, b) => b - a));
  });

  it('find the same among thousands, where a graph is followed', () => {
    const many = Array.from({ length: 700 }, () => TEXTS.slice(0, 6)).flat();
    const vectors = fitVectors(many, options, TEXTS);
    const query = vectors.embed(tokens('绿茶用温水泡')) as Float32Array;
    const best = vectors.nearest(query, 5, (at) => at % 6 < 2);
    expect(best.every((at) => at % 6 === 0)).toBe(true);
  });

  it('can be fitted on some of the texts and embed all of them', () => {
    const tea = TEXTS.slice(0, 4);
    const vectors = fitVectors(TEXTS, options, tea);
    const query = vectors.embed(tokens('泡茶')) as Float32Array;
    expect(vectors.likeness(query, 2)).toBeGreaterThan(0);
    expect(vectors.likeness(query, 5)).toBe(0);
  });

  it('have nothing to say about unseen words or without texts', () => {
    expect(fitVectors(TEXTS, options).embed(['quantum'])).toBeNull();
    expect(fitVectors([], options).embed(['茶'])).toBeNull();
  });

  it('answer from what was kept as they did when it was fitted', () => {
    const rows = corpusOf(TEXTS.map((text, at) => ({ id: `${at}`, text: text.join('') })));
    let kept: FittedVectors | undefined;
    const first = vectorsOf(rows, (_, make) => (kept = make()));
    const again = vectorsOf(rows, () => deserialize(serialize(kept)) as FittedVectors);
    const query = wordsOf('轮胎怎么补');
    const vector = first.embed(query) as Float32Array;
    expect(again.embed(query)).toEqual(vector);
    expect(again.nearest(vector, 3, all)).toEqual(first.nearest(vector, 3, all));
    expect(again.likeness(vector, 3)).toBe(first.likeness(vector, 3));
  });
});
