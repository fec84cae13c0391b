import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BUILT_MODELS } from '../../src/app/kept-model.js';
import { knowledgeVectors, vectorsFile } from '../../src/app/knowledge-vectors.js';
import { wordsOf } from '../../src/retrieval/words.js';
import { readKnowledge } from '../../src/retrieval/queries.js';
import { corpusOf } from '../retrieval/corpus.js';
import { runApp } from '../running-app.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-vectors-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const rows = corpusOf([
  { id: '茶', text: '绿茶用温水泡，红茶用沸水泡' },
  { id: '茶叶', text: '泡茶先温杯，茶叶要密封' },
  { id: '车', text: '自行车要打气，链条要上油' },
  { id: '轮胎', text: '自行车轮胎漏气要补' },
]);
const nearest = () => {
  const vectors = knowledgeVectors(rows, folder);
  const query = vectors.embed(wordsOf('自行车怎么打气')) as Float32Array;
  return vectors.nearest(query, 4, () => true).map((at) => [at, vectors.likeness(query, at)]);
};

describe('vectors of knowledge', () => {
  it('are fitted once and then read, and answer the same', () => {
    const fitted = nearest();
    expect(readdirSync(folder)).toEqual([vectorsFile(rows)]);
    expect(nearest()).toEqual(fitted);
  });

  it('are fitted anew when their file is damaged', () => {
    const fitted = nearest();
    writeFileSync(join(folder, vectorsFile(rows)), 'cut short');
    expect(nearest()).toEqual(fitted);
  });

  it('are others for the same passages in another order', () => {
    const turned = { ...rows, passages: [...rows.passages].reverse() };
    expect(vectorsFile(turned)).not.toBe(vectorsFile(rows));
  });

  it('of what ships are made by the build, so that a first start only reads them', async () => {
    const { app, dataDir, stop } = await runApp();
    const shipped = vectorsFile(await readKnowledge(app.store));
    expect(readdirSync(BUILT_MODELS)).toContain(shipped);
    expect(readdirSync(dataDir)).not.toContain('models');
    await stop();
  });
});
