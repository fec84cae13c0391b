import type { Keeper } from '../../ledger/keeper.js';
import { inclusionProof } from '../../ledger/merkle.js';
import { readTiles } from '../../ledger/queries.js';
import { rangeOfTiles, tilesFor } from '../../ledger/tiles.js';
import type { Store } from '../../store/store.js';
import { entryOf } from './queries.js';

/** 证明: how one entry leads to a signed checkpoint, for whoever wants to reckon it up themselves. */
export interface EntryProof {
  /** Canonical JSON; its hash as a leaf is SHA-256 over a zero byte and this. */
  readonly entry: string;
  readonly leaf: number;
  readonly size: number;
  /** Hex, from the leaf upwards. */
  readonly path: readonly string[];
  readonly root: string;
  /** The signed note, as it was published. */
  readonly checkpoint: string;
  readonly key: string;
}

export interface ProofDeps {
  readonly store: Store;
  readonly ledger: Pick<Keeper, 'sign' | 'keyLine'>;
}

/** Against a checkpoint of this very moment; null: there is no such entry. */
export async function entryProof(
  { store, ledger }: ProofDeps,
  stream: string,
  seq: number,
): Promise<EntryProof | null> {
  const { size, root, text } = await ledger.sign();
  const found = await entryOf(store, stream, seq);
  if (!found || found.leaf === null) return null;
  const leaf = Number(found.leaf);
  const range = rangeOfTiles(await readTiles(store, tilesFor(size, [leaf])));
  return {
    entry: found.entry,
    leaf,
    size,
    path: inclusionProof(leaf, size, range).map((hash) => hash.toString('hex')),
    root: root.toString('hex'),
    checkpoint: text,
    key: await ledger.keyLine(),
  };
}
