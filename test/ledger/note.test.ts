import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { hashLeaf } from '../../src/ledger/merkle.js';
import { parseCheckpoint, signCheckpoint } from '../../src/ledger/checkpoint.js';
import type { Note } from '../../src/ledger/note.js';
import {
  COSIGNATURE,
  cosignatureBy,
  cosignatureLine,
  noteKey,
  parseNote,
  parseVerifierLine,
  signNote,
  signatureBy,
  verifierLine,
} from '../../src/ledger/note.js';

/** The example that comes with the format. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SAYING =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n\n" +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const key = noteKey('shuzhi/test', generateKeyPairSync('ed25519').privateKey);
const parsed = (text: string): Note => {
  const note = parseNote(text);
  if (!note) throw new Error('no note');
  return note;
};

describe('a signed note', () => {
  it('of the published example is good', () => {
    const peter = parseVerifierLine(PETER);
    expect(peter && signatureBy(peter, parsed(SAYING))).toBe('good');
    expect(peter && verifierLine(peter)).toBe(PETER);
  });

  it('is good under its own key alone', () => {
    const note = parsed(signNote('一\n', key));
    expect(signatureBy(key, note)).toBe('good');
    expect(signatureBy(key, { ...note, text: '二\n' })).toBe('bad');
    const other = noteKey('shuzhi/test', generateKeyPairSync('ed25519').privateKey);
    expect(signatureBy(other, note)).toBe('absent');
  });

  it.each([
    ['', 'nothing'],
    ['text\n', 'no signature'],
    ['text\n\n— name !!!!\n', 'no base64'],
    ['text\n\n— name AAAA\n', 'a signature without bytes'],
    [SAYING.slice(0, -1), 'no last newline'],
    [SAYING.replace('nAM=', 'nAN='), 'base64 with bits that mean nothing'],
  ])('is not read from %j: %s', (text) => {
    expect(parseNote(text)).toBeNull();
  });

  it('carries a witness’s line with its time', () => {
    const witness = noteKey('witness', generateKeyPairSync('ed25519').privateKey, COSIGNATURE);
    const line = cosignatureLine('一\n', witness, 1_700_000_000);
    const note = parsed(signNote('一\n', key) + line);
    expect(cosignatureBy(witness, note)).toBe('good');
    expect(cosignatureBy(witness, { ...note, text: '二\n' })).toBe('bad');
    expect(signatureBy(key, note)).toBe('good');
    const known = parseVerifierLine(verifierLine(witness, COSIGNATURE), COSIGNATURE);
    expect(known && cosignatureBy(known, note)).toBe('good');
  });
});

describe('a checkpoint', () => {
  const checkpoint = { origin: 'shuzhi/test', size: 5, root: hashLeaf('root') };

  it('is read as it was signed, and signed the same way again', () => {
    const text = signCheckpoint(checkpoint, key);
    expect(parseCheckpoint(text)).toMatchObject(checkpoint);
    expect(signCheckpoint(checkpoint, key)).toBe(text);
  });

  it.each([
    ['a size that is none', 'shuzhi/test\n05\n'],
    ['a size below zero', 'shuzhi/test\n-1\n'],
    ['no root', 'shuzhi/test\n5\n'],
    ['a root that is too short', 'shuzhi/test\n5\nAAAA\n'],
    ['a line too many', `shuzhi/test\n5\n${hashLeaf('x').toString('base64')}\nmore\n`],
  ])('is refused with %s', (_, text) => {
    expect(parseCheckpoint(signNote(text, key))).toBeNull();
  });
});
