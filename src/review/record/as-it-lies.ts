import type { ConversationEvent, Recorded } from '../../conversation/events.js';
import { areWordsGone, columnFault, wordsFault } from '../../ledger/verify/entries.js';
import { parseEntry } from '../../ledger/verify/reading.js';
import type { Store } from '../../store/store.js';
import { ACTORS } from './shapes.js';
import { RECORD_KINDS } from './kinds.js';
import type { RecordLine } from './lines.js';
import { linesOf, shutLine } from './lines.js';
import { linesAsTheyLie } from './queries.js';

/** A conversation as it lies in the database now, each line held against its own ledger entry. */
export interface AsItLies {
  /** What agrees with the ledger; erased events are left out. */
  readonly recorded: readonly Recorded[];
  /** Those and, each in its place, the ones that do not agree. */
  readonly lines: readonly RecordLine[];
}

const WHOLE = 100_000;

export async function readAsItLies(
  store: Store,
  stream: string,
  after = 0,
  limit = WHOLE,
): Promise<AsItLies> {
  const rows = await linesAsTheyLie(store, stream, after, limit);
  const read = rows.flatMap((row) => readLine(row) ?? []);
  return {
    recorded: read.flatMap(({ recorded }) => recorded ?? []),
    lines: read.flatMap(({ recorded, shut }) => (recorded ? linesOf([recorded]) : (shut ?? []))),
  };
}

type Row = Awaited<ReturnType<typeof linesAsTheyLie>>[number];
interface Read {
  readonly recorded?: Recorded;
  readonly shut?: RecordLine;
}

/** Null: its words were erased. What does not agree is told by what the ledger says of it. */
function readLine(row: Row): Read | null {
  const entry = parseEntry(row.entry);
  const agrees = entry !== null && !(columnFault(row, entry) ?? wordsFault(row, entry));
  if (!agrees) {
    const { kind, actor, ts } = entry ?? { kind: row.kind, actor: row.actor, ts: null };
    return {
      shut: shutLine({
        seq: Number(row.cseq),
        at: ts === null ? Number(row.at ?? 0) : Date.parse(ts),
        kind: RECORD_KINDS.find((one) => one === kind) ?? 'NoticeGiven',
        who: ACTORS.find((one) => one === actor) ?? 'service',
      }),
    };
  }
  if (areWordsGone(row)) return null;
  const event = { kind: row.kind, ...JSON.parse(row.body ?? '{}') } as ConversationEvent;
  const actor = ACTORS.find((one) => one === row.actor) ?? 'service';
  return { recorded: { seq: Number(row.seq), at: Number(row.at), actor, event } };
}
