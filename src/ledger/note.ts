import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, sign, verify } from 'node:crypto';

/** Signed notes (C2SP signed-note): text that ends in a newline, an empty line, and signatures. */

/** Ed25519 under a name; `id` is what a signature line begins with, 4 bytes. */
export interface NoteKey {
  readonly name: string;
  readonly id: Buffer;
  readonly key: KeyObject;
}

/** Kinds of signature: the note's own, and a witness's with its time (C2SP tlog-cosignature). */
export const NOTE_SIGNATURE = 1;
export const COSIGNATURE = 4;
export type Algorithm = typeof NOTE_SIGNATURE | typeof COSIGNATURE;

export interface NoteSignature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

export interface Note {
  /** What is signed, its last newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const NAME = /^[^\s+]+$/u;
const KEY_BYTES = 32;
const ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const TIME_BYTES = 8;
/** DER of an Ed25519 public key up to its 32 bytes. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

function rawPublicKey(key: KeyObject): Buffer {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  return open.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD.length);
}

const idOf = (name: string, algorithm: Algorithm, key: Buffer): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([algorithm]))
    .update(key)
    .digest()
    .subarray(0, ID_BYTES);

/** Names a private or public key; a private one signs. */
export const noteKey = (
  name: string,
  key: KeyObject,
  algorithm: Algorithm = NOTE_SIGNATURE,
): NoteKey => ({ name, id: idOf(name, algorithm, rawPublicKey(key)), key });

/** `name+id+key`: what somebody who checks is told of a key, on a line of its own. */
export function verifierLine({ name, id, key }: NoteKey, algorithm: Algorithm = NOTE_SIGNATURE) {
  const typed = Buffer.concat([Buffer.from([algorithm]), rawPublicKey(key)]);
  return `${name}+${id.toString('hex')}+${typed.toString('base64')}`;
}

/** Null: no such line, or its parts do not fit each other. */
export function parseVerifierLine(line: string, algorithm: Algorithm = NOTE_SIGNATURE) {
  const [, name = '', id = '', base64 = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line.trim()) ?? [];
  const typed = decodeBase64(base64);
  if (!NAME.test(name) || typed?.length !== 1 + KEY_BYTES || typed[0] !== algorithm) return null;
  const raw = typed.subarray(1);
  if (idOf(name, algorithm, raw).toString('hex') !== id) return null;
  const der = Buffer.concat([SPKI_HEAD, raw]);
  return noteKey(name, createPublicKey({ key: der, format: 'der', type: 'spki' }), algorithm);
}

const signatureLine = ({ name, id }: NoteKey, signature: Buffer): string =>
  `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;

/** The note with its first signature. */
export const signNote = (text: string, key: NoteKey): string =>
  `${text}\n${signatureLine(key, sign(null, Buffer.from(text), key.key))}`;

const timed = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** A witness's line below somebody else's note. `seconds` since the epoch. */
export function cosignatureLine(text: string, key: NoteKey, seconds: number): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  return signatureLine(
    key,
    Buffer.concat([time, sign(null, timed(text, BigInt(seconds)), key.key)]),
  );
}

/** Null: no signed note. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  if (signatures.some((one) => one === null)) return null;
  return { text: note.slice(0, end + 1), signatures: signatures as NoteSignature[] };
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = decodeBase64(base64);
  if (!NAME.test(name) || bytes === null || bytes.length <= ID_BYTES) return null;
  return { name, id: bytes.subarray(0, ID_BYTES), signature: bytes.subarray(ID_BYTES) };
}

/** Strict: whatever does not write back as it was read is none. Null: none. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : null;
}

export type SignatureVerdict = 'good' | 'bad' | 'absent';

const by = ({ name, id }: NoteKey, { signatures }: Note): readonly NoteSignature[] =>
  signatures.filter((one) => one.name === name && one.id.equals(id));

/** What the note shows of a key's signature. */
export function signatureBy(key: NoteKey, note: Note): SignatureVerdict {
  const [signature] = by(key, note);
  if (!signature) return 'absent';
  const isGood =
    signature.signature.length === SIGNATURE_BYTES &&
    verify(null, Buffer.from(note.text), key.key, signature.signature);
  return isGood ? 'good' : 'bad';
}

/** What the note shows of a witness's cosignature. */
export function cosignatureBy(key: NoteKey, note: Note): SignatureVerdict {
  const [signature] = by(key, note);
  if (!signature) return 'absent';
  const { signature: bytes } = signature;
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return 'bad';
  const text = timed(note.text, bytes.readBigUInt64BE());
  return verify(null, text, key.key, bytes.subarray(TIME_BYTES)) ? 'good' : 'bad';
}
