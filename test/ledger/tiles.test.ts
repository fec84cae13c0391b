import { describe, expect, it } from '@jest/globals';
import {
  consistencyProof,
  hashLeaf,
  inclusionProof,
  isConsistent,
  rootByInclusion,
  rootOf,
} from '../../src/ledger/merkle.js';
import type { Tile } from '../../src/ledger/tiles.js';
import { edgeOf, grow, rangeOfTiles, tilesFor } from '../../src/ledger/tiles.js';

const SIZE = 66_100;
const leaves = Array.from({ length: SIZE }, (_, i) => hashLeaf(String(i)));
const key = ({ level, n }: Pick<Tile, 'level' | 'n'>) => `${level}/${n}`;

/** Kept as a database would keep them: read at the edge, written where they changed. */
const kept = new Map<string, Tile>();
const read = (wanted: readonly Pick<Tile, 'level' | 'n'>[]): Tile[] =>
  wanted.map((one) => {
    const tile = kept.get(key(one));
    if (!tile) throw new Error(`tile ${key(one)} is missing`);
    return tile;
  });

let size = 0;
for (let step = 1; size < SIZE; step = (step * 7) % 911) {
  const added = leaves.slice(size, size + step);
  for (const tile of grow(size, read(edgeOf(size)), added)) kept.set(key(tile), tile);
  size += added.length;
}

const SIZES = [1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, SIZE];

describe('tiles', () => {
  it.each(SIZES)('give the root of the first %i leaves', (count) => {
    const range = rangeOfTiles(read(tilesFor(count, [])));
    expect(range(0, count).equals(rootOf(leaves.slice(0, count)))).toBe(true);
  });

  it.each(SIZES)('give audit paths that lead to the root of the first %i leaves', (count) => {
    for (const index of [0, 1, 255, 256, 300, 65_535, 65_536, count - 1]) {
      if (index >= count) continue;
      const range = rangeOfTiles(read(tilesFor(count, [index])));
      const path = inclusionProof(index, count, range);
      const root = rootByInclusion(index, count, leaves[index] as Buffer, path);
      expect(root).toEqual(range(0, count));
    }
  });

  it.each(SIZES)('prove that the tree of %i leaves began the one of today', (count) => {
    const range = rangeOfTiles(read(tilesFor(SIZE, [count - 1, count])));
    const proof = consistencyProof(count, SIZE, range);
    const was = { size: count, root: rangeOfTiles(read(tilesFor(count, [])))(0, count) };
    expect(isConsistent(was, { size: SIZE, root: range(0, SIZE) }, proof)).toBe(true);
  });

  it('refuse leaves that do not follow the edge', () => {
    expect(() => grow(300, read(edgeOf(SIZE)), [hashLeaf('x')])).toThrow('not the edge');
  });
});
