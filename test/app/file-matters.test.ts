import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_THRESHOLDS } from '../../src/advice/suitability/house-thresholds.js';
import { fileMatters } from '../../src/app/file-matters.js';
import { contentHash, textWrite, versionWrites } from '../../src/store/version-archive.js';
import { databases } from '../store/databases.js';

/** Files that the house may put others in the place of. */

const NAME = 'prompts/replies/social_thanks.md';

describe.each(databases)('a template taken back, on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  beforeAll(async () => {
    opened = await database.open();
  });
  afterAll(async () => {
    await opened.store.close();
    await opened.remove();
  });

  it('is what ships today where what stood before had shipped once', async () => {
    const { store } = opened;
    const { before } = fileMatters(store, DEFAULT_THRESHOLDS).wording;
    const by = { since: 1, author: 'release 0', approver: null, basis: 'release' };
    const old = new Map([[NAME, '上一个版本的话']]);
    await store.commit(versionWrites(store, 'file', old, by));
    expect(await before(NAME, contentHash('上一个版本的话'))).toBe(readFileSync(NAME, 'utf8'));
  });

  it('is the house’s own words where those stood before', async () => {
    const { store } = opened;
    const hash = contentHash('自己的话');
    await store.commit([textWrite(store, new Map([[hash, '自己的话']]))]);
    expect(await fileMatters(store, DEFAULT_THRESHOLDS).wording.before(NAME, hash)).toBe(
      '自己的话',
    );
  });
});
