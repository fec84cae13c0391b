import { GENESIS_HASH } from '../chain.js';
import { GONE, LEAVES_A_FILE, leavesFile } from '../bundle/format.js';
import { Unreadable } from '../bundle/zip-reader.js';
import { growingRoot } from '../growing-root.js';
import { hashLeaf } from '../merkle.js';
import type { Ground } from './entries.js';
import { HASH, parseEntry, sha256, textOf } from './reading.js';
import type { Fault, FaultCode, Finding } from './verdict.js';
import { fault, findingOf } from './verdict.js';

export interface Last {
  readonly cseq: number;
  readonly hash: string;
}

/** Every entry in order of the tree: each follows its stream, and all of them make the signed root. */
export function verifyLedger(ground: Ground, filesFault: () => Fault | null): Finding {
  const { checkpoint } = ground;
  const lasts = new Map<string, Last>();
  const tree = growingRoot();
  let found: Fault | null = null;
  let leaf = 0;
  for (const line of leafLines(ground)) {
    const gone = hashOfGone(line);
    found ??= gone ? fault('missing', leaf) : faultAt(line, leaf, lasts);
    tree.add(gone ?? hashLeaf(line));
    leaf += 1;
  }
  if (leaf < checkpoint.size) found ??= fault('tail', leaf);
  if (leaf > checkpoint.size) found ??= fault('surplus', checkpoint.size);
  if (!tree.root().equals(checkpoint.root)) found ??= fault('root');
  found ??= filesFault();
  return findingOf(found, {
    conversation: null,
    entries: leaf,
    size: checkpoint.size,
    destroyed: [],
  });
}

/** Null: the entry is there. */
function hashOfGone(line: string): Buffer | null {
  if (!line.startsWith(GONE)) return null;
  const hash = line.slice(GONE.length);
  if (!HASH.test(hash)) throw new Unreadable('it holds a leaf of another kind');
  return Buffer.from(hash, 'hex');
}

function* leafLines({ files, checkpoint }: Ground): Generator<string> {
  const count = Math.ceil(checkpoint.size / LEAVES_A_FILE);
  for (let n = 0; n < count; n += 1) {
    const bytes = files.read(leavesFile(n));
    if (bytes === null) return;
    const text = textOf(bytes);
    if (!text.endsWith('\n')) throw new Unreadable('its leaves are cut off');
    yield* text.slice(0, -1).split('\n');
  }
}

function faultAt(line: string, leaf: number, lasts: Map<string, Last>): Fault | null {
  const entry = parseEntry(line);
  if (entry === null) return fault('entry', leaf);
  const last = lasts.get(entry.conv) ?? { cseq: 0, hash: GENESIS_HASH };
  lasts.set(entry.conv, { cseq: entry.cseq, hash: sha256(line) });
  const code = stepFault(entry, last);
  return code === null ? null : fault(code, leaf);
}

/** Whether an entry follows the last one of its stream. */
export function stepFault(
  { cseq, cprev }: { readonly cseq: number; readonly cprev: string },
  last: Last,
): FaultCode | null {
  if (cseq > last.cseq + 1) return 'missing';
  if (cseq <= last.cseq) return 'doubled';
  return cprev === last.hash ? null : 'chain';
}
