import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { provenanceOf } from '../../../src/review/replay/provenance.js';
import { versionWrites } from '../../../src/store/version-archive.js';
import { databases } from '../../store/databases.js';

/** Whose figures a plan is made of. */

const FILE = 'knowledge/market/assumptions.yaml';

describe.each(databases)('figures behind a plan, on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  beforeAll(async () => {
    opened = await database.open();
    const text = 'id: house\napproved_by: operator1\neffective: 2026-08-10\n';
    const by = { since: 1_000, author: 'release 1', approver: null, basis: 'release' };
    const own = { since: 2_000, author: 'maker', approver: 'checker', basis: 'change:G1' };
    await opened.store.commit(versionWrites(opened.store, 'file', new Map([[FILE, text]]), by));
    const changed = new Map([[FILE, `${text}version: 2\n`]]);
    await opened.store.commit(versionWrites(opened.store, 'house_file', changed, own));
  });
  afterAll(async () => {
    await opened.store.close();
    await opened.remove();
  });

  const figuresAt = async (at: number) => {
    const statement = { wording: [], citations: [], cards: [{ kind: 'risk_return' }] };
    const answer = { kind: 'ReplyDecided', statement, outcome: { products: [] }, trace: null, at };
    const sources = await provenanceOf(opened.store, answer as never);
    return sources.find(({ role }) => role === 'figures');
  };

  it('name whom the file names, beside whoever let it in', async () => {
    expect(await figuresAt(1_500)).toMatchObject({
      ...{ by: 'release', approver: null, vouched: 'operator1', effective: '2026-08-10' },
    });
    expect(await figuresAt(2_500)).toMatchObject({
      ...{ by: 'change', change: 'G1', approver: 'checker', vouched: 'operator1' },
    });
  });
});

describe.each(databases)('a product cited by a reply, on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  beforeAll(async () => {
    opened = await database.open();
    const by = { since: 1_000, author: 'unknown', approver: null, basis: 'direct' };
    const shelf = new Map([['QY0021', '{"name":"青屿安鑫纯债债券 A","asOf":"2026-11-24"}']]);
    await opened.store.commit(versionWrites(opened.store, 'product', shelf, by));
  });
  afterAll(async () => {
    await opened.store.close();
    await opened.remove();
  });

  it('is one line of its own data, which names nobody where nobody is known', async () => {
    const citations = [{ passage: 'product:QY0021#master' }, { passage: 'fee-rules#3' }];
    const answer = {
      ...{ kind: 'ReplyDecided', statement: { wording: [], citations, cards: [] } },
      ...{ outcome: { products: ['QY0021'] }, trace: null, at: 2_000 },
    };
    const sources = await provenanceOf(opened.store, answer as never);
    expect(sources).toEqual([
      expect.objectContaining({ role: 'document', name: 'fee-rules', by: 'unknown' }),
      expect.objectContaining({
        ...{ role: 'product', name: 'QY0021', title: '青屿安鑫纯债债券 A' },
        ...{ author: null, by: 'direct' },
      }),
    ]);
  });
});
