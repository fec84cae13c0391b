import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { doOnce, forgetOldAnswers } from '../../../src/access/api/idempotency.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import { NOON } from '../staff/staff-room.js';

const MINUTE = 60_000;

describe.each(databases)('a request under a key, on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let done = 0;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  const asked = (key: string, more: object = {}) => ({
    caller: 'advisor1',
    what: 'POST /api/v1/x',
    body: { text: '您好' },
    key,
    ...more,
  });
  const work = async () => ({ status: 201, json: `{"nth":${(done += 1)}}` });
  const send = (key: string, more: object = {}, now = NOON, how = work) =>
    doOnce(store, asked(key, more), now, how);

  /** A request that is under way from `begun` on until it may `finish`. */
  function sendSlowly(key: string) {
    let [begin, finish] = [() => {}, () => {}];
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const first = send(key, {}, NOON, async () => {
      begin();
      await mayFinish;
      return work();
    });
    return { begun, finish, first };
  }

  it('is done once and answered the same again, for a day', async () => {
    const first = await send('a');
    expect(await send('a')).toEqual(first);
    await forgetOldAnswers(store, NOON + 24 * 60 * MINUTE);
    expect(await send('a')).toEqual(first);
    await forgetOldAnswers(store, NOON + 24 * 60 * MINUTE + 1);
    expect(await send('a')).not.toEqual(first);
  });

  it('is another one from another caller, or to another address', async () => {
    const first = await send('b');
    expect(await send('b', { caller: 'advisor2' })).not.toEqual(first);
    expect(await send('b', { what: 'POST /api/v1/y' })).not.toEqual(first);
  });

  it('is refused when it says something else under the same key', async () => {
    await send('c');
    await expect(send('c', { body: { text: '再见' } })).rejects.toMatchObject({ status: 422 });
  });

  it('is done by one of many who send it at once; the others are told to wait', async () => {
    const before = done;
    const { begun, finish, first } = sendSlowly('d');
    await begun;
    const others = await Promise.allSettled(Array.from({ length: 5 }, () => send('d')));
    for (const other of others) {
      expect(other).toMatchObject({ status: 'rejected', reason: { status: 409 } });
    }
    finish();
    expect(await first).toEqual(await send('d'));
    expect(done).toBe(before + 1);
  });

  it('may be tried again after a failure', async () => {
    const fail = () => Promise.reject(new Error('away'));
    await expect(send('e', {}, NOON, fail)).rejects.toThrow('away');
    expect(await send('e')).toMatchObject({ status: 201 });
  });

  it('is begun anew a minute after whoever began it died', async () => {
    await sendSlowly('f').begun;
    await expect(send('f', {}, NOON + MINUTE)).rejects.toMatchObject({ status: 409 });
    expect(await send('f', {}, NOON + MINUTE + 1)).toMatchObject({ status: 201 });
  });
});
