import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/store.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import { readLeaves } from '../bundle/queries.js';
import { growingRoot } from '../growing-root.js';
import { hashLeaf } from '../merkle.js';

/** 全量核验: every entry the house has, hashed anew and held against what was signed. */

export interface TreeVerdict {
  readonly verdict: 'intact' | 'altered' | 'incomplete';
  /** Entries that were read. */
  readonly leaves: number;
  /** The first place without an entry; null: there is none. */
  readonly missing: number | null;
}

const PAGE = 2_000;

export async function verifyOwnTree(
  store: Store,
  { size, root }: Pick<SignedCheckpoint, 'size' | 'root'>,
): Promise<TreeVerdict> {
  const tree = growingRoot();
  let leaves = 0;
  while (leaves < size) {
    const rows = await readLeaves(store, leaves, Math.min(size, leaves + PAGE));
    const gap = rows.findIndex(({ leaf }, nth) => Number(leaf) !== leaves + nth);
    const whole = gap < 0 ? rows : rows.slice(0, gap);
    for (const { entry } of whole) tree.add(hashLeaf(entry));
    leaves += whole.length;
    if (gap >= 0 || rows.length === 0) return { verdict: 'incomplete', leaves, missing: leaves };
    // A message that comes in meanwhile waits a page and no longer.
    await setImmediate();
  }
  const isSame = tree.root().equals(root);
  return { verdict: isSame ? 'intact' : 'altered', leaves, missing: null };
}
