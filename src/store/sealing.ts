import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import type { DataKey, KeyRing, KeysBy } from './keys/key-ring.js';
import type { OpenedWords } from './keys/opened-words.js';
import { openRecord } from './keys/record-cipher.js';
import type { Parsed } from './kept.js';
import { Kept, isBytes, parse, sealedValue } from './kept.js';
import { sealOldRows } from './seal-old-rows.js';
import type { Commit, Store, Unit } from './store.js';
import { StoreFailure } from './store.js';

/**
 * The store seen from outside: every write is sealed and every read opened here and nowhere else.
 * What an earlier version left in clear is sealed first.
 */
export async function sealing(
  store: Omit<Store, 'evidence' | 'keys'>,
  keys: KeyRing,
): Promise<Store> {
  const seen = sealedView(store, keys);
  try {
    await sealOldRows(seen, store.db);
  } catch (error) {
    await seen.close();
    throw error;
  }
  return seen;
}

function sealedView(store: Omit<Store, 'evidence' | 'keys'>, keys: KeyRing): Store {
  const underWay = new Set<Promise<Commit>>();
  return {
    ...store,
    keys,
    db: store.db.withPlugin(opener(keys, 'refuse')),
    evidence: store.db.withPlugin(opener(keys, 'show')),
    commit(unit, options) {
      const at = keys.forWriting(scopesIn(unit));
      // In hand, a unit takes its place in the queue at once, in the order of the callers.
      if (!(at instanceof Promise)) return store.commit(sealed(unit, at), options);
      const commit = at
        .then((keysBy) => store.commit(sealed(unit, keysBy), options))
        .finally(() => underWay.delete(commit));
      underWay.add(commit);
      return commit;
    },
    async close() {
      await Promise.allSettled(underWay);
      await store.close();
      await keys.close();
    },
  };
}

function scopesIn(unit: Unit): readonly string[] {
  const scopes = new Set<string>();
  for (const { query } of unit) {
    for (const value of query.parameters) if (value instanceof Kept) scopes.add(value.scope);
  }
  return [...scopes];
}

const sealed = (unit: Unit, keys: KeysBy): Unit =>
  keys.size === 0
    ? unit
    : unit.map((write) => ({
        ...write,
        query: {
          ...write.query,
          parameters: write.query.parameters.map((value) =>
            value instanceof Kept ? sealedValue(value, keys.get(value.scope)) : value,
          ),
        },
      }));

type Row = Record<string, unknown>;

/**
 * Opens what a query brought. A value whose key was destroyed is null, as if erased; one that was
 * altered or moved is refused, or shown as it lies there to whoever gathers evidence.
 */
function opener(keys: KeyRing, damaged: 'refuse' | 'show'): KyselyPlugin {
  // Evidence is of the bytes that lie there now, not of what they once were.
  const words = damaged === 'show' ? null : keys.opened;
  return {
    transformQuery: ({ node }: PluginTransformQueryArgs) => node,
    async transformResult({ result }: PluginTransformResultArgs) {
      const found = sealedIn(result.rows as Row[]);
      if (found.length === 0) return result;
      const ids = [...new Set(found.map(({ parsed }) => parsed.id))];
      const at = damaged === 'show' ? knownAmong(keys, ids) : keys.forReading(ids);
      const keysBy = at instanceof Promise ? await at : at;
      for (const { row, column, parsed } of found) {
        const opened = openedValue(parsed, row, keysBy.get(parsed.id), words);
        if (opened !== undefined) row[column] = opened;
        else if (damaged === 'refuse') {
          throw new StoreFailure(`${parsed.at} was altered outside the service`);
        }
      }
      return result;
    },
  };
}

/** A damaged row may name a key that nobody ever heard of: it stays closed, and the others open. */
async function knownAmong(keys: KeyRing, ids: readonly string[]): Promise<KeysBy> {
  const found = await keysIfKnown(keys, ids);
  if (found) return found;
  const each = await Promise.all(ids.map((id) => keysIfKnown(keys, [id])));
  return new Map(each.flatMap((one) => [...(one ?? [])]));
}

async function keysIfKnown(keys: KeyRing, ids: readonly string[]): Promise<KeysBy | null> {
  try {
    return await keys.forReading(ids);
  } catch (error) {
    if (error instanceof StoreFailure) return null;
    throw error;
  }
}

function sealedIn(rows: readonly Row[]) {
  const found: { row: Row; column: string; parsed: Parsed }[] = [];
  for (const row of rows) {
    for (const column in row) {
      const parsed = parse(row[column]);
      if (parsed) found.push({ row, column, parsed });
    }
  }
  return found;
}

/** Undefined: it does not belong there. */
function openedValue(
  parsed: Parsed,
  row: Row,
  key: DataKey | undefined,
  opened: OpenedWords | null,
) {
  if (!key || isMoved(parsed, row, key.scope)) return undefined;
  if (key.key === null) return null;
  const known = parsed.asText ? opened?.find(key, parsed.name) : undefined;
  if (known !== undefined) return known;
  const { at } = parsed;
  const sealed = isBytes(parsed.sealed) ? parsed.sealed : Buffer.from(parsed.sealed, 'base64');
  const words = openRecord(key.key, { scope: key.scope, at }, sealed);
  if (words === null) return undefined;
  if (!parsed.asText) return words;
  const text = words.toString('utf8');
  opened?.keep(key, parsed.name, text);
  return text;
}

/** Whether the row says of itself that it is another than the one this was sealed for. */
function isMoved({ at }: Parsed, row: Row, scope: string): boolean {
  const seq = /^(?:event|message)\.\w+\/(\d+)$/.exec(at)?.[1];
  if (seq !== undefined && typeof row['seq'] === 'number' && row['seq'] !== Number(seq)) {
    return true;
  }
  return 'stream' in row && row['stream'] !== scope;
}
