import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/store.js';
import { entryAtLeaf, eventsBeside, readLeafLines, streamsBegun } from '../bundle/queries.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import { growingRoot } from '../growing-root.js';
import { hashLeaf } from '../merkle.js';
import type { NoteKey } from '../note.js';
import { readHeads } from '../queries.js';
import type { LeafLine, OwnLines } from './own-lines.js';
import { ownLines } from './own-lines.js';
import { ownNotes } from './own-notes.js';
import { ownTiles } from './own-tiles.js';
import type { FaultCode } from './verdict.js';

/**
 * 全量核验: every entry the house has, hashed anew and held against its event, against the tree and
 * against everything that was signed.
 */

export const OWN_FAULTS = ['tile', 'checkpoint'] as const;
export type OwnFaultCode = FaultCode | (typeof OWN_FAULTS)[number];

export interface TreeVerdict {
  readonly verdict: 'intact' | 'altered' | 'incomplete' | 'rollback';
  /** Entries that were read. */
  readonly leaves: number;
  /** The first place without an entry; null: there is none. */
  readonly missing: number | null;
  readonly fault: OwnFaultCode | null;
  /** Where it is: the first entry that does not hold; null: it cannot be told of one. */
  readonly stream: string | null;
  readonly seq: number | null;
}

type Place = Pick<TreeVerdict, 'stream' | 'seq'>;
interface Found extends Place {
  readonly code: OwnFaultCode;
}

const NOWHERE: Place = { stream: null, seq: null };
/** As many as fill a tile, each of them opened: a message that comes in meanwhile waits that long. */
const PAGE = 256;
/** Of rows that are only read. */
const WIDE_PAGE = 2_000;

export async function verifyOwnTree(
  store: Store,
  { size, root }: Pick<SignedCheckpoint, 'size' | 'root'>,
  keys: readonly NoteKey[],
): Promise<TreeVerdict> {
  const lines = ownLines(store);
  const pages = pageJudge(store, size, keys, lines);
  let leaves = 0;
  while (leaves < size) {
    const rows = await readLeafLines(store, leaves, Math.min(size, leaves + PAGE));
    const gap = rows.findIndex(({ leaf }, nth) => Number(leaf) !== leaves + nth);
    const whole = gap < 0 ? rows : rows.slice(0, gap);
    const found = await pages.fault(whole);
    leaves += whole.length;
    if (found) return altered(leaves, found);
    if (gap >= 0 || rows.length === 0) {
      const place = await placeOfMissing(store, lines, leaves, size);
      return { ...altered(leaves, { code: 'missing', ...place }), missing: leaves };
    }
    await setImmediate();
  }
  if (!pages.root().equals(root)) return altered(leaves, { code: 'root', ...NOWHERE });
  const found = (await headFault(store, lines)) ?? (await surplusEvent(store));
  if (found) return altered(leaves, found);
  return { verdict: 'intact', leaves, missing: null, fault: null, ...NOWHERE };
}

const altered = (leaves: number, { code, stream, seq }: Found): TreeVerdict => ({
  verdict: code === 'missing' || code === 'words_missing' ? 'incomplete' : 'altered',
  leaves,
  missing: null,
  fault: code,
  stream,
  seq,
});

/** What is wrong first in pages that are given in order of the tree. */
function pageJudge(store: Store, size: number, keys: readonly NoteKey[], lines: OwnLines) {
  const tree = growingRoot();
  const tiles = ownTiles(store);
  const notes = ownNotes(store, size, keys);
  let leaves = 0;
  const noteFault = async (hashes: readonly Buffer[]): Promise<number | null> => {
    let wrong: number | null = null;
    for (const hash of hashes) {
      tree.add(hash);
      leaves += 1;
      if (!(await notes.holds(leaves, tree.root))) wrong ??= leaves - 1;
    }
    return wrong;
  };
  return {
    root: tree.root,
    async fault(page: readonly LeafLine[]): Promise<Found | null> {
      const hashes = page.map(({ entry }) => hashLeaf(entry));
      const line = await lines.fault(page);
      const tile = await tiles.fault(hashes);
      const note = await noteFault(hashes);
      // An entry that was altered makes all else wrong as well.
      const [at, code] = firstOf(tile, note);
      if (line && (at === null || line.leaf <= at)) return line;
      return at === null ? null : { code, ...(await placeAt(store, at)) };
    },
  };
}

const firstOf = (tile: number | null, note: number | null): [number | null, OwnFaultCode] =>
  tile !== null && tile <= (note ?? tile) ? [tile, 'tile'] : [note, 'checkpoint'];

async function placeAt(store: Store, leaf: number): Promise<Place> {
  const entry = await entryAtLeaf(store, leaf);
  return entry ? { stream: entry.stream, seq: Number(entry.cseq) } : NOWHERE;
}

/** Whose entry it was that has no place any more: a stream that goes on without it, or stops short. */
async function placeOfMissing(
  store: Store,
  lines: OwnLines,
  from: number,
  size: number,
): Promise<Place> {
  for (let at = from; at < size; at += PAGE) {
    const rows = await readLeafLines(store, at, Math.min(size, at + PAGE));
    const found = await lines.fault(rows);
    if (found) return { stream: found.stream, seq: found.seq };
    await setImmediate();
  }
  for await (const { stream, cseq } of everyHead(store)) {
    const last = lines.last(stream)?.cseq ?? 0;
    if (Number(cseq) > last) return { stream, seq: last + 1 };
  }
  return unseenStream(store, lines);
}

/** A stream that was begun and of which the ledger has nothing at all any more. */
async function unseenStream(store: Store, lines: OwnLines): Promise<Place> {
  for (let after = ''; ;) {
    const page = await streamsBegun(store, after, WIDE_PAGE);
    const unseen = page.find(({ stream }) => lines.last(stream) === undefined);
    if (unseen) return { stream: unseen.stream, seq: 1 };
    const last = page.at(-1);
    if (!last || page.length < WIDE_PAGE) return NOWHERE;
    after = last.stream;
    await setImmediate();
  }
}

async function* everyHead(store: Store) {
  for (let after = ''; ;) {
    const page = await readHeads(store, after, WIDE_PAGE);
    yield* page;
    if (page.length < WIDE_PAGE) return;
    after = page.at(-1)?.stream ?? '';
    await setImmediate();
  }
}

/** Where a stream is said to stand; it may have gone on since it was read. */
async function headFault(store: Store, lines: OwnLines): Promise<Found | null> {
  for await (const { stream, cseq, hash } of everyHead(store)) {
    const last = lines.last(stream);
    if (!last || Number(cseq) > last.cseq) continue;
    if (Number(cseq) < last.cseq || hash !== last.hash) {
      return { code: 'head', stream, seq: last.cseq };
    }
  }
  return null;
}

/** The first event that no entry commits to. */
async function surplusEvent(store: Store): Promise<Found | null> {
  for (let after = { stream: '', seq: 0 }; ;) {
    const page = await eventsBeside(store, after, WIDE_PAGE);
    const extra = page.find(({ cseq }) => cseq === null);
    if (extra) return { code: 'surplus', stream: extra.stream, seq: Number(extra.seq) };
    const last = page.at(-1);
    if (!last || page.length < WIDE_PAGE) return null;
    after = { stream: last.stream, seq: Number(last.seq) };
    await setImmediate();
  }
}
