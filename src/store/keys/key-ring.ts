import { randomBytes } from 'node:crypto';
import { StoreFailure } from '../store.js';
import type { DataKeyRow, KeyStore } from './key-table.js';
import { OpenedWords } from './opened-words.js';
import type { RootKey } from './root-key.js';
import { newKey } from './root-key.js';

/** A key in hand. `key` null: it was destroyed. */
export interface DataKey {
  readonly id: string;
  readonly scope: string;
  readonly key: Buffer | null;
}

/** The keys of this process: fetched when needed, held within a bound, dropped when destroyed. */
export interface KeyRing {
  readonly opened: OpenedWords;
  /** Keys to write under, by scope; made where there is none. A promise only where one is not held. */
  forWriting(scopes: readonly string[]): KeysBy | Promise<KeysBy>;
  /** Keys by id. Throws StoreFailure where one was never heard of. */
  forReading(ids: readonly string[]): KeysBy | Promise<KeysBy>;
  /** Scopes among these that have a key. */
  living(scopes: readonly string[]): Promise<readonly string[]>;
  /** For good: resolves once the keys are gone from the store's files. Gives how many there were. */
  destroy(scopes: readonly string[], at: number): Promise<number>;
  /** Throws StoreFailure where this root opens not even one key of the store. */
  check(): Promise<void>;
  /** Another process destroyed these; null: perhaps any. */
  drop(ids: readonly string[] | null): void;
  close(): Promise<void>;
}

export type KeysBy = ReadonlyMap<string, DataKey>;

/** Of 200 bytes each. */
const MOST_HELD = 20_000;
/** Below both databases' parameter limits. */
const BATCH = 500;

/** `mayHold`: whether this process would hear of a key that another one destroys. */
export function createKeyRing(
  store: KeyStore,
  root: RootKey,
  now: () => number,
  mayHold: () => boolean = () => true,
): KeyRing {
  const byId = new Map<string, DataKey>();
  const byScope = new Map<string, DataKey>();
  const opened = new OpenedWords();

  const hold = (key: DataKey): DataKey => {
    const before = byId.get(key.id);
    if (before) opened.forget(before);
    for (const [held, name] of [[byId, key.id] as const, [byScope, key.scope] as const]) {
      if (held === byScope && key.key === null) continue;
      held.delete(name);
      held.set(name, key);
      if (held.size <= MOST_HELD) continue;
      const [oldest, gone] = held.entries().next().value as [string, DataKey];
      held.delete(oldest);
      opened.forget(gone);
    }
    return key;
  };
  const drop = (ids: readonly string[] | null) => {
    for (const id of ids ?? [...byId.keys()]) {
      const known = byId.get(id);
      byId.delete(id);
      if (known) opened.forget(known);
      if (known && byScope.get(known.scope)?.id === id) byScope.delete(known.scope);
    }
    if (ids === null) byScope.clear();
  };
  const unwrapped = (row: DataKeyRow): DataKey => {
    const { id, scope, wrapped } = row;
    if (wrapped === null) return hold({ id, scope, key: null });
    const key = root.unwrap(id, scope, wrapped);
    if (key === null) throw new StoreFailure(`the root key does not open key ${id}`);
    return hold({ id, scope, key });
  };
  const held = (from: ReadonlyMap<string, DataKey>, names: readonly string[]): KeysBy | null => {
    if (!mayHold() && names.length > 0) return null;
    const found = new Map<string, DataKey>();
    for (const name of names) {
      const known = from.get(name);
      if (!known) return null;
      found.set(name, known);
    }
    return found;
  };

  const livingRows = async (scopes: readonly string[]): Promise<readonly DataKeyRow[]> =>
    inBatches(scopes, (batch) =>
      store.db
        .selectFrom('data_key')
        .selectAll()
        .where('scope', 'in', batch)
        .where('destroyed_at', 'is', null)
        .execute(),
    );
  const make = async (scopes: readonly string[]): Promise<void> => {
    const rows = scopes.map((scope) => {
      const id = randomBytes(16).toString('hex');
      return { id, scope, wrapped: root.wrap(id, scope, newKey()), made_at: now() };
    });
    await store.commit(
      rows.map((row) => ({
        query: store.db
          .insertInto('data_key')
          .values({ ...row, destroyed_at: null })
          // Another replica may have been first: then its key is the stream's.
          .onConflict((c) => c.doNothing())
          .compile(),
      })),
    );
  };
  const fetchScopes = async (scopes: readonly string[]): Promise<KeysBy> => {
    const wanted = [...new Set(scopes)];
    const found = new Map<string, DataKey>();
    const take = (rows: readonly DataKeyRow[]) => {
      for (const row of rows) found.set(row.scope, unwrapped(row));
    };
    take(await livingRows(wanted));
    const without = wanted.filter((scope) => !found.has(scope));
    if (without.length > 0) {
      await make(without);
      take(await livingRows(without));
    }
    return found;
  };
  const fetchIds = async (ids: readonly string[]): Promise<KeysBy> => {
    const rows = await inBatches(ids, (batch) =>
      store.db.selectFrom('data_key').selectAll().where('id', 'in', batch).execute(),
    );
    const found = new Map(rows.map((row) => [row.id, unwrapped(row)]));
    const lost = ids.find((id) => !found.has(id));
    if (lost !== undefined) throw new StoreFailure(`the key store does not hold key ${lost}`);
    return found;
  };

  return {
    opened,
    forWriting: (scopes) => held(byScope, scopes) ?? fetchScopes(scopes),
    forReading: (ids) => held(byId, ids) ?? fetchIds(ids),
    living: async (scopes) => (await livingRows(scopes)).map(({ scope }) => scope),
    async destroy(scopes, at) {
      const rows = await livingRows(scopes);
      if (rows.length > 0) {
        const destroyed = rows.map(({ id }) => ({
          query: store.db
            .updateTable('data_key')
            .set({ wrapped: null, destroyed_at: at })
            .where('id', '=', id)
            .compile(),
        }));
        await store.commit([...destroyed, ...store.announce]);
      }
      drop(rows.map(({ id }) => id));
      await store.scour();
      return rows.length;
    },
    async check() {
      const row = await store.db
        .selectFrom('data_key')
        .selectAll()
        .where('destroyed_at', 'is', null)
        .limit(1)
        .executeTakeFirst();
      if (row) unwrapped(row);
    },
    drop,
    close: () => store.close(),
  };
}

async function inBatches<T>(
  names: readonly string[],
  read: (batch: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let at = 0; at < names.length; at += BATCH) {
    rows.push(...(await read(names.slice(at, at + BATCH))));
  }
  return rows;
}
