import type { KeyObject } from 'node:crypto';
import type { Store } from '../store/store.js';
import type { Instant } from '../terms/time.js';
import type { CheckpointFolder } from './checkpoint-folder.js';
import { OtherCheckpoint } from './checkpoint-folder.js';
import { signCheckpoint } from './checkpoint.js';
import { noteKey, verifierLine } from './note.js';
import { findTree, insertCheckpoint, markPublished, unpublishedCheckpoints } from './queries.js';
import { rootAt } from './tree.js';
import { LedgerTrouble } from './trouble.js';

export interface SigningDeps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly key: KeyObject;
  readonly folder: CheckpointFolder;
}

/** Signs only what is committed, and keeps the note before anybody sees it. */
export async function signAt({ store, now, key }: SigningDeps, origin: string, size: number) {
  const root = await rootAt(store, size);
  const note = signCheckpoint({ origin, size, root }, noteKey(origin, key));
  await store.commit([insertCheckpoint(store, { size, note, signed_at: now() })]);
}

/** Lays down what was signed where the service cannot rewrite it; what failed before is tried again. */
export async function letOut({ store, folder, key }: SigningDeps): Promise<void> {
  const waiting = await unpublishedCheckpoints(store);
  const tree = waiting.length > 0 ? await findTree(store) : undefined;
  if (tree) await folder.publishKey(keyLineOf(key, tree.origin));
  for (const { size, note } of waiting) {
    await folder.publish(size, note).catch((error: unknown) => {
      throw error instanceof OtherCheckpoint ? new LedgerTrouble('fork', size, size) : error;
    });
    await store.commit([markPublished(store, size)]);
  }
}

export const keyLineOf = (key: KeyObject, origin: string): string =>
  verifierLine(noteKey(origin, key));
