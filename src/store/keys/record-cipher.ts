import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whose key a record is under, and where it stands: neither can be exchanged for another. */
export interface Place {
  /** The stream the record belongs to. */
  readonly scope: string;
  /** Table, column and row. */
  readonly at: string;
}

/**
 * Encrypts one record under a key of its own (reliability.md D4): HKDF-Expand (RFC 5869) of the
 * stream's key over the place, AES-256-GCM bound to stream and place. Gives nonce ‖ text ‖ tag.
 */
export function sealRecord(key: Buffer, place: Place, words: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, recordKey(key, place), nonce).setAAD(bindingOf(place));
  return Buffer.concat([nonce, cipher.update(words), cipher.final(), cipher.getAuthTag()]);
}

/** Null: it was not sealed there under this key, or was altered since. */
export function openRecord(key: Buffer, place: Place, sealed: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, recordKey(key, place), nonce)
    .setAAD(bindingOf(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const words = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([words, decipher.final()]);
  } catch {
    return null;
  }
}

/** A stream's key is 32 random bytes, so it needs no extracting; one block is a whole key. */
const recordKey = (key: Buffer, { at }: Place): Buffer =>
  createHmac('sha256', key).update(at).update('\u0001').digest();

const bindingOf = ({ scope, at }: Place): Buffer => Buffer.from(`${scope}\n${at}`);
