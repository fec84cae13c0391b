import { basename } from 'node:path';
import type { Store } from '../store/store.js';
import type { Roster } from './queries.js';
import { readRoster } from './queries.js';
import type { Reading } from './reading.js';

export interface RosterPlan {
  readonly origin: string;
  readonly next: Roster;
  /** Documents to remove: their file is gone, or has become another document. */
  readonly gone: readonly string[];
}

/**
 * Compares each named folder with what it gave the last time. `origin` is what the folders are
 * remembered as when their path may differ next time; without it they are known by their path.
 */
export async function planRosters(
  store: Pick<Store, 'db'>,
  folders: readonly string[],
  readings: readonly Reading[],
  { prune = false, origin }: { readonly prune?: boolean; readonly origin?: string },
): Promise<RosterPlan[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const name = origin === undefined ? folder : `${origin}/${basename(folder)}`;
      const here = readings.filter(({ file }) => file.folder === folder);
      return planRoster(name, await readRoster(store, name), here, prune);
    }),
  );
}

function planRoster(
  origin: string,
  before: Roster,
  readings: readonly Reading[],
  prune: boolean,
): RosterPlan {
  const here = readings.flatMap((reading) =>
    reading.outcome === 'refused' ? [] : [[reading.file.path, reading.document.id] as const],
  );
  // A refused file keeps what it gave before: it is broken, not gone.
  const broken = new Set(
    readings.filter(({ outcome }) => outcome === 'refused').map(({ file }) => file.path),
  );
  const kept = Object.entries(before).filter(([path]) => !prune || broken.has(path));
  const next = Object.fromEntries([...kept, ...here]);
  const standing = new Set(Object.values(next));
  return { origin, next, gone: Object.values(before).filter((id) => !standing.has(id)) };
}
