import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generalOptions } from '../../src/agent/tools/search-knowledge.js';
import { linesOf, loadIntents } from '../../src/agent/understand/intents.js';
import { tryOut } from '../../src/retrieval/calibrate.js';
import { ingest } from '../../src/retrieval/ingest.js';
import { readKnowledge } from '../../src/retrieval/queries.js';
import { SUPPORT_THRESHOLD } from '../../src/retrieval/support.js';
import { SECRET } from '../store/databases.js';
import { openSqlite } from '../../src/store/sqlite.js';

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
