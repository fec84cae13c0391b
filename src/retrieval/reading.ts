import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { DocumentRow, PassageRow } from '../store/schema.js';
import { BrokenDocument } from './documents/document.js';
import { readDocument } from './documents/read.js';
import type { FoundFile, Refusal } from './files.js';
import type { Standing } from './queries.js';

/** Part of every content hash: raise it when the same file would now be cut differently. */
const PARSER = '1';
/** Of one file: more is no document but a dump, and would hold up everything else. */
export const LARGEST_BYTES = 20_000_000;

export type FileOutcome = 'added' | 'updated' | 'unchanged' | 'refused';

/** A file read and compared with what the store holds. */
export type Reading =
  | {
      readonly outcome: 'added' | 'updated';
      readonly file: FoundFile;
      readonly document: Omit<DocumentRow, 'ingested_at'>;
      readonly passages: readonly PassageRow[];
    }
  | {
      readonly outcome: 'unchanged';
      readonly file: FoundFile;
      readonly document: Pick<DocumentRow, 'id'>;
      /** How many the store has of it. */
      readonly standing: number;
    }
  | { readonly outcome: 'refused'; readonly file: FoundFile; readonly reason: string };

/** What earlier ingests left. */
export interface Known {
  readonly documents: ReadonlyMap<string, Standing>;
  /** The document a file became the last time, if it was ever read. */
  readonly became: (file: FoundFile) => string | undefined;
}

const NOTHING: Known = { documents: new Map(), became: () => undefined };

/** Two files that give one document: the second is refused. */
export async function readAll(
  files: readonly FoundFile[],
  known: Known = NOTHING,
): Promise<Reading[]> {
  const taken = new Map<string, string>();
  const readings: Reading[] = [];
  for (const file of files) {
    const reading = await read(file, known);
    if (reading.outcome === 'refused') {
      readings.push(reading);
      continue;
    }
    const earlier = taken.get(reading.document.id);
    if (earlier === undefined) readings.push(reading);
    else readings.push(refuse(file, `it would take the place of ${earlier}: rename one of them`));
    taken.set(reading.document.id, earlier ?? file.path);
  }
  return readings;
}

async function read(file: FoundFile, known: Known): Promise<Reading> {
  try {
    const { size } = await stat(file.absolute);
    if (size > LARGEST_BYTES) return refuse(file, 'it is larger than 20 MB');
    const bytes = await readFile(file.absolute);
    // NUL is UTF-8 by the letter, but only UTF-16 and binary files have it.
    if (bytes.includes(0)) return refuse(file, 'it is not UTF-8 text');
    return untouched(file, bytes, known) ?? parsed(file, bytes, known);
  } catch (error) {
    if (error instanceof BrokenDocument) return refuse(file, error.message);
    if (isFileError(error)) return refuse(file, `it cannot be opened (${error.code})`);
    throw error;
  }
}

/** A file of the same bytes gives the same document again and need not be taken apart. */
function untouched(file: FoundFile, bytes: Uint8Array, known: Known): Reading | null {
  const id = known.became(file);
  const before = id === undefined ? undefined : known.documents.get(id);
  if (id === undefined || before?.hash !== hashOf(id, bytes)) return null;
  return { outcome: 'unchanged', file, document: { id }, standing: before.passages };
}

function parsed(file: FoundFile, bytes: Uint8Array, { documents }: Known): Reading {
  const { document, passages } = documentIn(file.path, bytes);
  const before = documents.get(document.id);
  if (before?.hash === document.hash) {
    return { outcome: 'unchanged', file, document, standing: before.passages };
  }
  return { outcome: before ? 'updated' : 'added', file, document, passages };
}

/** One file as its document, with the hash it is known by. Throws BrokenDocument. */
export function documentIn(path: string, bytes: Uint8Array) {
  const { document, passages } = readDocument(path, bytes);
  return { document: { ...document, hash: hashOf(document.id, bytes) }, passages };
}

const hashOf = (id: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${PARSER}\n${id}\n`).update(bytes).digest('hex');

const refuse = (file: FoundFile, reason: string): Reading => ({ outcome: 'refused', file, reason });

export const refusalOf = (reading: Reading): Refusal[] =>
  reading.outcome === 'refused' ? [{ path: reading.file.path, reason: reading.reason }] : [];

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;
