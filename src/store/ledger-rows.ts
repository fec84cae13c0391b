import type { Generated } from 'kysely';

/** 账本: what proves that the record is whole. */

/** Commits to exactly one event (reliability.md D3, entry version 1). */
export interface LedgerEntryRow {
  stream: string;
  cseq: number;
  hash: string;
  entry: string;
  /** Its place in the tree over all entries; null: not taken in yet. */
  leaf: Generated<number | null>;
}

/** The one tree over all ledger entries; a single row. */
export interface LedgerTreeRow {
  id: 'tree';
  /** Names the tree in its checkpoints. */
  origin: string;
  size: number;
  /** The last day whose heads were taken; null: none were. */
  heads_day: string | null;
}

/** Hashes of the tree, 32 bytes each (`ledger/tiles.ts`). */
export interface LedgerTileRow {
  level: number;
  n: number;
  hashes: Uint8Array;
}

/** How far each stream stands in the tree, and how far it stood when heads were last taken. */
export interface LedgerHeadRow {
  stream: string;
  cseq: number;
  hash: string;
  /** Null: it began later. */
  heads_cseq: number | null;
  heads_hash: string | null;
}

/** A signed state of the tree. Made again it is the same note, so a row is never replaced. */
export interface LedgerCheckpointRow {
  size: number;
  note: string;
  signed_at: number;
  /** 1: it lies in the checkpoint folder. */
  published: number;
  /** Signature lines of witnesses. */
  cosignatures: string;
}
