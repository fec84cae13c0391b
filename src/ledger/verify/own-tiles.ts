import type { Store } from '../../store/store.js';
import { HASH_BYTES } from '../merkle.js';
import { readTile } from '../queries.js';
import type { Tile } from '../tiles.js';
import { TILE_WIDTH, grow } from '../tiles.js';

/** The tree as it is kept, from which every proof is made, against the one its entries make. */
export interface OwnTiles {
  /** Leaves that follow those given before; the first a kept hash is wrong for, null: none. */
  fault(leaves: readonly Buffer[]): Promise<number | null>;
}

export function ownTiles(store: Store): OwnTiles {
  const edge = new Map<number, Tile>();
  let size = 0;
  return {
    async fault(leaves) {
      const grown = grow(size, [...edge.values()], leaves);
      size += leaves.length;
      let wrong: number | null = null;
      for (const tile of grown) {
        edge.set(tile.level, tile);
        const at = firstOtherHash(tile, (await readTile(store, tile))?.hashes);
        // Leaves come first: what is wrong of one is wrong of all above it.
        if (at !== null) wrong ??= (tile.n * TILE_WIDTH + at) * TILE_WIDTH ** tile.level;
      }
      return wrong;
    },
  };
}

/** The kept one may be longer: the tree has grown since. */
function firstOtherHash({ hashes }: Tile, kept: Buffer | undefined): number | null {
  if (kept?.subarray(0, hashes.length).equals(hashes)) return null;
  for (let at = 0; at < hashes.length; at += HASH_BYTES) {
    const other = kept?.subarray(at, at + HASH_BYTES);
    if (!other?.equals(hashes.subarray(at, at + HASH_BYTES))) return at / HASH_BYTES;
  }
  return null;
}
