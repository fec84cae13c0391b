import { mkdtemp, mkdir, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rowsFrom } from '../../src/retrieval/archive.js';
import { ingest } from '../../src/retrieval/ingest.js';
import { readKnowledge, removeDocument } from '../../src/retrieval/queries.js';
import { SECRET } from '../store/databases.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { placeOf, stateAt } from '../../src/store/version-archive.js';

const now = Date.parse('2026-11-25T02:00:00Z');
const entry = (title: string, body: string, extra = '') => `---
title: ${title}
kind: faq
issuer: 青屿财富
authority: house
effective: null
expires: null
source: null
verified: true
${extra}---
${body}
`;

let folder: string;
let faq: string;
let store: Awaited<ReturnType<typeof openSqlite>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuzhi-ingest-'));
  faq = join(folder, 'faq');
  await mkdir(faq);
  store = await openSqlite(join(folder, 'store.db'), SECRET);
  await writeFile(join(faq, 'tea.md'), entry('茶几点开', '早上 8 点开。'));
  await writeFile(join(faq, 'cup.md'), entry('能带杯子吗', '可以自带。'));
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const texts = async () => (await readKnowledge(store)).passages.map(({ text }) => text);

describe('ingest', () => {
  it('takes new files in, leaves unchanged ones alone and replaces changed ones', async () => {
    expect(await ingest(store, [faq], { now })).toMatchObject({ added: 2, passages: 2 });
    const again = { added: 0, unchanged: 2, passages: 2 };
    expect(await ingest(store, [faq], { now })).toMatchObject(again);
    await writeFile(join(faq, 'tea.md'), entry('茶几点开', '早上 9 点开。'));
    expect(await ingest(store, [faq], { now })).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await texts()).toEqual(['可以自带。', '早上 9 点开。']);
  });

  it('leaves in the archive every version with who brought it, and what is spared as it stands', async () => {
    const by = { author: 'operator1', approver: null, basis: 'direct' };
    await ingest(store, [faq], { now, by, prune: true });
    await writeFile(join(faq, 'tea.md'), entry('茶几点开', '早上 9 点开。'));
    await unlink(join(faq, 'cup.md'));
    const spared = new Set(['faq:cup']);
    expect(await ingest(store, [faq], { now, by, spared, prune: true })).toMatchObject({
      updated: 1,
      removed: 0,
    });
    const lines = await store.db
      .selectFrom('version')
      .selectAll()
      .where('name', '=', 'faq:tea')
      .orderBy('seq')
      .execute();
    expect(lines).toMatchObject([by, by]);
    const before = await stateAt(store, 'document', Number(lines[0]?.seq));
    expect(before.get('faq:tea')).toContain('早上 8 点开。');
    const rows = rowsFrom(await stateAt(store, 'document', await placeOf(store, 'document')));
    const { documents, passages } = await readKnowledge(store);
    expect(rows.passages).toEqual(passages);
    expect(rows.documents).toEqual(documents.map((one) => ({ ...one, ingested_at: 0 })));
  });

  it('writes nothing when nothing has changed', async () => {
    await ingest(store, [faq], { now, prune: true });
    const silent = { ...store, commit: () => Promise.reject(new Error('it wrote')) };
    const report = await ingest(silent, [faq], { now, prune: true });
    expect(report).toMatchObject({ unchanged: 2, removed: 0 });
  });

  it('knows an unchanged file whose document was since removed as new', async () => {
    await ingest(store, [faq], { now });
    await store.commit(removeDocument(store, 'faq:tea'));
    expect(await ingest(store, [faq], { now })).toMatchObject({ added: 1, unchanged: 1 });
    expect(await texts()).toHaveLength(2);
  });

  it('refuses a broken file by name, keeps nothing of it and takes the others', async () => {
    await writeFile(join(faq, 'bad.md'), entry('坏的', '看不到。', 'colour: red\n'));
    const report = await ingest(store, [faq], { now });
    expect(report).toMatchObject({ added: 2 });
    expect(report.refused).toEqual([
      { path: 'bad.md', reason: expect.stringContaining('unknown key colour') },
    ]);
    expect(await texts()).not.toContain('看不到。');
  });

  it('keeps what stood before when a changed file is broken, even when pruning', async () => {
    await ingest(store, [faq], { now });
    await writeFile(join(faq, 'tea.md'), entry('茶几点开', '早上 9 点开。', 'colour: red\n'));
    const report = await ingest(store, [faq], { now, prune: true });
    expect(report).toMatchObject({ removed: 0, unchanged: 1 });
    expect(await texts()).toContain('早上 8 点开。');
  });

  it('removes documents whose file has gone only when asked to prune', async () => {
    await ingest(store, [faq], { now });
    await unlink(join(faq, 'cup.md'));
    expect(await ingest(store, [faq], { now })).toMatchObject({ removed: 0 });
    expect(await texts()).toHaveLength(2);
    expect(await ingest(store, [faq], { now, prune: true })).toMatchObject({ removed: 1 });
    expect(await texts()).toEqual(['早上 8 点开。']);
  });

  it('prunes only what the same folder gave', async () => {
    const notes = join(folder, 'notes');
    await mkdir(notes);
    await writeFile(join(notes, 'cake.txt'), '点心下午供应。');
    await ingest(store, [notes], { now });
    expect(await ingest(store, [faq], { now, prune: true })).toMatchObject({ removed: 0 });
    expect(await texts()).toContain('点心下午供应。');
  });

  it('knows a folder by its origin when its path differs next time', async () => {
    await ingest(store, [faq], { now, origin: 'shipped' });
    const moved = join(folder, 'elsewhere', 'faq');
    await mkdir(moved, { recursive: true });
    await writeFile(join(moved, 'tea.md'), entry('茶几点开', '早上 8 点开。'));
    const report = await ingest(store, [moved], { now, origin: 'shipped', prune: true });
    expect(report).toMatchObject({ unchanged: 1, removed: 1 });
  });

  it('lets go of a document whose file has become another', async () => {
    await ingest(store, [faq], { now });
    const note = entry('茶几点开', '早上 8 点开。').replace('kind: faq', 'kind: note');
    await writeFile(join(faq, 'tea.md'), note);
    expect(await ingest(store, [faq], { now })).toMatchObject({ added: 1, removed: 1 });
    expect((await readKnowledge(store)).documents.map(({ kind }) => kind).sort()).toEqual([
      'faq',
      'note',
    ]);
  });

  it('writes nothing in a dry run and says the same', async () => {
    const dry = await ingest(store, [faq], { now, dryRun: true });
    expect(await texts()).toEqual([]);
    expect(await ingest(store, [faq], { now })).toEqual(dry);
  });

  it('refuses a missing path, a file of another kind and the second of two with one id', async () => {
    const again = join(folder, 'again');
    await mkdir(again);
    await writeFile(join(again, 'tea.md'), entry('茶几点开', '又一份。'));
    await writeFile(join(folder, 'sheet.csv'), 'a,b');
    const paths = [faq, again, join(folder, 'none.md'), join(folder, 'sheet.csv')];
    const { refused } = await ingest(store, paths, { now });
    expect(refused.map(({ path }) => path).sort()).toEqual([paths[2], paths[3], 'tea.md'].sort());
    expect(await texts()).not.toContain('又一份。');
  });

  it('tells how far it is', async () => {
    const seen: string[] = [];
    await ingest(store, [faq], {
      now,
      onProgress: ({ path, outcome, done, total }) =>
        seen.push(`${path} ${outcome} ${done}/${total}`),
    });
    expect(seen).toEqual(['cup.md added 1/2', 'tea.md added 2/2']);
  });
});
