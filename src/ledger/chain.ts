import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';

/** 留痕: `cprev` of a stream's first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** Ledger entry, version 1 (reliability.md D3). It holds no words, only a commitment to them. */
export interface LedgerEntry {
  readonly v: 1;
  /** Name of the deployment that wrote it. */
  readonly origin: string;
  /** The stream: a conversation's id. */
  readonly conv: string;
  readonly cseq: number;
  /** Hash of the entry before it. */
  readonly cprev: string;
  /** ISO 8601, UTC. */
  readonly ts: string;
  readonly kind: string;
  readonly actor: string;
  /** SHA-256 over salt ‖ canonical body. Destroying both erases the words and breaks no chain. */
  readonly commit: string;
}

export interface Happening {
  readonly origin: string;
  readonly stream: string;
  readonly seq: number;
  readonly previousHash: string;
  readonly at: number;
  readonly kind: string;
  readonly actor: string;
  readonly body: object;
}

export interface Sealed {
  /** Canonical JSON of the body. */
  readonly body: string;
  readonly salt: string;
  /** Canonical JSON of the entry. */
  readonly entry: string;
  readonly hash: string;
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** `salt` is hex. */
export const commitment = (salt: string, body: string): string =>
  sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(body, 'utf8')]));

/** Seals one event into its stream's chain. `salt`: 32 random bytes, hex. */
export function seal(happening: Happening, salt: string): Sealed {
  const body = canonical(happening.body);
  const entry: LedgerEntry = {
    v: 1,
    origin: happening.origin,
    conv: happening.stream,
    cseq: happening.seq,
    cprev: happening.previousHash,
    ts: new Date(happening.at).toISOString(),
    kind: happening.kind,
    actor: happening.actor,
    commit: commitment(salt, body),
  };
  const text = canonical(entry);
  return { body, salt, entry: text, hash: sha256(text) };
}

/** An event beside its ledger entry, as stored. Body and salt are null once erased. */
export interface StoredEntry {
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: string;
  readonly body: string | null;
  readonly salt: string | null;
  readonly entry: string;
  readonly hash: string;
}

export type ChainVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly erased: number }
  | { readonly kind: 'broken'; readonly seq: number; readonly why: string };

/** Verifies one stream from its first entry on; names the first entry that does not hold. */
export function verifyChain(stored: readonly StoredEntry[]): ChainVerdict {
  let previous = GENESIS_HASH;
  let erased = 0;
  for (const [index, item] of stored.entries()) {
    const why = faultOf(item, index + 1, previous);
    if (why !== null) return { kind: 'broken', seq: index + 1, why };
    if (item.body === null) erased += 1;
    previous = item.hash;
  }
  return { kind: 'intact', entries: stored.length, erased };
}

function faultOf(item: StoredEntry, expectedSeq: number, previous: string): string | null {
  const entry = JSON.parse(item.entry) as LedgerEntry;
  if (entry.cseq !== expectedSeq || item.seq !== expectedSeq)
    return 'an entry is missing or out of order';
  if (entry.cprev !== previous) return 'the entry does not follow the one before it';
  if (sha256(item.entry) !== item.hash) return 'the entry was altered';
  if (entry.kind !== item.kind || entry.actor !== item.actor) return 'the event was relabelled';
  if (Date.parse(entry.ts) !== item.at) return 'the time was altered';
  if (item.body === null || item.salt === null) return null;
  return commitment(item.salt, item.body) === entry.commit ? null : 'the words were altered';
}
