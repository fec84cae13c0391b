import { randomBytes } from 'node:crypto';
import type { Store, Write } from '../store/store.js';
import type { Checkpoint } from './checkpoint.js';
import { EMPTY_ROOT, hashLeaf } from './merkle.js';
import {
  findTree,
  insertTree,
  moveTree,
  placeEntry,
  putStreamHead,
  putTile,
  readTiles,
  readUntaken,
} from './queries.js';
import { edgeOf, grow, rangeOfTiles, tilesFor } from './tiles.js';

/** As many as fill a tile: few enough that a message which comes in meanwhile waits a moment only. */
const BATCH = 256;

type Untaken = Awaited<ReturnType<typeof readUntaken>>[number];

/** The tree of this database; it is begun where there is none. */
export async function theTree(store: Store, deployment: string) {
  for (;;) {
    const tree = await findTree(store);
    if (tree) return tree;
    // Two deployments of one name have trees of two names, and their checkpoints are never mixed.
    const origin = `${deployment}/${randomBytes(8).toString('hex')}`;
    await store.commit([insertTree(store, origin)]);
  }
}

/**
 * Takes committed entries into the tree, a batch at a time and each in one unit with its place;
 * resolves with the tree's size once none is left, or another replica is ahead.
 */
export async function takeEntries(store: Store, from: number): Promise<number> {
  let size = from;
  for (;;) {
    const entries = await readUntaken(store, BATCH);
    if (entries.length === 0) return size;
    const commit = await store.commit(await growthUnit(store, size, entries));
    if (commit.kind === 'conflict') return (await findTree(store))?.size ?? size;
    size += entries.length;
  }
}

async function growthUnit(
  store: Store,
  size: number,
  entries: readonly Untaken[],
): Promise<readonly Write[]> {
  const edge = await readTiles(store, edgeOf(size));
  const leaves = entries.map(({ entry }) => hashLeaf(entry));
  const heads = new Map(entries.map((entry) => [entry.stream, entry]));
  return [
    moveTree(store, size, size + entries.length),
    ...entries.map(({ stream, cseq }, i) => placeEntry(store, stream, cseq, size + i)),
    ...[...heads.values()].map((last) => putStreamHead(store, last.stream, last.cseq, last.hash)),
    ...grow(size, edge, leaves).map((tile) => putTile(store, tile)),
  ];
}

/** The root over the first `size` leaves. */
export async function rootAt(store: Store, size: number): Promise<Buffer> {
  if (size === 0) return EMPTY_ROOT;
  return rangeOfTiles(await readTiles(store, tilesFor(size, [])))(0, size);
}

/** Whether the tree, now of `size` leaves, still begins as this checkpoint says. */
export async function holds(
  store: Store,
  size: number,
  { size: then, root }: Pick<Checkpoint, 'size' | 'root'>,
): Promise<boolean> {
  return then <= size && (await rootAt(store, then)).equals(root);
}
