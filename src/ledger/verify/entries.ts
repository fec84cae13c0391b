import type { LedgerEntry } from '../chain.js';
import { GENESIS_HASH, commitment } from '../chain.js';
import type { SignedCheckpoint } from '../checkpoint.js';
import type { EntryLine } from '../bundle/format.js';
import { blobFile, proofFile } from '../bundle/format.js';
import { parseProof } from '../bundle/proof-file.js';
import type { ZipFiles } from '../bundle/zip-reader.js';
import { hashLeaf, rootByInclusion } from '../merkle.js';
import { HASH, objectOf, parseEntry, sha256, textOf } from './reading.js';
import type { Fault, FaultCode } from './verdict.js';
import { fault } from './verdict.js';

/** What entries are held against. */
export interface Ground {
  readonly files: ZipFiles;
  readonly checkpoint: SignedCheckpoint;
}

/** The first fault among a conversation's entries, in their order. `head`: hash the last should have. */
export function entriesFault(
  ground: Ground,
  conversation: string,
  lines: readonly EntryLine[],
  head: string | null,
): Fault | null {
  const entries = lines.map(({ entry }) => parseEntry(entry));
  let previous = GENESIS_HASH;
  for (const [index, line] of lines.entries()) {
    const seq = index + 1;
    const entry = entries[index] ?? null;
    // What the rest of the chain says this entry's hash is.
    const next = index + 1 < lines.length ? (entries[index + 1]?.cprev ?? null) : head;
    const code =
      entry === null
        ? 'entry'
        : (placeFault(entries, index, conversation) ??
          columnFault(line, entry) ??
          (entry.cprev === previous ? null : 'chain') ??
          leafFault(ground, line, next) ??
          wordsFault(line, entry) ??
          attachmentFault(ground.files, line));
    if (code !== null) return fault(code, seq);
    previous = sha256(line.entry);
  }
  return null;
}

function placeFault(
  entries: readonly (LedgerEntry | null)[],
  index: number,
  conversation: string,
): FaultCode | null {
  const { conv, cseq } = entries[index] as LedgerEntry;
  if (conv !== conversation) return 'stream';
  if (cseq === index + 1) return null;
  if (cseq <= index) return 'doubled';
  const isLater = entries.some(
    (entry, at) => at > index && entry?.conv === conversation && entry.cseq === index + 1,
  );
  return isLater ? 'order' : 'missing';
}

/** The event's own columns against the entry that commits to it. */
export function columnFault(line: EntryLine, entry: LedgerEntry): FaultCode | null {
  if (line.seq === null || line.kind === null || line.actor === null || line.at === null) {
    return 'missing';
  }
  if (line.seq !== entry.cseq) return 'order';
  if (line.kind !== entry.kind) return 'kind';
  if (line.actor !== entry.actor) return 'actor';
  return isoOf(line.at) === entry.ts ? null : 'time';
}

const LATEST = 8_640_000_000_000_000;
const isoOf = (at: number): string | null => (at <= LATEST ? new Date(at).toISOString() : null);

/** `next`: the hash somebody else vouches for; tells an altered entry from a forged proof. */
export function leafFault(
  { files, checkpoint }: Ground,
  { leaf, entry }: EntryLine,
  next: string | null,
): FaultCode | null {
  const bytes = leaf === null ? null : files.read(proofFile(leaf));
  if (bytes === null) return 'proof_missing';
  const proof = parseProof(textOf(bytes));
  if (proof?.index !== leaf || proof?.checkpoint !== checkpoint.text) return 'proof_form';
  const root = rootByInclusion(proof.index, checkpoint.size, hashLeaf(entry), proof.path);
  if (root === null) return 'proof_form';
  if (root.equals(checkpoint.root)) return null;
  return sha256(entry) === next ? 'proof' : 'entry';
}

/** Nothing is said here of words that are gone: whether they may be, a record must say. */
export function wordsFault({ body, salt }: EntryLine, entry: LedgerEntry): FaultCode | null {
  if (body === null && salt === null) return null;
  // Of another length, bytes could be moved between the salt and the words.
  if (body === null || salt === null || !HASH.test(salt)) return 'words';
  return commitment(salt, body) === entry.commit ? null : 'words';
}

export const areWordsGone = ({ body, salt }: EntryLine): boolean => body === null && salt === null;

function attachmentFault(files: ZipFiles, { body }: EntryLine): FaultCode | null {
  if (body === null) return null;
  const { attachments } = objectOf(body);
  for (const one of Array.isArray(attachments) ? attachments : []) {
    const { id } = (one ?? {}) as { id?: unknown };
    if (typeof id !== 'string' || !HASH.test(id)) continue;
    const bytes = files.read(blobFile(id));
    if (bytes === null) return 'attachment_missing';
    if (sha256(bytes) !== id) return 'attachment';
  }
  return null;
}

/** An entry of the house's record, wholly verified; null: it does not hold. */
export function evidenceBody(
  ground: Ground,
  line: EntryLine,
  entry: LedgerEntry,
): Readonly<Record<string, unknown>> | null {
  const code = columnFault(line, entry) ?? leafFault(ground, line, null) ?? wordsFault(line, entry);
  return code === null && line.body !== null ? objectOf(line.body) : null;
}
