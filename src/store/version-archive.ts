import { createHash } from 'node:crypto';
import type { Store, Write } from './store.js';
import { StoreFailure } from './store.js';
import type { VersionKind, VersionRow } from './version-rows.js';

/** The archive of what the assistant spoke from: what stood, stands, and is put there from now on. */

/** Who brought a version, and who let it. */
export type Attribution = Pick<VersionRow, 'since' | 'author' | 'approver' | 'basis'>;

/** Whoever brought it left no name. */
export const UNNAMED = { author: 'unknown', approver: null, basis: 'direct' } as const;

type Reads = Pick<Store, 'db'>;

export const contentHash = (content: string): string =>
  createHash('sha256').update(content).digest('hex');

/** Rows that fit into one statement, far below what either database binds. */
const ROWS = 200;

/** Texts by name, as they stand at a place of the log; in the database's own order of names. */
export type Texts = ReadonlyMap<string, string>;
/** SHA-256 of the text that stands, by name. */
type Hashes = ReadonlyMap<string, string>;

/** `upTo`: the place in the log; absent: now. */
export async function standing(
  { db }: Reads,
  kind: VersionKind,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<Hashes> {
  const rows = await db
    .selectFrom('version')
    .select(['name', 'hash'])
    .where('seq', 'in', (latest) =>
      latest
        .selectFrom('version')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('kind', '=', kind)
        .where('seq', '<=', upTo)
        .groupBy('name'),
    )
    .orderBy('name')
    .execute();
  return new Map(
    rows.flatMap(({ name, hash }) => (hash === null ? [] : ([[name, hash]] as const))),
  );
}

/** The place of a kind's latest line; 0: it has none. */
export async function placeOf({ db }: Reads, kind: VersionKind): Promise<number> {
  const { place } = await db
    .selectFrom('version')
    .select(({ fn }) => fn.max('seq').as('place'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return place === null ? 0 : Number(place);
}

/** The texts that stood at a place of the log. Throws StoreFailure when one of them is not kept. */
export async function stateAt(store: Reads, kind: VersionKind, place: number): Promise<Texts> {
  const hashes = await standing(store, kind, place);
  const texts = await textsOf(store, [...new Set(hashes.values())]);
  return new Map(
    [...hashes].map(([name, hash]) => {
      const text = texts.get(hash);
      if (text === undefined) throw new StoreFailure(`the archive has lost ${kind} ${name}`);
      return [name, text] as const;
    }),
  );
}

/** By hash. */
async function textsOf({ db }: Reads, hashes: readonly string[]): Promise<Texts> {
  const texts = new Map<string, string>();
  for (let start = 0; start < hashes.length; start += ROWS) {
    const rows = await db
      .selectFrom('version_text')
      .selectAll()
      .where('hash', 'in', hashes.slice(start, start + ROWS))
      .execute();
    for (const { hash, content } of rows) texts.set(hash, content);
  }
  return texts;
}

export const findText = async (store: Reads, hash: string): Promise<string | null> =>
  (await textsOf(store, [hash])).get(hash) ?? null;

/** Throws StoreFailure when it is not kept: a text that was lost is not one that is to go. */
export async function keptText(store: Reads, hash: string): Promise<string> {
  const text = await findText(store, hash);
  if (text === null) throw new StoreFailure(`the archive has lost ${hash}`);
  return text;
}

/** One text by name, or that there is none any more, in the unit of whoever changes it. */
export const versionWrites = (
  { db }: Reads,
  kind: VersionKind,
  changed: ReadonlyMap<string, string | null>,
  by: Attribution,
): readonly Write[] => {
  const all = [...changed].map(([name, content]) => ({
    name,
    content,
    hash: content === null ? null : contentHash(content),
  }));
  const unit: Write[] = [];
  for (let start = 0; start < all.length; start += ROWS) {
    const part = all.slice(start, start + ROWS);
    const texts = new Map(
      part.flatMap(({ hash, content }) =>
        hash === null || content === null ? [] : [[hash, content] as const],
      ),
    );
    if (texts.size > 0) unit.push(textWrite({ db }, texts));
    const rows = part.map(({ name, hash }) => ({ kind, name, hash, ...by }));
    unit.push({ query: db.insertInto('version').values(rows).compile(), rows: rows.length });
  }
  return unit;
};

/** Keeps texts by hash; what is kept already stays. */
export const textWrite = ({ db }: Reads, texts: ReadonlyMap<string, string>): Write => ({
  query: db
    .insertInto('version_text')
    .values([...texts].map(([hash, content]) => ({ hash, content })))
    .onConflict((on) => on.doNothing())
    .compile(),
});

/**
 * Sees to it that the log says of a kind what really stands, whoever put it there, and returns the
 * place in the log at which it does. What stands unchanged keeps the line it has. `upTo`: the place at
 * which `real` was read; absent: now.
 */
export async function keepState(
  store: Pick<Store, 'db' | 'commit'>,
  kind: VersionKind,
  real: Texts,
  by: Attribution,
  upTo?: number,
): Promise<number> {
  const before = await standing(store, kind, upTo);
  const changed = new Map<string, string | null>();
  for (const [name, content] of real) {
    if (before.get(name) !== contentHash(content)) changed.set(name, content);
  }
  for (const name of before.keys()) if (!real.has(name)) changed.set(name, null);
  if (changed.size === 0) return upTo ?? placeOf(store, kind);
  await store.commit(versionWrites(store, kind, changed, by));
  return placeOf(store, kind);
}
