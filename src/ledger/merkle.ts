import { hash } from 'node:crypto';

/** Merkle tree of RFC 6962 §2.1 (hash SHA-256); sizes and indexes stay below 2^53. */

export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (data: string | Buffer): Buffer => hash('sha256', data, 'buffer');

export const hashLeaf = (data: string | Buffer): Buffer =>
  sha256(typeof data === 'string' ? `\0${data}` : Buffer.concat([LEAF, data]));

export const hashNode = (left: Buffer, right: Buffer): Buffer =>
  sha256(Buffer.concat([NODE, left, right]));

export const EMPTY_ROOT = sha256('');

/** The root over leaves `from` … `to - 1`; `from` is where a subtree of that width may begin. */
export type RangeHash = (from: number, to: number) => Buffer;

/** Hash of a list of leaf hashes. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  return leaves.length === 0 ? EMPTY_ROOT : rangeOver(leaves)(0, leaves.length);
}

/** Hashes of ranges of a list that is held in memory. */
export function rangeOver(leaves: readonly Buffer[]): RangeHash {
  const range: RangeHash = (from, to) => {
    if (to - from === 1) return leaves[from] as Buffer;
    const middle = from + splitOf(to - from);
    return hashNode(range(from, middle), range(middle, to));
  };
  return range;
}

/** The largest power of two below `size`; `size` ≥ 2. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Audit path of a leaf in the tree of `size` leaves, from the leaf upwards. */
export function inclusionProof(index: number, size: number, range: RangeHash): Buffer[] {
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(range(middle, to));
      to = middle;
    } else {
      path.push(range(from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** Proof that the tree of `old` leaves is the beginning of the one of `size`; 0 < old ≤ size. */
export function consistencyProof(old: number, size: number, range: RangeHash): Buffer[] {
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  // Where the old tree is itself one of the subtrees, whoever checks has its hash already.
  let isWhole = true;
  while (to > old) {
    const middle = from + splitOf(to - from);
    if (old <= middle) {
      path.push(range(middle, to));
      to = middle;
    } else {
      path.push(range(from, middle));
      from = middle;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(range(from, to));
  return path.reverse();
}

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

/** The root an audit path leads to (RFC 9162 §2.1.3.2); null: it has not the length it must have. */
export function rootByInclusion(
  index: number,
  size: number,
  leaf: Buffer,
  path: readonly Buffer[],
): Buffer | null {
  if (index >= size) return null;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (isOdd(place) || place === last) {
      hash = hashNode(sibling, hash);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = hashNode(hash, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : null;
}

/** Whether a proof leads from one root to the other (RFC 9162 §2.1.4.2). */
export function isConsistent(
  old: { readonly size: number; readonly root: Buffer },
  now: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (old.size === 0) return proof.length === 0;
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root);
  if (old.size > now.size) return false;
  const path = isPowerOfTwo(old.size) ? [old.root, ...proof] : [...proof];
  const roots = rootsByConsistency(old.size, now.size, path);
  return roots !== null && roots.old.equals(old.root) && roots.now.equals(now.root);
}

const isPowerOfTwo = (n: number): boolean => n === 1 || splitOf(n + 1) === n;

function rootsByConsistency(old: number, size: number, path: readonly Buffer[]) {
  const [first, ...rest] = path;
  if (!first) return null;
  let [place, last] = [old - 1, size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  let [before, now] = [first, first];
  for (const hash of rest) {
    if (last === 0) return null;
    if (isOdd(place) || place === last) {
      before = hashNode(hash, before);
      now = hashNode(hash, now);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else now = hashNode(now, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? { old: before, now } : null;
}
