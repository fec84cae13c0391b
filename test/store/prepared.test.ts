import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allRows, firstRow, prepared } from '../../src/store/prepared.js';
import type { Store } from '../../src/store/store.js';
import { databases } from './databases.js';

const row = prepared(({ db }, given: { value: string; name: string }) =>
  db.insertInto('setting').values({ name: given.name, value: given.value }),
);
const named = prepared(({ db }, { name }: { name: string }) =>
  db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .where('value', '!=', 'hidden')
    .where('name', '>=', name),
);

describe.each(databases)('a statement built once, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  it('binds the values of each call, also one that stands in two places', async () => {
    const given = [
      { name: 'a', value: '1' },
      { name: 'b', value: 'hidden' },
    ];
    await store.commit(given.map((one) => ({ query: row(store, one), rows: 1 })));
    expect(await firstRow(store, named(store, { name: 'a' }))).toEqual({ value: '1' });
    expect(await allRows(store, named(store, { name: 'b' }))).toEqual([]);
    expect(await firstRow(store, named(store, { name: 'c' }))).toBeUndefined();
  });

  it('goes by the names of values, not by their order', async () => {
    const other = { value: '2', name: 'z' };
    await store.commit([{ query: row(store, other) }]);
    expect(await firstRow(store, named(store, { name: 'z' }))).toEqual({ value: '2' });
  });
});
