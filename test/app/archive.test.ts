import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openArchive } from '../../src/app/archive.js';
import { readConfig } from '../../src/config.js';
import type { Store } from '../../src/store/store.js';
import { StoreFailure } from '../../src/store/store.js';
import { stateAt } from '../../src/store/version-archive.js';
import { databases } from '../store/databases.js';

/** What speaks is kept, also where keeping it failed once. */

describe.each(databases)('the archive on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  let isBroken: boolean;
  beforeEach(async () => {
    opened = await database.open();
    isBroken = false;
  });
  afterEach(async () => {
    await opened.store.close();
    await opened.remove();
  });

  const opening = () => {
    const store: Store = {
      ...opened.store,
      commit: async (unit) => {
        if (isBroken) throw new StoreFailure('the database is busy');
        return opened.store.commit(unit);
      },
    };
    const config = readConfig({});
    const knowledge = { place: () => 0 };
    const house = { now: () => ({ place: 0 }) };
    return openArchive({ store, config, now: () => 1_000 }, { knowledge, house });
  };
  const shelve = (code: string) =>
    opened.store.commit([
      {
        query: opened.store.db
          .insertInto('product')
          .values({
            ...{ code, name: code, status: 'open', regime: 'csrc', private: 0 },
            body: JSON.stringify({ code, name: code }),
          })
          .compile(),
      },
    ]);
  const shelfAt = async (place: unknown) => [
    ...(await stateAt(opened.store, 'product', Number(place))).keys(),
  ];

  it('keeps at the next turn a shelf that could not be kept at this one', async () => {
    const archive = await opening();
    await shelve('QY1');
    isBroken = true;
    await expect(archive.places()).rejects.toThrow('busy');
    isBroken = false;
    const { product } = await archive.places();
    expect(await shelfAt(product)).toEqual(['QY1']);
  });

  it('names the same place while nothing changes, and a later one once something has', async () => {
    const archive = await opening();
    await shelve('QY1');
    const first = await archive.places();
    expect(await archive.places()).toEqual(first);
    await shelve('QY2');
    const second = await archive.places();
    expect(second['product']).not.toBe(first['product']);
    expect(await shelfAt(first['product'])).toEqual(['QY1']);
    expect(await shelfAt(second['product'])).toEqual(['QY1', 'QY2']);
  });

  it('puts nothing again that the service before this one has put', async () => {
    const first = await (await opening()).places();
    expect(await (await opening()).places()).toEqual(first);
  });
});
