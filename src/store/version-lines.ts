import type { Store } from './store.js';
import type { VersionKind, VersionRow } from './version-rows.js';

/** Single lines of the version log: which one stood, and who had brought it. */

type Reads = Pick<Store, 'db'>;

export type VersionLine = Pick<VersionRow, 'hash' | 'since' | 'author' | 'approver' | 'basis'>;

/** The last line until an instant with a text whose hash begins like this: of a template, as a reply names it. */
export const lineByHash = (
  { db }: Reads,
  hash: string,
  at: number,
): Promise<VersionLine | undefined> =>
  db
    .selectFrom('version')
    .selectAll()
    .where('kind', 'in', ['file', 'house_file'])
    .where('hash', '>=', hash)
    .where('hash', '<', `${hash}g`)
    .where('since', '<=', at)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The last line of a kind until a place of the log; without a place, until an instant. */
const lastOfKind = ({ db }: Reads, kind: VersionKind, place: number | null, at: number) => {
  const lines = db
    .selectFrom('version')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .limit(1);
  return place === null ? lines.where('since', '<=', at) : lines.where('seq', '<=', place);
};

/** What stood under a name at a place of the log; without a place, at an instant. */
export const lineOf = (
  reads: Reads,
  kind: VersionKind,
  name: string,
  place: number | null,
  at: number,
): Promise<VersionLine | undefined> =>
  lastOfKind(reads, kind, place, at).where('name', '=', name).executeTakeFirst();

/** The last line of a kind until then, of names that begin so. */
export const latestLine = (
  reads: Reads,
  kind: VersionKind,
  under: string,
  place: number | null,
  at: number,
): Promise<VersionLine | undefined> =>
  lastOfKind(reads, kind, place, at)
    .$if(under !== '', (q) => q.where('name', 'like', `${under}%`))
    .executeTakeFirst();

/** Every line of a file's name, as it came with releases and as the house changed it, the first first. */
export const linesOfFile = (
  { db }: Reads,
  name: string,
): Promise<(VersionLine & Pick<VersionRow, 'kind'>)[]> =>
  db
    .selectFrom('version')
    .selectAll()
    .where('kind', 'in', ['file', 'house_file'])
    .where('name', '=', name)
    .orderBy('seq')
    .execute();

/** Whether a text ever stood under a name. */
export const hasStood = async (
  { db }: Reads,
  kind: VersionKind,
  name: string,
  hash: string,
): Promise<boolean> => {
  const line = await db
    .selectFrom('version')
    .select('seq')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return line !== undefined;
};

const CHANGE = 'change:';

export const basisOf = (change: string): VersionRow['basis'] => `${CHANGE}${change}`;

/** The change that put a line there; null: none did. */
export const changeBehind = ({ basis }: Pick<VersionRow, 'basis'>): string | null =>
  basis.startsWith(CHANGE) ? basis.slice(CHANGE.length) : null;

/**
 * Names under which the house has another text, by a change, than was brought there without one. What a
 * change put there and another took back is as it was brought, and follows what is brought next.
 */
export async function changedNames({ db }: Reads, kind: VersionKind): Promise<ReadonlySet<string>> {
  const lines = await db
    .selectFrom('version')
    .select(['name', 'hash', 'basis'])
    .where('kind', '=', kind)
    .orderBy('seq')
    .execute();
  const brought = new Map<string, string | null>();
  const changed = new Set<string>();
  for (const { name, hash, basis } of lines) {
    if (changeBehind({ basis }) === null) brought.set(name, hash);
    if (hash === (brought.get(name) ?? null)) changed.delete(name);
    else changed.add(name);
  }
  return changed;
}
