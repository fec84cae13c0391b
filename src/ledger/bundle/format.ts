/** 案卷包: one conversation as it leaves the house, for somebody who does not take our word for it. */

export const CASE_FORMAT = 'shuzhi-case/1';
export const LEDGER_FORMAT = 'shuzhi-ledger/1';

export const MANIFEST = 'manifest.json';
export const ENTRIES = 'entries.jsonl';
/** Entries of the house's own record that say something of this bundle. */
export const EVIDENCE = 'evidence.jsonl';
/** Where the conversation stood when heads were last taken; `null` where it began later. */
export const HEADS = 'heads.json';
export const proofFile = (leaf: number): string => `proofs/${leaf}.tlog-proof`;
export const checkpointFile = (size: number): string => `checkpoints/${size}.txt`;
export const consistencyFile = (size: number): string => `consistency/${size}.txt`;
export const blobFile = (id: string): string => `blobs/${id}`;
/** Leaves of the whole ledger, so many a file. */
export const LEAVES_A_FILE = 65_536;
/** Stands in the place of an entry that is gone; its hash follows. */
export const GONE = 'gone ';
export const leavesFile = (n: number): string => `leaves/${String(n).padStart(6, '0')}.txt`;

/** An entry beside the event it commits to, as the database has them; null: that part is gone. */
export interface EntryLine {
  /** Its place in the tree. */
  readonly leaf: number | null;
  readonly entry: string;
  readonly seq: number | null;
  readonly kind: string | null;
  /** ms since the epoch. */
  readonly at: number | null;
  readonly actor: string | null;
  readonly body: string | null;
  readonly salt: string | null;
}

/** What an event says; null: its words are gone, or are none that can be read. */
export function bodyOf({ body }: Pick<EntryLine, 'body'>): object | null {
  if (body === null) return null;
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === 'object' ? value : null;
  } catch {
    // Whoever had the database put something else there; the verifiers say so.
    return null;
  }
}

export interface Manifest {
  readonly format: typeof CASE_FORMAT | typeof LEDGER_FORMAT;
  readonly id: string;
  /** Null: the whole ledger. */
  readonly conversation: string | null;
  /** Names the tree. */
  readonly origin: string;
  /** Leaves of the checkpoint everything here is proved against. */
  readonly size: number;
  /** Hash of the conversation's last entry. */
  readonly head: string | null;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly by: string;
  readonly why: string;
  /** The key's line; to be held against one that came by another way. */
  readonly key: string;
  /** 生成合成内容标识: part of what is in here was written by a machine. */
  readonly aiContent: boolean;
  /** SHA-256 of every other file. */
  readonly files: Readonly<Record<string, string>>;
}

/** 导出留痕: that a conversation left the house, to whom and why, and what was handed over with it. */
export interface ConversationExported {
  readonly kind: 'ConversationExported';
  readonly id: string;
  readonly conversation: string;
  /** How many entries it had then, and the hash of the last. */
  readonly entries: number;
  readonly head: string;
  /** The leaf that holds the heads last taken; null: none were. */
  readonly heads: number | null;
  readonly by: string;
  readonly why: string;
  /** SHA-256 of the files that are for reading. */
  readonly files: Readonly<Record<string, string>>;
}

/** 内容销毁留痕: the words of these entries were destroyed; the entries stay. */
export interface WordsDestroyed {
  readonly kind: 'WordsDestroyed';
  readonly stream: string;
  readonly seqs: readonly number[];
}
