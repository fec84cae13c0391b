import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { insertEvent, readEvents } from '../../src/conversation/queries/stream.js';
import type { Store } from '../../src/store/store.js';
import { StoreFailure } from '../../src/store/store.js';
import { databases } from './databases.js';

const SAID = '{"text":"我叫王小明，手机 13800138000"}';
const event = (stream: string, seq: number, body = SAID) => ({
  stream,
  seq,
  kind: 'MessageReceived',
  at: 1,
  actor: 'customer',
  body,
  salt: 'ab'.repeat(32),
});

describe.each(databases)('words on record on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let reopen: (secret?: string) => Promise<Store>;

  beforeEach(async () => {
    ({ store, remove, reopen } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const write = (...events: readonly ReturnType<typeof event>[]) =>
    store.commit(events.map((one) => insertEvent(store, one)));
  const raw = (sql: string) => store.commit([{ query: CompiledQuery.raw(sql), rows: 1 }]);
  /** As they lie there: a value in an expression of its own is no column that is opened. */
  const stored = async (): Promise<readonly string[]> => {
    const query = CompiledQuery.raw(`select 'x' || body as lying from event order by stream, seq`);
    const { rows } = await store.db.executeQuery<{ lying: string }>(query);
    return rows.map(({ lying }) => lying);
  };
  const bodies = async (stream: string) =>
    (await readEvents(store, stream)).map(({ body }) => body);

  it('lie there as nobody can read them, and are read as they were said', async () => {
    await write(event('one', 1), event('one', 2, '{}'));
    expect((await stored()).join()).not.toMatch(/王小明|138/);
    expect(await bodies('one')).toEqual([SAID, '{}']);
  });

  it('are read by whoever opens the store again', async () => {
    await write(event('one', 1));
    const again = await reopen();
    const rows = await readEvents(again, 'one');
    await again.close();
    expect(rows.map(({ body }) => body)).toEqual([SAID]);
  });

  it('are opened by no other secret, which ends the start', async () => {
    await write(event('one', 1));
    await expect(reopen('another secret of this house altogether')).rejects.toThrow(StoreFailure);
  });

  it('are refused where they were altered or moved to another row or stream', async () => {
    await write(event('one', 1), event('one', 2, '{"text":"好"}'), event('two', 1));
    await raw(`update event set body = (select e.body from event e where e.stream = 'one' and e.seq = 2)
      where stream = 'one' and seq = 1`);
    await raw(`update event set body = (select e.body from event e where e.stream = 'one' and e.seq = 2)
      where stream = 'two' and seq = 1`);
    await expect(bodies('one')).rejects.toThrow('altered outside the service');
    const two = store.db.selectFrom('event').selectAll().where('stream', '=', 'two').execute();
    await expect(two).rejects.toThrow('altered outside the service');
  });

  it('are shown as they lie there to whoever gathers evidence of it', async () => {
    await write(event('one', 1));
    await raw(`update event set body = substr(body, 1, 60) || 'AAAA' || substr(body, 65)`);
    const rows = await store.evidence.selectFrom('event').select(['seq', 'body']).execute();
    expect(rows).toEqual([{ seq: 1, body: expect.stringMatching(/^k1:/) }]);
  });

  it('are gone for good once the key of their stream is destroyed, and no others are', async () => {
    await write(event('one', 1), event('two', 1));
    expect(await store.keys.destroy(['one'], 5)).toBe(1);
    expect(await bodies('one')).toEqual([null]);
    expect(await bodies('two')).toEqual([SAID]);
    expect(await store.keys.living(['one', 'two'])).toEqual(['two']);
  });

  it('can be written again after that, under another key', async () => {
    await write(event('one', 1));
    await store.keys.destroy(['one'], 5);
    await write(event('one', 2, '{"later":true}'));
    expect(await bodies('one')).toEqual([null, '{"later":true}']);
  });

  it('are under one key when many write to a new stream at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(event('one', i + 1))));
    expect(new Set((await stored()).map((body) => body.slice(0, 36))).size).toBe(1);
    expect(await bodies('one')).toHaveLength(20);
  });

  it('that were handed over for a new stream are kept though the store is closed at once', async () => {
    const handed = write(event('one', 1));
    await store.close();
    expect(await handed).toEqual({ kind: 'committed' });
    store = await reopen();
    expect(await bodies('one')).toEqual([SAID]);
  });
});

describe.each(databases)('what an earlier version left in clear on $name', (database) => {
  it('is sealed when the store is opened, and read as before', async () => {
    const { store, reopen, remove } = await database.open();
    const raw = (text: string) => ({ query: CompiledQuery.raw(text) });
    const many = Array.from({ length: 1_200 }, (_, i) =>
      raw(`insert into event (stream, seq, kind, at, actor, body, salt)
        values ('old', ${i + 1}, 'MessageReceived', 1, 'customer', '${SAID}', 'abcd')`),
    );
    await store.commit([
      raw(`delete from sealed_once`),
      ...many,
      raw(`insert into message (conversation_id, seq, role, text, at)
        values ('old', 1, 'customer', '我叫王小明', 1)`),
      raw(`insert into attempt (turn_id, n, conversation_id, fence, started_at, versions, outcome)
        values ('turn', 1, 'old', 1, 1, '{}', 'replied')`),
      raw(`insert into tool_call (idem_key, turn_id, ordinal, name, args, intent_at, status)
        values ('call', 'turn', 1, 'search', '{"query":"王小明"}', 1, 'done')`),
    ]);
    await store.close();
    const again = await reopen();
    try {
      const { db } = again;
      expect(await readEvents(again, 'old')).toHaveLength(1_200);
      expect((await readEvents(again, 'old'))[1_199]).toMatchObject({ body: SAID });
      expect(await db.selectFrom('message').select('text').execute()).toEqual([
        { text: '我叫王小明' },
      ]);
      expect(await db.selectFrom('tool_call').select('args').execute()).toEqual([
        { args: '{"query":"王小明"}' },
      ]);
      expect(await again.keys.living(['old', 'lost:tool_call'])).toEqual(['old']);
      for (const column of ['event.body', 'event.salt', 'message.text', 'tool_call.args']) {
        const [table, name] = column.split('.');
        const query = CompiledQuery.raw(`select 1 from ${table} where ${name} not like 'k1:%'`);
        expect([column, (await db.executeQuery(query)).rows]).toEqual([column, []]);
      }
    } finally {
      await again.close();
      await remove();
    }
  });
});

/** A SQLite file has one process; only PostgreSQL has replicas before it. */
const replicated = databases.filter(({ name }) => name === 'postgres');

for (const database of replicated) {
  describe('a key destroyed by one of two replicas', () => {
    it('is dropped by the other, which held it, without being asked', async () => {
      const { store, reopen, remove } = await database.open();
      const other = await reopen();
      try {
        await store.commit([insertEvent(store, event('one', 1))]);
        const before = await readEvents(other, 'one');
        await store.keys.destroy(['one'], 5);
        const after = await waitFor(async () => {
          const [row] = await readEvents(other, 'one');
          return row?.body === null ? row : null;
        });
        expect([before[0]?.body, after.body]).toEqual([SAID, null]);
      } finally {
        await store.close();
        await other.close();
        await remove();
      }
    });
  });
}

/** Asks until it is so; the time limit of the test ends it. */
async function waitFor<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
  }
}
