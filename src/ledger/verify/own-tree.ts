import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/store.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import { readLeaves } from '../bundle/queries.js';
import { EMPTY_ROOT, hashLeaf, hashNode } from '../merkle.js';

/** 全量核验: every entry the house has, hashed anew and held against what was signed. */

export interface TreeVerdict {
  readonly verdict: 'intact' | 'altered' | 'incomplete';
  /** Entries that were read. */
  readonly leaves: number;
  /** The first place without an entry; null: there is none. */
  readonly missing: number | null;
}

const PAGE = 2_000;

/** Complete subtrees from the left, the largest first: as many as the size has ones in binary. */
interface Peak {
  readonly height: number;
  readonly hash: Buffer;
}

export async function verifyOwnTree(
  store: Store,
  { size, root }: Pick<SignedCheckpoint, 'size' | 'root'>,
): Promise<TreeVerdict> {
  const peaks: Peak[] = [];
  let leaves = 0;
  while (leaves < size) {
    const rows = await readLeaves(store, leaves, Math.min(size, leaves + PAGE));
    const gap = rows.findIndex(({ leaf }, nth) => Number(leaf) !== leaves + nth);
    const whole = gap < 0 ? rows : rows.slice(0, gap);
    for (const { entry } of whole) push(peaks, hashLeaf(entry));
    leaves += whole.length;
    if (gap >= 0 || rows.length === 0) return { verdict: 'incomplete', leaves, missing: leaves };
    // A message that comes in meanwhile waits a page and no longer.
    await setImmediate();
  }
  const isSame = folded(peaks).equals(root);
  return { verdict: isSame ? 'intact' : 'altered', leaves, missing: null };
}

function push(peaks: Peak[], leaf: Buffer): void {
  let [height, hash] = [0, leaf];
  for (let last = peaks.at(-1); last?.height === height; last = peaks.at(-1)) {
    hash = hashNode(last.hash, hash);
    height += 1;
    peaks.pop();
  }
  peaks.push({ height, hash });
}

const folded = (peaks: readonly Peak[]): Buffer =>
  peaks.length === 0
    ? EMPTY_ROOT
    : peaks.map(({ hash }) => hash).reduceRight((right, left) => hashNode(left, right));
