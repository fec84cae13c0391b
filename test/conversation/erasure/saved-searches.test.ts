import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetSearches } from '../../../src/conversation/queries/erasure.js';
import { saveSearch, savedOf } from '../../../src/review/search/saved/saved.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';

describe.each(databases)('searches that reviewers saved, on $name', ({ open }) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await open());
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  it('go with the customer they name, by id or by name, and no other does', async () => {
    const deps = { store, now: () => 1 };
    for (const [name, query] of [
      ['陈女士的收益', { words: '收益', person: 'C1003' }],
      ['投诉', { words: '陈嘉怡 投诉' }],
      ['别人', { words: '收益', person: 'C10031' }],
      ['全部承诺', { words: '保本' }],
    ] as const)
      await saveSearch(deps, 'compliance1', { name, query });
    await store.commit(await forgetSearches(store, { id: 'C1003', name: '陈嘉怡' }));
    const left = await savedOf(deps, 'compliance1');
    expect(left.map(({ name }) => name).sort()).toEqual(['全部承诺', '别人']);
  });
});
