import { setImmediate } from 'node:timers/promises';
import type { LedgerHeadRow } from '../store/ledger-rows.js';
import type { Store } from '../store/store.js';
import { canonical } from './canonical.js';
import { hashLeaf, inclusionProof, rangeOver, rootOf } from './merkle.js';
import { keepHeads, readHeads } from './queries.js';

/** Where a stream stands: its last entry. */
export interface StreamHead {
  readonly stream: string;
  readonly cseq: number;
  readonly hash: string;
}

/** 每日链头: where every stream stood when the tree had `size` leaves. Of one day, UTC. */
export interface HeadsTaken {
  readonly kind: 'HeadsTaken';
  readonly day: string;
  readonly size: number;
  readonly streams: number;
  /** Merkle root over the heads, sorted by stream; hex. */
  readonly root: string;
}

/** Shows that a head is among the ones that were taken. */
export interface HeadProof extends StreamHead {
  readonly place: number;
  readonly streams: number;
  /** Hex, from the leaf upwards. */
  readonly path: readonly string[];
}

const PAGE = 2_000;

export const headLeaf = ({ stream, cseq, hash }: StreamHead): Buffer =>
  hashLeaf(canonical([stream, cseq, hash]));

/** Both databases sort names in ways of their own. */
const byStream = (a: StreamHead, b: StreamHead): number => (a.stream < b.stream ? -1 : 1);

async function everyHead(
  store: Store,
  each: (page: readonly LedgerHeadRow[]) => Promise<void> | void,
): Promise<void> {
  for (let after = ''; ;) {
    const page = await readHeads(store, after, PAGE);
    if (page.length === 0) return;
    await each(page);
    after = (page.at(-1) as LedgerHeadRow).stream;
    // Others get their turn: this reads as many rows as there are conversations.
    await setImmediate();
  }
}

/**
 * Takes the heads of a tree that does not grow meanwhile, and keeps them for proofs. After a crash
 * in the middle it is done again from the start.
 */
export async function takeHeads(store: Store, day: string, size: number): Promise<HeadsTaken> {
  const heads: StreamHead[] = [];
  await everyHead(store, async (page) => {
    heads.push(...page.map(({ stream, cseq, hash }) => ({ stream, cseq, hash })));
    const [first, last] = [page[0], page.at(-1)] as [LedgerHeadRow, LedgerHeadRow];
    await store.commit([keepHeads(store, first.stream, last.stream)]);
  });
  const root = rootOf(heads.sort(byStream).map(headLeaf)).toString('hex');
  return { kind: 'HeadsTaken', day, size, streams: heads.length, root };
}

/** Null: the stream began after the heads were taken. */
export async function headProof(store: Store, stream: string): Promise<HeadProof | null> {
  const heads: StreamHead[] = [];
  await everyHead(store, (page) => {
    for (const { stream, heads_cseq: cseq, heads_hash: hash } of page) {
      if (cseq !== null && hash !== null) heads.push({ stream, cseq, hash });
    }
  });
  heads.sort(byStream);
  const place = heads.findIndex((head) => head.stream === stream);
  const head = heads[place];
  if (!head) return null;
  const path = inclusionProof(place, heads.length, rangeOver(heads.map(headLeaf)));
  return {
    ...head,
    place,
    streams: heads.length,
    path: path.map((hash) => hash.toString('hex')),
  };
}
