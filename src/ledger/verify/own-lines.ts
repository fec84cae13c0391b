import type { Store } from '../../store/store.js';
import type { WordsDestroyed } from '../bundle/format.js';
import type { readLeafLines } from '../bundle/queries.js';
import { readLatest } from '../bundle/queries.js';
import { GENESIS_HASH } from '../chain.js';
import { areWordsGone, columnFault, wordsFault } from './entries.js';
import { HOUSE } from './evidence.js';
import { parseEntry, sha256 } from './reading.js';
import type { FaultCode } from './verdict.js';
import type { Last } from './whole-ledger.js';
import { stepFault } from './whole-ledger.js';

/** Every entry of the tree against its own event: who, what, when, and the words it commits to. */

export type LeafLine = Awaited<ReturnType<typeof readLeafLines>>[number];

export interface LineFault {
  readonly code: FaultCode;
  readonly leaf: number;
  readonly stream: string;
  readonly seq: number;
}

export interface OwnLines {
  /** The first of these that does not hold; they are given in order of the tree. */
  fault(lines: readonly LeafLine[]): Promise<LineFault | null>;
  /** Where a stream stood after the last line that was given; undefined: it was not seen. */
  last(stream: string): Last | undefined;
}

const MOST_DESTROYED = 100_000;

export function ownLines(store: Store): OwnLines {
  const lasts = new Map<string, Last>();
  let destroyed: Destroyed = new Map();
  const codeOf = (line: LeafLine): FaultCode | null => {
    const entry = parseEntry(line.entry);
    const hash = sha256(line.entry);
    const last = lasts.get(line.stream) ?? { cseq: 0, hash: GENESIS_HASH };
    lasts.set(line.stream, { cseq: Number(line.cseq), hash });
    if (entry === null || hash !== line.hash) return 'entry';
    if (entry.conv !== line.stream) return 'stream';
    if (entry.cseq !== Number(line.cseq)) return 'order';
    return stepFault(entry, last) ?? columnFault(line, entry) ?? wordsFault(line, entry);
  };
  const isAccounted = (line: LeafLine): boolean =>
    !areWordsGone(line) || destroyed.get(line.stream)?.has(Number(line.cseq)) === true;
  return {
    last: (stream) => lasts.get(stream),
    async fault(lines) {
      // Words may have been destroyed since the last page was read.
      if (!lines.every(isAccounted)) destroyed = await destroyedOnRecord(store);
      for (const line of lines) {
        const before = lasts.get(line.stream)?.cseq ?? 0;
        const code = codeOf(line) ?? (isAccounted(line) ? null : 'words_missing');
        if (code === null) continue;
        // Where entries were left out, the first of those is what does not hold.
        const isSkipped = code === 'missing' && Number(line.cseq) > before + 1;
        const seq = isSkipped ? before + 1 : Number(line.cseq);
        return { code, leaf: Number(line.leaf), stream: line.stream, seq };
      }
      return null;
    },
  };
}

type Destroyed = ReadonlyMap<string, ReadonlySet<number>>;

/** What the house has on record as destroyed; that record is itself among the entries verified. */
async function destroyedOnRecord(store: Store): Promise<Destroyed> {
  const order = { stream: HOUSE, kind: 'WordsDestroyed', limit: MOST_DESTROYED };
  const lines = await readLatest(store, { ...order, size: null });
  const found = new Map<string, Set<number>>();
  for (const line of lines) {
    const entry = parseEntry(line.entry);
    if (entry === null || line.body === null || columnFault(line, entry)) continue;
    if (wordsFault(line, entry)) continue;
    const { stream, seqs } = JSON.parse(line.body) as WordsDestroyed;
    const known = found.get(stream) ?? new Set<number>();
    for (const seq of seqs) known.add(seq);
    found.set(stream, known);
  }
  return found;
}
