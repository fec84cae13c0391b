import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generalOptions } from '../../src/agent/tools/search-knowledge.js';
import { linesOf, loadIntents } from '../../src/agent/understand/intents.js';
import { tryOut } from '../../src/retrieval/calibrate.js';
import { fitSupport, thresholdFor } from '../../src/retrieval/fit-support.js';
import { holdOut } from '../../src/retrieval/hold-out.js';
import { ingest } from '../../src/retrieval/ingest.js';
import { readKnowledge } from '../../src/retrieval/queries.js';
import type { SupportFeatures } from '../../src/retrieval/support.js';
import { SUPPORT_FEATURES, SUPPORT_THRESHOLD } from '../../src/retrieval/support.js';
import { SECRET } from '../store/databases.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { corpusOf } from './corpus.js';

const shipped = ['faq', 'products', 'regulations'].map((name) => join('knowledge', name));
async function shippedRows() {
  const folder = await mkdtemp(join(tmpdir(), 'shuzhi-support-'));
  const store = await openSqlite(join(folder, 'store.db'), SECRET);
  const { refused } = await ingest(store, shipped, { now: 0 });
  const rows = await readKnowledge(store);
  await store.close();
  await rm(folder, { recursive: true });
  return { rows, refused };
}

describe('support on the shipped knowledge', () => {
  it('keeps nine of ten held-out questions and turns away what is not ours', async () => {
    const { rows, refused } = await shippedRows();
    expect(refused).toEqual([]);
    const trials = tryOut(rows, linesOf(loadIntents('knowledge/intents'), 'out_of_scope'), {
      search: (question) => generalOptions(question, '2026-11-25'),
      only: 2,
    });
    const share = (outcome: string) => {
      const supports = trials.filter((one) => one.outcome === outcome).map((one) => one.support);
      return supports.filter((support) => support >= SUPPORT_THRESHOLD).length / supports.length;
    };
    expect(share('right')).toBeGreaterThan(0.84);
    expect(share('remembered')).toBeGreaterThan(0.98);
    expect(share('foreign')).toBeLessThan(0.08);
  });
});

describe('calibration', () => {
  it('holds out each remembered question once and leaves every passage at least one', () => {
    const rows = corpusOf([
      { id: 'a', text: '甲', asks: ['一', '二', '三'] },
      { id: 'b', text: '乙', asks: ['四'] },
    ]);
    const folds = [0, 1, 2].map((fold) => holdOut(rows, fold, 3));
    expect(folds.flatMap(({ questions }) => questions.map(({ text }) => text)).sort()).toEqual(
      ['一', '二', '三'].sort(),
    );
    for (const { rows: kept } of folds) {
      for (const { asks } of kept.passages) expect(JSON.parse(asks)).not.toEqual([]);
    }
  });

  it('learns which feature tells an answered question', () => {
    const features = (words: number): SupportFeatures =>
      ({
        ...Object.fromEntries(SUPPORT_FEATURES.map((name) => [name, 0.5])),
        words,
      }) as SupportFeatures;
    const weights = fitSupport([
      { features: features(0.9), answered: true },
      { features: features(0.8), answered: true },
      { features: features(0.1), answered: false },
      { features: features(0.2), answered: false },
    ]);
    expect(weights.words).toBeGreaterThan(1);
    expect(Math.abs(weights.margin)).toBeLessThan(weights.words);
  });

  it('sets the threshold that lets the allowed share through', () => {
    const supports = Array.from({ length: 100 }, (_, i) => i / 100);
    const threshold = thresholdFor(supports, 0.05);
    expect(supports.filter((support) => support >= threshold)).toHaveLength(5);
  });
});
