import type { ColumnType } from 'kysely';
import type { DataKey } from './keys/key-ring.js';
import type { Place } from './keys/record-cipher.js';
import { sealRecord } from './keys/record-cipher.js';
import { StoreFailure } from './store.js';

/** Words on their way into the database: what is written is sealed under the key of `scope`. */
export class Kept<T extends string | Uint8Array = string> implements Place {
  readonly scope: string;
  readonly at: string;
  readonly words: T;

  constructor(scope: string, at: string, words: T) {
    this.scope = scope;
    this.at = at;
    this.words = words;
  }
}

type Words = string | Uint8Array | null;
type KeptAs<T> = T extends null ? null : T extends string ? Kept : Kept<Uint8Array>;

/** A row whose columns `C` can be written in no other way than sealed. */
export type SealedRow<Row, C extends keyof Row> = {
  [K in keyof Row]: K extends C ? ColumnType<Row[K], KeptAs<Row[K]>, KeptAs<Row[K]>> : Row[K];
};

/** The same row as it is handed to a statement. */
export type KeptRow<Row, C extends keyof Row> = {
  readonly [K in keyof Row]: K extends C ? KeptAs<Row[K]> : Row[K];
};

export const kept = <T extends Words>(scope: string, at: string, words: T): KeptAs<T> =>
  (words === null ? null : new Kept(scope, at, words as string)) as KeptAs<T>;

/** `k1:<key>:<sealed>:<place>`; files the same in bytes. */
const MARK = 'k1:';
const TEXT = /^k1:([0-9a-f]{32}):([A-Za-z0-9+/]+=*):(.+)$/s;
const HEAD = /^k1:([0-9a-f]{32}):([^\n]+)\n/;
const MOST_HEAD_BYTES = 512;
const MARK_BYTES = Buffer.from(MARK);

/** Whether a stored value is sealed already. */
export const isSealed = (value: unknown): boolean =>
  (typeof value === 'string' && TEXT.test(value)) || (isBytes(value) && parse(value) !== null);

export const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** A sealed value, taken apart. */
export interface Parsed {
  readonly id: string;
  readonly at: string;
  /** Base64, or bytes. */
  readonly sealed: string | Uint8Array;
  readonly asText: boolean;
  /** Of this very sealing: no other has the same. */
  readonly name: string;
}

/** Null: it is not sealed. */
export function parse(value: unknown): Parsed | null {
  if (typeof value === 'string') {
    const [, id, sealed, at] = (value.startsWith(MARK) ? TEXT.exec(value) : null) ?? [];
    if (!id || !sealed || !at) return null;
    const name = `${at} ${sealed.slice(0, 16)}${sealed.slice(-24)}`;
    return { id, at, sealed, asText: true, name };
  }
  if (!isBytes(value) || MARK_BYTES.compare(value.subarray(0, MARK_BYTES.length)) !== 0) {
    return null;
  }
  const head = Buffer.from(value.subarray(0, MOST_HEAD_BYTES)).toString('latin1');
  const [whole, id, at] = HEAD.exec(head) ?? [];
  if (!whole || !id || !at) return null;
  return { id, at, sealed: value.subarray(whole.length), asText: false, name: '' };
}

/** What is stored in the place of `value`. */
export function sealedValue(value: Kept<string | Uint8Array>, key: DataKey | undefined) {
  if (!key?.key) throw new StoreFailure(`there is no key for ${value.scope}`);
  const words = sealRecord(key.key, value, Buffer.from(value.words as string));
  return isBytes(value.words)
    ? Buffer.concat([Buffer.from(`${MARK}${key.id}:${value.at}\n`), words])
    : `${MARK}${key.id}:${words.toString('base64')}:${value.at}`;
}
