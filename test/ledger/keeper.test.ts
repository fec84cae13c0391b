import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CheckpointFolder } from '../../src/ledger/checkpoint-folder.js';
import { hashLeaf, rootOf } from '../../src/ledger/merkle.js';
import type { Store } from '../../src/store/store.js';
import { databases } from '../store/databases.js';
import type { Clock } from './grounds.js';
import { START, keeperOn, newCheckpointFolder, say } from './grounds.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

describe.each(databases)('the keeper of the ledger on $name', (database) => {
  let store: Store;
  let removeStore: () => Promise<void>;
  let checkpoints: ReturnType<typeof newCheckpointFolder>;
  let clock: Clock;

  beforeEach(async () => {
    ({ store, remove: removeStore } = await database.open());
    checkpoints = newCheckpointFolder();
    clock = { at: START };
  });

  afterEach(async () => {
    await store.close();
    await removeStore();
    checkpoints.remove();
  });

  /** Every leaf in order, as the entries say it. */
  const leaves = async (): Promise<readonly Buffer[]> => {
    const rows = await store.db
      .selectFrom('ledger_entry')
      .select(['entry', 'leaf'])
      .where('leaf', 'is not', null)
      .orderBy('leaf')
      .execute();
    expect(rows.map(({ leaf }) => leaf)).toEqual(rows.map((_, i) => i));
    return rows.map(({ entry }) => hashLeaf(entry));
  };
  const signedSizes = async (): Promise<readonly number[]> => {
    const rows = await store.db.selectFrom('ledger_checkpoint').select('size').execute();
    return rows.map(({ size }) => size).sort((a, b) => a - b);
  };

  it('takes in what was on record before there was a tree, without a gap', async () => {
    await say(store, 'one', 300);
    await say(store, 'two', 40);
    const signed = await keeperOn(store, checkpoints.folder, clock).sign();
    expect(signed.size).toBe(341); // the record of the day's heads is a leaf as well
    expect(signed.root).toEqual(rootOf(await leaves()));
    expect(await checkpoints.folder.latest()).toMatchObject({ size: 341, text: signed.text });
  });

  it('keeps the order of every stream', async () => {
    const keeper = keeperOn(store, checkpoints.folder, clock);
    for (let i = 0; i < 5; i += 1) {
      await say(store, 'one', 2);
      await say(store, 'another', 3);
      await keeper.run();
    }
    const rows = await store.db
      .selectFrom('ledger_entry')
      .select(['stream', 'cseq'])
      .orderBy('leaf')
      .execute();
    const one = rows.filter(({ stream }) => stream === 'one').map(({ cseq }) => cseq);
    expect(one).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('signs after a minute or a thousand leaves, and not where nothing happened', async () => {
    const keeper = keeperOn(store, checkpoints.folder, clock);
    await say(store, 'one', 3);
    await keeper.run();
    await say(store, 'one', 3);
    await keeper.run();
    expect(await signedSizes()).toEqual([4]);
    clock.at += MINUTE;
    await keeper.run();
    expect(await signedSizes()).toEqual([4, 7]);
    await say(store, 'one', 1_000);
    await keeper.run();
    clock.at += MINUTE;
    await keeper.run();
    expect(await signedSizes()).toEqual([4, 7, 1_007]);
    expect(keeper.state()).toMatchObject({ size: 1_007, trouble: null });
  });

  it('takes the heads of every stream once a day', async () => {
    const keeper = keeperOn(store, checkpoints.folder, clock);
    await say(store, 'one', 3);
    await keeper.run();
    await say(store, 'one', 1);
    await keeper.run();
    clock.at += DAY;
    await keeper.run();
    const heads = await store.db
      .selectFrom('event')
      .select(['kind', 'body'])
      .where('stream', '=', 'house:ledger')
      .orderBy('seq')
      .execute();
    expect(heads.map(({ body }) => JSON.parse(String(body)) as unknown)).toMatchObject([
      { day: '2026-03-02', size: 3, streams: 1 },
      { day: '2026-03-03', size: 5, streams: 2 },
    ]);
  });

  it('loses nothing and signs no second tree whichever step it dies at', async () => {
    const published = new Map<number, string>();
    const watched: CheckpointFolder = {
      ...checkpoints.folder,
      async publish(size, note) {
        expect(published.get(size) ?? note).toBe(note);
        published.set(size, note);
        await checkpoints.folder.publish(size, note);
      },
    };
    await say(store, 'one', 5);
    for (let step = 1; step <= 24; step += 1) {
      await say(store, `talk ${step % 3}`, 3);
      clock.at += MINUTE;
      const dying = dyingAt(step, store, watched);
      await keeperOn(dying.store, dying.folder, clock)
        .run()
        .catch(() => undefined);
      // The lease of the dead runs out, as it does with time.
      await store.commit([{ query: store.db.deleteFrom('lease').compile() }]);
      const next = keeperOn(store, watched, clock);
      const signed = await next.sign();
      expect(signed.root).toEqual(rootOf(await leaves()));
      expect(next.state()).toMatchObject({ size: signed.size, trouble: null });
    }
    const open = await store.db
      .selectFrom('ledger_entry')
      .select('cseq')
      .where('leaf', 'is', null)
      .execute();
    expect(open).toEqual([]);
    expect(published.size).toBe((await signedSizes()).length);
  });

  it('lets replicas keep one tree together', async () => {
    const keepers = [1, 2, 3].map(() => keeperOn(store, checkpoints.folder, clock));
    for (let i = 0; i < 4; i += 1) {
      await say(store, `talk ${i}`, 30);
      await Promise.all(keepers.map((keeper) => keeper.run()));
    }
    const signed = await Promise.all(keepers.map((keeper) => keeper.sign()));
    expect(new Set(signed.map(({ text }) => text)).size).toBe(1);
    expect(signed[0]?.root).toEqual(rootOf(await leaves()));
  });

  it('reports a database put back from yesterday’s copy, and signs nothing', async () => {
    await say(store, 'one', 10);
    await keeperOn(store, checkpoints.folder, clock).sign();
    const copy = await database.open();
    try {
      await say(copy.store, 'one', 6);
      const tree = await store.db.selectFrom('ledger_tree').select('origin').executeTakeFirst();
      await copy.store.commit([
        {
          query: copy.store.db
            .insertInto('ledger_tree')
            .values({ id: 'tree', origin: String(tree?.origin), size: 0, heads_day: null })
            .compile(),
        },
      ]);
      const keeper = keeperOn(copy.store, checkpoints.folder, clock);
      await expect(keeper.run()).rejects.toMatchObject({ trouble: 'rollback' });
      await keeper.run();
      expect(keeper.state()).toMatchObject({ trouble: 'rollback', checkpoint: null });
      await expect(keeper.sign()).rejects.toMatchObject({ trouble: 'rollback' });
    } finally {
      await copy.store.close();
      await copy.remove();
    }
    expect(readdirSync(`${checkpoints.path}/000000`)).toHaveLength(1);
  });

  it('reports a tree that was written anew, and signs nothing', async () => {
    await say(store, 'one', 10);
    const keeper = keeperOn(store, checkpoints.folder, clock);
    await keeper.sign();
    const forged = Buffer.concat(Array.from({ length: 11 }, (_, i) => hashLeaf(`forged ${i}`)));
    await store.commit([
      {
        query: store.db
          .updateTable('ledger_tile')
          .set({ hashes: forged })
          .where('level', '=', 0)
          .compile(),
      },
    ]);
    await say(store, 'one', 1);
    await expect(keeper.run()).rejects.toMatchObject({ trouble: 'fork' });
    expect(keeper.state()).toMatchObject({ trouble: 'fork' });
    expect(await signedSizes()).toEqual([11]);
  });

  it('publishes later what could not be published at once', async () => {
    let isFull = true;
    const folder: CheckpointFolder = {
      ...checkpoints.folder,
      publish: async (size, note) => {
        if (isFull) throw new Error('disk full');
        await checkpoints.folder.publish(size, note);
      },
    };
    await say(store, 'one', 3);
    const keeper = keeperOn(store, folder, clock);
    await expect(keeper.run()).rejects.toThrow('disk full');
    isFull = false;
    await say(store, 'one', 1);
    await keeper.run();
    expect(await checkpoints.folder.latest()).toMatchObject({ size: 4 });
  });
});

/** The world as a process that is killed sees it: after so many writes nothing goes through. */
function dyingAt(step: number, store: Store, folder: CheckpointFolder) {
  let steps = 0;
  const dies = () => {
    steps += 1;
    // Odd steps die before the write, even ones after it.
    return steps > Math.ceil(step / 2) || (steps === Math.ceil(step / 2) && step % 2 === 1);
  };
  const isLast = () => steps === Math.ceil(step / 2);
  const through = async <T>(write: () => Promise<T>): Promise<T> => {
    if (dies()) throw new Error('killed');
    const result = await write();
    if (isLast()) throw new Error('killed');
    return result;
  };
  return {
    store: {
      ...store,
      commit: (unit, options) => through(() => store.commit(unit, options)),
    } satisfies Store,
    folder: {
      ...folder,
      publish: (size, note) => through(() => folder.publish(size, note)),
    } satisfies CheckpointFolder,
  };
}
