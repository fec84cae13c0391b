import type { KeyObject } from 'node:crypto';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const OTHERS = 0o077;

/**
 * The Ed25519 key that signs checkpoints, kept in a file of its own (PKCS #8, PEM, 0600); made there
 * where none is. Throws where it is something else, or others may read it.
 */
export function signingKey(file: string): KeyObject {
  if (!existsSync(file)) makeKey(file);
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) {
    throw new Error(`${file} may be read by others; the ledger's key must be its owner's alone`);
  }
  const key = readKey(file);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} is no Ed25519 key`);
  return key;
}

function readKey(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch (cause) {
    throw new Error(`${file} is no private key`, { cause });
  }
}

/** By renaming: a kill in the middle must not leave half a key that stops every later start. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  renameSync(draft, file);
}
