import type { RangeHash } from './merkle.js';
import { HASH_BYTES, hashNode, rangeOver, splitOf } from './merkle.js';

/**
 * The tree is kept in tiles (C2SP tlog-tiles): tile `n` of level L holds the hashes of the complete
 * subtrees 256·n … 256·n+255 of height 8·L. A tile only ever grows at its end, so one of today
 * answers for every tree the ledger ever had.
 */
export interface Tile {
  readonly level: number;
  readonly n: number;
  /** 1 to 256 hashes, one after the other. */
  readonly hashes: Buffer;
}

/** A hash that must be among the tiles is not. */
export class TilesDamaged extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TilesDamaged';
  }
}

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

type TileKey = `${number}/${number}`;
const keyOf = (level: number, n: number): TileKey => `${level}/${n}`;

const hashesOf = (tile: Buffer): Buffer[] =>
  Array.from({ length: tile.length / HASH_BYTES }, (_, i) =>
    tile.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );

/** The tiles at the right edge of a tree: the ones that leaves are added to. */
export function edgeOf(size: number): readonly Pick<Tile, 'level' | 'n'>[] {
  return levelsOf(size).map(({ level, count }) => ({
    level,
    n: Math.floor((count - 1) / TILE_WIDTH),
  }));
}

/** The tiles that answer for the tree of `size`, for these leaves and for older trees of it. */
export function tilesFor(
  size: number,
  indexes: readonly number[],
): readonly Pick<Tile, 'level' | 'n'>[] {
  const needed = new Map<TileKey, Pick<Tile, 'level' | 'n'>>();
  for (const tile of edgeOf(size)) needed.set(keyOf(tile.level, tile.n), tile);
  for (const index of indexes) {
    for (const { level, count } of levelsOf(size)) {
      const place = Math.floor(index / TILE_WIDTH ** level);
      if (place > count) continue;
      const n = Math.floor(Math.min(place, count - 1) / TILE_WIDTH);
      needed.set(keyOf(level, n), { level, n });
    }
  }
  return [...needed.values()];
}

/** How many complete subtrees there are per level of tiles. */
function levelsOf(size: number): readonly { level: number; count: number }[] {
  const levels: { level: number; count: number }[] = [];
  for (let level = 0; ; level += 1) {
    const count = Math.floor(size / TILE_WIDTH ** level);
    if (count === 0) return levels;
    levels.push({ level, count });
  }
}

/** Adds leaves to a tree of `size` whose edge is given; the tiles that are new or longer than before. */
export function grow(
  size: number,
  edge: readonly Tile[],
  leaves: readonly Buffer[],
): readonly Tile[] {
  const growing = new Map(edge.map((tile) => [keyOf(tile.level, tile.n), hashesOf(tile.hashes)]));
  const changed = new Map<TileKey, Pick<Tile, 'level' | 'n'>>();
  const put = (level: number, place: number, hash: Buffer): void => {
    const n = Math.floor(place / TILE_WIDTH);
    const key = keyOf(level, n);
    const hashes = growing.get(key) ?? [];
    if (hashes.length !== place % TILE_WIDTH) throw new TilesDamaged(`tile ${key} is not the edge`);
    hashes.push(hash);
    growing.set(key, hashes);
    changed.set(key, { level, n });
    if (hashes.length === TILE_WIDTH) put(level + 1, n, rangeOver(hashes)(0, TILE_WIDTH));
  };
  leaves.forEach((leaf, i) => put(0, size + i, leaf));
  return [...changed].map(([key, tile]) => ({
    ...tile,
    hashes: Buffer.concat(growing.get(key) as Buffer[]),
  }));
}

/** Hashes of ranges out of tiles; throws where one that is needed was not given. */
export function rangeOfTiles(tiles: readonly Tile[]): RangeHash {
  const known = new Map(tiles.map((tile) => [keyOf(tile.level, tile.n), tile.hashes]));
  const single = (level: number, place: number): Buffer => {
    const n = Math.floor(place / TILE_WIDTH);
    const at = (place % TILE_WIDTH) * HASH_BYTES;
    const hash = known.get(keyOf(level, n))?.subarray(at, at + HASH_BYTES);
    if (hash?.length !== HASH_BYTES)
      throw new TilesDamaged(`no hash ${place} of tile level ${level}`);
    return hash;
  };
  // Paths of neighbours share most of their hashes.
  const made = new Map<TileKey, Buffer>();
  const range: RangeHash = (from, to) => {
    const height = Math.log2(to - from);
    if (Number.isInteger(height) && height % TILE_HEIGHT === 0) {
      return single(height / TILE_HEIGHT, from / (to - from));
    }
    const before = made.get(keyOf(from, to));
    if (before) return before;
    const middle = from + splitOf(to - from);
    const hash = hashNode(range(from, middle), range(middle, to));
    made.set(keyOf(from, to), hash);
    return hash;
  };
  return range;
}
