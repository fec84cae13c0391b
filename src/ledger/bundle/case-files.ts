import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../store/store.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import { headProof } from '../heads.js';
import { consistencyProof, inclusionProof } from '../merkle.js';
import { readTiles } from '../queries.js';
import type { RangeHash } from '../merkle.js';
import { rangeOfTiles, tilesFor } from '../tiles.js';
import type { EntryLine } from './format.js';
import {
  ENTRIES,
  EVIDENCE,
  HEADS,
  blobFile,
  bodyOf,
  checkpointFile,
  consistencyFile,
  proofFile,
} from './format.js';
import { hashLines, proofText } from './proof-file.js';
import { checkpointsBelow } from './queries.js';

export type PutFile = (name: string, content: string | Buffer) => Promise<void>;

export interface CaseParts {
  readonly conversation: string;
  readonly entries: readonly EntryLine[];
  readonly evidence: readonly EntryLine[];
  readonly checkpoint: SignedCheckpoint;
  /** Checkpoints the receiver may hold: how the tree goes on from them is shown. */
  readonly since: readonly SignedCheckpoint[];
  /** Null: it is gone. */
  readonly attachment: (id: string) => Promise<Buffer | null>;
}

/** So many checkpoints back a bundle shows how the ledger went on, whoever holds one of them. */
const CHECKPOINTS_BACK = 64;
const PROOFS_A_BREATH = 50;

/** Writes what is proved: entries, their proofs, the checkpoints, heads and attachments. */
export async function putCase(store: Store, parts: CaseParts, put: PutFile): Promise<void> {
  const { entries, evidence, checkpoint } = parts;
  await put(ENTRIES, jsonLines(entries));
  await put(EVIDENCE, jsonLines(evidence));
  await put(HEADS, `${JSON.stringify(await headProof(store, parts.conversation))}\n`);
  await put(checkpointFile(checkpoint.size), checkpoint.text);
  const leaves = [...entries, ...evidence]
    .map(({ leaf }) => leaf)
    .filter((leaf): leaf is number => leaf !== null && leaf < checkpoint.size);
  await putProofs(store, checkpoint, [...new Set(leaves)], put);
  await putConsistency(store, checkpoint, parts.since, put);
  for (const id of new Set(entries.flatMap(attachmentsIn))) {
    const content = await parts.attachment(id);
    if (content) await put(blobFile(id), content);
  }
}

const jsonLines = (lines: readonly EntryLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

async function putProofs(
  store: Store,
  { size, text }: SignedCheckpoint,
  leaves: readonly number[],
  put: PutFile,
): Promise<void> {
  const range = await rangeFor(store, size, leaves);
  for (const [nth, index] of leaves.entries()) {
    const path = inclusionProof(index, size, range);
    await put(proofFile(index), proofText({ index, path, checkpoint: text }));
    if (nth % PROOFS_A_BREATH === 0) await setImmediate();
  }
}

const rangeFor = async (
  store: Store,
  size: number,
  leaves: readonly number[],
): Promise<RangeHash> => rangeOfTiles(await readTiles(store, tilesFor(size, leaves)));

/** Writes older checkpoints, and how the tree goes on from each of them. */
export async function putConsistency(
  store: Store,
  { size }: SignedCheckpoint,
  since: readonly SignedCheckpoint[],
  put: PutFile,
): Promise<void> {
  const own = await checkpointsBelow(store, size, CHECKPOINTS_BACK);
  const older = new Map(own.map(({ size, note, cosignatures }) => [size, note + cosignatures]));
  for (const one of since) if (one.size > 0 && one.size < size) older.set(one.size, one.text);
  const edges = [...older.keys()].flatMap((old) => [old - 1, old]);
  const range = await rangeFor(store, size, edges);
  for (const [old, text] of older) {
    await put(checkpointFile(old), text);
    await put(consistencyFile(old), hashLines(consistencyProof(old, size, range)));
  }
}

/** SHA-256 of the files an entry brought. */
export function attachmentsIn(line: Pick<EntryLine, 'body'>): readonly string[] {
  const { attachments } = (bodyOf(line) ?? {}) as { attachments?: unknown };
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((one: { id?: unknown } | null) =>
    typeof one?.id === 'string' ? [one.id] : [],
  );
}
