import { hash } from 'node:crypto';
import type { LedgerEntry } from '../chain.js';
import type { EntryLine, Manifest } from '../bundle/format.js';
import { CASE_FORMAT, LEDGER_FORMAT, MANIFEST } from '../bundle/format.js';
import type { ZipFiles } from '../bundle/zip-reader.js';
import { Unreadable } from '../bundle/zip-reader.js';

/** What is in a bundle was written by nobody knows whom: every value is looked at before it is used. */

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export const HASH = /^[0-9a-f]{64}$/;

export const sha256 = (data: string | Buffer): string => hash('sha256', data, 'hex');

export function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Unreadable('it holds text that is no UTF-8', { cause });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A JSON object; throws Unreadable. */
export function objectOf(text: string): Fields {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Fields;
  } catch (cause) {
    throw new Unreadable('it holds JSON that is none', { cause });
  }
  throw new Unreadable('it holds JSON of another kind');
}

/** Half a character would be written as another one. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Surrogate}/u.test(value);
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
const orNull =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T | null =>
    value === null || is(value);

const LINE: Readonly<Record<keyof EntryLine, (value: unknown) => boolean>> = {
  leaf: orNull(isCount),
  entry: isText,
  seq: orNull(isCount),
  kind: orNull(isText),
  at: orNull(isCount),
  actor: orNull(isText),
  body: orNull(isText),
  salt: orNull(isText),
};

const fits = (fields: Fields, shape: Readonly<Record<string, (value: unknown) => boolean>>) => {
  const names = Object.keys(shape);
  return (
    Object.keys(fields).length === names.length &&
    names.every((name) => Object.hasOwn(fields, name) && shape[name]?.(fields[name]) === true)
  );
};

/** The lines of a file of entries; throws Unreadable. */
export function entryLines(bytes: Buffer): readonly EntryLine[] {
  const text = textOf(bytes);
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Unreadable('its entries are cut off');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const fields = objectOf(line);
      if (!fits(fields, LINE)) throw new Unreadable('it holds an entry of another kind');
      return fields as unknown as EntryLine;
    });
}

const ENTRY: Readonly<Record<keyof LedgerEntry, (value: unknown) => boolean>> = {
  v: (value) => value === 1,
  origin: isText,
  conv: isText,
  cseq: isCount,
  cprev: isText,
  ts: isText,
  kind: isText,
  actor: isText,
  commit: isText,
};

/** Null: no ledger entry. */
export function parseEntry(text: string): LedgerEntry | null {
  try {
    const fields = objectOf(text);
    return fits(fields, ENTRY) ? (fields as unknown as LedgerEntry) : null;
  } catch {
    return null;
  }
}

export const isHashList = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((hash) => typeof hash === 'string' && HASH.test(hash));

/** Throws Unreadable. */
export function readManifest(files: ZipFiles): Manifest {
  const bytes = files.read(MANIFEST);
  if (bytes === null) throw new Unreadable(`it holds no ${MANIFEST}`);
  const fields = objectOf(textOf(bytes));
  const isKnown =
    (fields['format'] === CASE_FORMAT && isText(fields['conversation'])) ||
    (fields['format'] === LEDGER_FORMAT && fields['conversation'] === null);
  const isWhole =
    isKnown &&
    isText(fields['id']) &&
    isText(fields['origin']) &&
    isText(fields['key']) &&
    isCount(fields['size']) &&
    orNull(isText)(fields['head']) &&
    isHashList(fields['files']);
  if (!isWhole) throw new Unreadable(`its ${MANIFEST} is of another kind`);
  return fields as unknown as Manifest;
}
