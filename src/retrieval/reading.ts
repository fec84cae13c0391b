import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { DocumentRow, PassageRow } from '../store/schema.js';
import { BrokenDocument } from './documents/document.js';
import { readDocument } from './documents/read.js';
import type { FoundFile, Refusal } from './files.js';

/** Part of every content hash: raise it when the same file would now be cut differently. */
const PARSER = '1';
/** Of one file: more is no document but a dump, and would hold up everything else. */
export const LARGEST_BYTES = 20_000_000;

export type FileOutcome = 'added' | 'updated' | 'unchanged' | 'refused';

/** A file read and compared with what the store holds. */
export type Reading =
  | {
      readonly outcome: Exclude<FileOutcome, 'refused'>;
      readonly file: FoundFile;
      readonly document: Omit<DocumentRow, 'ingested_at'>;
      readonly passages: readonly PassageRow[];
    }
  | { readonly outcome: 'refused'; readonly file: FoundFile; readonly reason: string };

/** `known`: content hash by document id. Two files that give one document: the second is refused. */
export async function readAll(
  files: readonly FoundFile[],
  known: ReadonlyMap<string, string>,
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

async function read(file: FoundFile, known: ReadonlyMap<string, string>): Promise<Reading> {
  try {
    const { size } = await stat(file.absolute);
    if (size > LARGEST_BYTES) return refuse(file, 'it is larger than 20 MB');
    const bytes = await readFile(file.absolute);
    // NUL is UTF-8 by the letter, but only UTF-16 and binary files have it.
    if (bytes.includes(0)) return refuse(file, 'it is not UTF-8 text');
    const { document, passages } = readDocument(file.path, bytes);
    const salted = createHash('sha256').update(`${PARSER}\n${document.id}\n`).update(bytes);
    const hash = salted.digest('hex');
    const outcome = compare(known.get(document.id), hash);
    return { outcome, file, document: { ...document, hash }, passages };
  } catch (error) {
    if (error instanceof BrokenDocument) return refuse(file, error.message);
    if (isFileError(error)) return refuse(file, `it cannot be opened (${error.code})`);
    throw error;
  }
}

function compare(before: string | undefined, now: string): 'added' | 'updated' | 'unchanged' {
  if (before === undefined) return 'added';
  return before === now ? 'unchanged' : 'updated';
}

const refuse = (file: FoundFile, reason: string): Reading => ({ outcome: 'refused', file, reason });

export const refusalOf = (reading: Reading): Refusal[] =>
  reading.outcome === 'refused' ? [{ path: reading.file.path, reason: reading.reason }] : [];

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;
