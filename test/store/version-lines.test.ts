import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/store/store.js';
import { versionWrites } from '../../src/store/version-archive.js';
import { basisOf, changedNames } from '../../src/store/version-lines.js';
import { databases } from './databases.js';

/** Which texts are the house's own, and which follow whatever a release brings. */

describe.each(databases)('the version log on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  let store: Store;
  beforeEach(async () => {
    opened = await database.open();
    store = opened.store;
  });
  afterEach(async () => {
    await store.close();
    await opened.remove();
  });

  const put = (basis: string, content: string | null) =>
    store.commit(
      versionWrites(store, 'document', new Map([['faq:tea', content]]), {
        ...{ since: 1, author: 'x', approver: null, basis },
      }),
    );
  const changed = async () => [...(await changedNames(store, 'document'))];

  it('counts a text that a change put there as the house’s', async () => {
    await put('release', '八点开');
    await put(basisOf('G1'), '九点开');
    expect(await changed()).toEqual(['faq:tea']);
    await put(basisOf('G2'), '十点开');
    await put(basisOf('G3'), '九点开');
    expect(await changed()).toEqual(['faq:tea']);
  });

  it('counts it as the release’s again once the change has been taken back', async () => {
    await put('release', '八点开');
    await put(basisOf('G1'), '九点开');
    await put(basisOf('G2'), '八点开');
    expect(await changed()).toEqual([]);
  });

  it('counts as the house’s what it took out, and not what it added and took out again', async () => {
    await put(basisOf('G1'), '九点开');
    await put(basisOf('G2'), null);
    expect(await changed()).toEqual([]);
    await put('release', '八点开');
    await put(basisOf('G3'), null);
    expect(await changed()).toEqual(['faq:tea']);
  });
});
