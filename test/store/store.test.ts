import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dropLease, holdLease } from '../../src/store/job-lease.js';
import type { Store } from '../../src/store/store.js';
import { StoreFailure } from '../../src/store/store.js';
import { databases } from './databases.js';

describe.each(databases)('the store on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let reopen: () => Promise<Store>;

  beforeEach(async () => {
    ({ store, remove, reopen } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const insert = (name: string, value = '1') => ({
    query: store.db.insertInto('setting').values({ name, value }).compile(),
  });
  const names = async (): Promise<string[]> => {
    const rows = await store.db.selectFrom('setting').select('name').orderBy('name').execute();
    return rows.map(({ name }) => name);
  };

  it('keeps all of a unit', async () => {
    expect(await store.commit([insert('a'), insert('b')])).toEqual({ kind: 'committed' });
    expect(await names()).toEqual(['a', 'b']);
  });

  it('keeps nothing of a unit whose write touches another number of rows', async () => {
    const update = {
      query: store.db.updateTable('setting').set({ value: '2' }).where('name', '=', 'x').compile(),
      rows: 1,
    };
    expect(await store.commit([insert('a'), update])).toEqual({ kind: 'conflict', write: 1 });
    expect(await names()).toEqual([]);
  });

  it('keeps nothing of a unit that breaks a constraint, and goes on', async () => {
    await store.commit([insert('a')]);
    await expect(store.commit([insert('b'), insert('a')])).rejects.toThrow(StoreFailure);
    await store.commit([insert('c')]);
    expect(await names()).toEqual(['a', 'c']);
  });

  it('lets one failing unit hurt no other that is committed with it', async () => {
    await store.commit([insert('taken')]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        store.commit([insert(`n${i}`), ...(i % 10 === 0 ? [insert('taken')] : [])]),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(await names()).toHaveLength(46);
  });

  it('shows what need not outlive the machine to every reader at once', async () => {
    expect(await store.commit([insert('a')], { soft: true })).toEqual({ kind: 'committed' });
    await store.commit([insert('b')]);
    expect(await names()).toEqual(['a', 'b']);
  });

  it('lets exactly one of many racing claims win', async () => {
    await store.commit([insert('fence', '0')]);
    const claim = () =>
      store.commit([
        {
          query: store.db
            .updateTable('setting')
            .set({ value: '1' })
            .where('name', '=', 'fence')
            .where('value', '=', '0')
            .compile(),
          rows: 1,
        },
      ]);
    const outcomes = await Promise.all(Array.from({ length: 20 }, claim));
    expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
  });

  it('has everything acknowledged after it is opened again', async () => {
    await store.commit([insert('a')]);
    const again = await reopen();
    const rows = await again.db.selectFrom('setting').selectAll().execute();
    await again.close();
    expect(rows).toEqual([{ name: 'a', value: '1' }]);
  });

  it('keeps a unit that was handed over right before the store is closed', async () => {
    const handed = store.commit([insert('a')]);
    await store.close();
    expect(await handed).toEqual({ kind: 'committed' });
    store = await reopen();
    expect(await names()).toEqual(['a']);
  });

  it('gives a named lease to one owner until it runs out or is dropped', async () => {
    expect(await holdLease(store, 'job', 'one', 60_000)).toBe(true);
    expect(await holdLease(store, 'job', 'one', 60_000)).toBe(true);
    expect(await holdLease(store, 'job', 'two', 60_000)).toBe(false);
    await dropLease(store, 'job', 'one');
    expect(await holdLease(store, 'job', 'two', -1)).toBe(true);
    expect(await holdLease(store, 'job', 'three', 60_000)).toBe(true);
  });

  it('numbers instants as numbers', async () => {
    await holdLease(store, 'job', 'one', 60_000);
    const row = await store.db.selectFrom('lease').selectAll().executeTakeFirstOrThrow();
    expect(typeof row.until).toBe('number');
    expect(Math.abs(row.until - Date.now() - 60_000)).toBeLessThan(10_000);
  });
});
