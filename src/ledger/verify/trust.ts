import type { SignedCheckpoint } from '../checkpoint.js';
import { parseCheckpoint } from '../checkpoint.js';
import type { Manifest } from '../bundle/format.js';
import { checkpointFile, consistencyFile } from '../bundle/format.js';
import { parseHashLines } from '../bundle/proof-file.js';
import type { ZipFiles } from '../bundle/zip-reader.js';
import { isConsistent } from '../merkle.js';
import type { NoteKey } from '../note.js';
import { cosignatureBy, parseVerifierLine, signatureBy } from '../note.js';
import { textOf } from './reading.js';
import type { Fault } from './verdict.js';
import { fault } from './verdict.js';

/** What whoever verifies brings along; nothing of it comes from the bundle. */
export interface Trust {
  /** Keys of the ledger; none: the bundle's own is taken, and nobody vouches for it. */
  readonly keys: readonly NoteKey[];
  /** Witnesses that must have signed. */
  readonly witnesses: readonly NoteKey[];
  /** A checkpoint that was seen before; null: none. */
  readonly checkpoint: SignedCheckpoint | null;
}

/** The checkpoint everything in the bundle is held against, or what is wrong with it. */
export function trustedCheckpoint(
  files: ZipFiles,
  manifest: Manifest,
  trust: Trust,
): SignedCheckpoint | Fault {
  const bytes = files.read(checkpointFile(manifest.size));
  if (bytes === null) return fault('file_missing');
  const checkpoint = parseCheckpoint(textOf(bytes));
  const isNamed = checkpoint?.origin === manifest.origin && checkpoint.size === manifest.size;
  if (!checkpoint || !isNamed) return fault('signature');
  return (
    signedBy(checkpoint, keysOf(manifest, trust)) ??
    witnessedBy(checkpoint, trust.witnesses) ??
    goesOnFrom(files, checkpoint, trust.checkpoint) ??
    checkpoint
  );
}

export const isFault = (value: SignedCheckpoint | Fault): value is Fault => 'code' in value;

function keysOf({ key, origin }: Manifest, { keys }: Trust): readonly NoteKey[] {
  const own = keys.length > 0 ? null : parseVerifierLine(key);
  return (own ? [own] : keys).filter(({ name }) => name === origin);
}

function signedBy({ note }: SignedCheckpoint, keys: readonly NoteKey[]): Fault | null {
  const found = keys.map((key) => signatureBy(key, note));
  if (found.includes('good')) return null;
  return fault(found.includes('bad') ? 'signature' : 'key');
}

function witnessedBy({ note }: SignedCheckpoint, witnesses: readonly NoteKey[]): Fault | null {
  const found = witnesses.map((witness) => cosignatureBy(witness, note));
  if (found.includes('bad')) return fault('cosignature');
  return found.includes('absent') ? fault('witness_missing') : null;
}

function goesOnFrom(
  files: ZipFiles,
  now: SignedCheckpoint,
  old: SignedCheckpoint | null,
): Fault | null {
  if (old === null) return null;
  if (old.origin !== now.origin) return fault('fork');
  if (old.size > now.size) return fault('rollback');
  if (old.size === now.size) return old.root.equals(now.root) ? null : fault('fork');
  const bytes = files.read(consistencyFile(old.size));
  if (bytes === null) return fault('consistency_missing');
  const proof = parseHashLines(textOf(bytes));
  return proof !== null && isConsistent(old, now, proof) ? null : fault('fork');
}
