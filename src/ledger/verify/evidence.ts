import type { LedgerEntry } from '../chain.js';
import type { EntryLine, Manifest } from '../bundle/format.js';
import { HEADS } from '../bundle/format.js';
import { headLeaf } from '../heads.js';
import { rootByInclusion } from '../merkle.js';
import type { Ground } from './entries.js';
import { areWordsGone, evidenceBody } from './entries.js';
import { HASH, isCount, isHashList, objectOf, parseEntry, sha256, textOf } from './reading.js';
import type { Fault } from './verdict.js';
import { fault } from './verdict.js';

/** What the house put on its own record about what is in the bundle. */

export const HOUSE = 'house:ledger';

interface Evidence {
  readonly line: EntryLine;
  readonly entry: LedgerEntry;
}

export const houseEntries = (lines: readonly EntryLine[]): readonly Evidence[] =>
  lines.flatMap((line) => {
    const entry = parseEntry(line.entry);
    return entry?.conv === HOUSE ? [{ line, entry }] : [];
  });

export interface ExportRecord {
  readonly entries: number;
  readonly head: string;
  readonly heads: number | null;
  readonly files: Readonly<Record<string, string>>;
}

/** The record of this very export, or what is wrong with it. */
export function exportRecord(
  ground: Ground,
  { id, conversation }: Manifest,
  evidence: readonly Evidence[],
): ExportRecord | Fault {
  const kind = 'ConversationExported';
  const found = evidence.find(({ entry, line }) => entry.kind === kind && said(line, 'id') === id);
  if (!found) return fault('record_missing');
  const body = evidenceBody(ground, found.line, found.entry);
  const holds =
    body !== null &&
    body['conversation'] === conversation &&
    isCount(body['entries']) &&
    typeof body['head'] === 'string' &&
    (body['heads'] === null || isCount(body['heads'])) &&
    isHashList(body['files']);
  return holds ? (body as unknown as ExportRecord) : fault('record');
}

/** What it claims, before anything of it is verified. */
function said({ body }: EntryLine, name: string): unknown {
  try {
    return body === null ? undefined : objectOf(body)[name];
  } catch {
    return undefined;
  }
}

/** Whether all entries are here that were there when it was exported. */
export function lengthFault(
  { entries, head }: ExportRecord,
  lines: readonly EntryLine[],
): Fault | null {
  if (lines.length < entries) return fault('tail', lines.length + 1);
  if (lines.length > entries) return fault('surplus', entries + 1);
  const last = lines.at(-1);
  if (!last) return fault('tail', 1);
  return sha256(last.entry) === head ? null : fault('head', lines.length);
}

/** Whether the conversation is as long, at least, as the heads last taken say. */
export function headsFault(
  ground: Ground,
  { heads }: ExportRecord,
  conversation: string,
  evidence: readonly Evidence[],
  lines: readonly EntryLine[],
): Fault | null {
  if (heads === null) return null;
  const taken = evidence.find(
    ({ entry, line }) => entry.kind === 'HeadsTaken' && line.leaf === heads,
  );
  const bytes = ground.files.read(HEADS);
  if (!taken || bytes === null) return fault('heads_missing');
  const body = evidenceBody(ground, taken.line, taken.entry);
  if (body === null || !isCount(body['size'])) return fault('heads');
  const text = textOf(bytes);
  if (text === 'null\n') {
    // Only a conversation that began later is in no heads.
    return (lines[0]?.leaf ?? 0) >= body['size'] ? null : fault('heads_missing');
  }
  return headFault(objectOf(text), body, conversation, lines);
}

type Fields = Readonly<Record<string, unknown>>;

function headFault(
  proof: Fields,
  taken: Fields,
  conversation: string,
  lines: readonly EntryLine[],
): Fault | null {
  const { stream, cseq, hash, place, streams, path } = proof;
  const isProof =
    stream === conversation &&
    isCount(cseq) &&
    typeof hash === 'string' &&
    isCount(place) &&
    isCount(streams) &&
    streams === taken['streams'] &&
    Array.isArray(path) &&
    path.every((one) => typeof one === 'string' && HASH.test(one));
  if (!isProof) return fault('heads');
  const hashes = path.map((one) => Buffer.from(one as string, 'hex'));
  const root = rootByInclusion(place, streams, headLeaf({ stream, cseq, hash }), hashes);
  if (root?.toString('hex') !== taken['root']) return fault('heads');
  if (cseq > lines.length) return fault('tail', lines.length + 1);
  const there = lines[cseq - 1];
  return there && sha256(there.entry) === hash ? null : fault('heads', cseq);
}

/** Which words are gone, as far as records say that they were destroyed; else the first that lacks one. */
export function destroyedOrMissing(
  ground: Ground,
  conversation: string,
  evidence: readonly Evidence[],
  lines: readonly EntryLine[],
): { readonly destroyed: readonly number[]; readonly missing: Fault | null } {
  const onRecord = new Set(
    evidence
      .filter(({ entry }) => entry.kind === 'WordsDestroyed')
      .map(({ line, entry }) => evidenceBody(ground, line, entry))
      .flatMap((body) => (body?.['stream'] === conversation ? body['seqs'] : [])),
  );
  const gone = lines.flatMap((line, index) => (areWordsGone(line) ? [index + 1] : []));
  const withheld = gone.find((seq) => !onRecord.has(seq));
  return {
    destroyed: gone.filter((seq) => onRecord.has(seq)),
    missing: withheld === undefined ? null : fault('words_missing', withheld),
  };
}
