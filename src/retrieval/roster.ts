import { basename } from 'node:path';
import type { Store } from '../store/store.js';
import type { Roster } from './queries.js';
import { readRoster } from './queries.js';
import type { Reading } from './reading.js';

/** What a named folder gave the last time. */
export interface KnownFolder {
  readonly folder: string;
  readonly origin: string;
  readonly before: Roster;
}

/**
 * `origin` is what the folders are remembered as when their path may differ next time; without it
 * they are known by their path.
 */
export const readRosters = (
  store: Pick<Store, 'db'>,
  folders: readonly string[],
  origin: string | undefined,
): Promise<KnownFolder[]> =>
  Promise.all(
    folders.map(async (folder) => {
      const name = origin === undefined ? folder : `${origin}/${basename(folder)}`;
      return { folder, origin: name, before: await readRoster(store, name) };
    }),
  );

export interface RosterPlan {
  readonly origin: string;
  /** Null: as before. */
  readonly next: Roster | null;
  /** Documents to remove: their file is gone, or has become another document. */
  readonly gone: readonly string[];
}

/** Compares a named folder with what it gave the last time. */
export function planRoster(
  { folder, origin, before }: KnownFolder,
  readings: readonly Reading[],
  prune: boolean,
): RosterPlan {
  const found = readings.filter(({ file }) => file.folder === folder);
  const here = found.flatMap((reading) =>
    reading.outcome === 'refused' ? [] : [[reading.file.path, reading.document.id] as const],
  );
  // A refused file keeps what it gave before: it is broken, not gone.
  const broken = new Set(
    found.filter(({ outcome }) => outcome === 'refused').map(({ file }) => file.path),
  );
  const kept = Object.entries(before).filter(([path]) => !prune || broken.has(path));
  const next = Object.fromEntries([...kept, ...here]);
  const standing = new Set(Object.values(next));
  const gone = Object.values(before).filter((id) => !standing.has(id));
  return { origin, next: isSame(before, next) ? null : next, gone };
}

const isSame = (one: Roster, other: Roster): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([path, id]) => other[path] === id);
