/** What a verifier says of a bundle. The other verifier (`verify.py`) knows the same words. */

export type Verdict = 'valid' | 'tampered' | 'incomplete' | 'unknown';

/** What is found first, and what it makes of the bundle. */
export const FAULTS = {
  key: ['tampered', 'the checkpoint is not signed by a key you trust'],
  signature: ['tampered', 'the signature below the checkpoint does not fit'],
  cosignature: ['tampered', 'a witness’s signature below the checkpoint does not fit'],
  rollback: ['tampered', 'the ledger has fewer entries than the checkpoint you hold'],
  fork: ['tampered', 'the ledger does not go on from the checkpoint you hold'],
  stream: ['tampered', 'the entry belongs to another conversation'],
  doubled: ['tampered', 'the entry stands there twice'],
  order: ['tampered', 'entries stand in another order than they were recorded in'],
  chain: ['tampered', 'the entry does not follow the one before it'],
  kind: ['tampered', 'the event was relabelled'],
  actor: ['tampered', 'the event was given another actor'],
  time: ['tampered', 'the time was altered'],
  entry: ['tampered', 'the entry is not the one that was signed'],
  proof: ['tampered', 'the proof does not lead from the entry to the signed tree'],
  proof_form: ['tampered', 'the proof has not the form it must have'],
  words: ['tampered', 'the words are not those that were recorded'],
  attachment: ['tampered', 'an attachment is not the one that was received'],
  record: ['tampered', 'the record of the export does not fit'],
  surplus: ['tampered', 'there are entries that were not there when it was exported'],
  head: ['tampered', 'the last entry is not the one that was last when it was exported'],
  heads: ['tampered', 'the heads of the day say otherwise'],
  file: ['tampered', 'a file was altered or added'],
  root: ['tampered', 'the entries do not make the tree that was signed'],
  missing: ['incomplete', 'an entry is missing'],
  tail: ['incomplete', 'entries at the end are missing'],
  proof_missing: ['incomplete', 'the proof of an entry is missing'],
  words_missing: ['incomplete', 'words are missing and no record says they were destroyed'],
  attachment_missing: ['incomplete', 'an attachment is missing'],
  record_missing: ['incomplete', 'the record of the export is missing'],
  heads_missing: ['incomplete', 'the heads of the day are missing'],
  consistency_missing: ['incomplete', 'nothing shows how it goes on from the checkpoint you hold'],
  witness_missing: ['incomplete', 'a witness you ask for has not signed'],
  file_missing: ['incomplete', 'a file is missing'],
  unreadable: ['unknown', 'it cannot be read'],
  unpinned: ['unknown', 'it fits together, but no key of yours vouches for it'],
} as const satisfies Record<string, readonly [Exclude<Verdict, 'valid'>, string]>;

export type FaultCode = keyof typeof FAULTS;

export interface Fault {
  readonly code: FaultCode;
  /** First entry that does not hold: of the conversation, from 1, or of the whole ledger, from 0. */
  readonly seq: number | null;
}

export const fault = (code: FaultCode, seq: number | null = null): Fault => ({ code, seq });

export interface Finding {
  readonly verdict: Verdict;
  readonly fault: FaultCode | null;
  readonly seq: number | null;
  readonly conversation: string | null;
  /** How many entries were read. */
  readonly entries: number;
  /** Leaves of the checkpoint it was held against. */
  readonly size: number | null;
  /** Entries whose words were destroyed, as the ledger has on record. */
  readonly destroyed: readonly number[];
}

const EXIT: Readonly<Record<Verdict, number>> = {
  valid: 0,
  tampered: 1,
  incomplete: 2,
  unknown: 3,
};

export const exitCode = ({ verdict }: Finding): number => EXIT[verdict];

export const sayFinding = ({ verdict, fault: code, seq }: Finding): string =>
  [
    verdict,
    ...(code === null ? [] : [`${code}: ${FAULTS[code][1]}`]),
    ...(seq === null ? [] : [`first at entry ${seq}`]),
  ].join(' · ');

export const findingOf = (
  found: Fault | null,
  facts: Pick<Finding, 'conversation' | 'entries' | 'size' | 'destroyed'>,
): Finding => ({
  verdict: found ? FAULTS[found.code][0] : 'valid',
  fault: found?.code ?? null,
  seq: found?.seq ?? null,
  ...facts,
});
