import type { Evidence } from './shapes.js';

/** 在本机核验: the reader's own machine reckons from the entry to the signed root (RFC 6962). */

export interface Checked {
  /** Null: this browser cannot reckon it. */
  readonly leads: boolean | null;
  /** Null: it does not know Ed25519. */
  readonly isSigned: boolean | null;
  /** Hex; null: this browser cannot reckon it. */
  readonly leafHash: string | null;
}

type Bytes = Uint8Array<ArrayBuffer>;

export async function checkProof(proof: Evidence['proof']): Promise<Checked> {
  // Only pages that came over a safe line may reckon hashes.
  if (!('subtle' in crypto)) return { leads: null, isSigned: null, leafHash: null };
  const root = await rootOf(proof);
  const [text = '', signatures = ''] = split(proof.checkpoint);
  const [, size, signedRoot = ''] = text.split('\n');
  const isSame = hex(root) === proof.root && hex(base64(signedRoot)) === proof.root;
  return {
    leads: isSame && Number(size) === proof.size,
    isSigned: await signatureHolds(text, signatures, proof.key),
    leafHash: hex(await leafHashOf(proof.entry)),
  };
}

const split = (note: string): readonly string[] => {
  const end = note.indexOf('\n\n');
  return [note.slice(0, end + 1), note.slice(end + 2)];
};

const leafHashOf = (entry: string): Promise<Bytes> =>
  sha256([new Uint8Array([0]), new TextEncoder().encode(entry)]);

async function rootOf({ entry, leaf, size, path }: Evidence['proof']): Promise<Bytes> {
  let hash = await leafHashOf(entry);
  let [place, last] = [leaf, size - 1];
  for (const step of path) {
    const sibling = unhex(step);
    if (place % 2 === 1 || place === last) {
      hash = await sha256([new Uint8Array([1]), sibling, hash]);
      // A node that is the last of its row has no sibling until one stands to its left.
      while (place % 2 === 0 && place > 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256([new Uint8Array([1]), hash, sibling]);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return hash;
}

/** `name+id+key`: the key's type in one byte before its 32. */
async function signatureHolds(text: string, lines: string, key: string): Promise<boolean | null> {
  try {
    const [name = '', , ...rest] = key.split('+');
    const raw = base64(rest.join('+')).slice(1);
    const line = lines.split('\n').find((one) => one.startsWith(`— ${name} `)) ?? '';
    const signature = base64(line.slice(`— ${name} `.length)).slice(4);
    const known = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', known, signature, new TextEncoder().encode(text));
  } catch {
    return null;
  }
}

async function sha256(parts: readonly Uint8Array[]): Promise<Bytes> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export const sha256Of = async (file: Blob): Promise<string | null> =>
  'subtle' in crypto
    ? hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())))
    : null;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const unhex = (text: string): Bytes =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const base64 = (text: string): Bytes => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
