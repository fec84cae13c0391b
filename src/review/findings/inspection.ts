import type { LearnedModel } from '../../compliance/learned/model.js';
import type { ShelfItem } from '../../compliance/transcript/transcript.js';
import type { TranscriptRule } from '../../compliance/transcript/transcript-rule.js';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import type { Recorded } from '../../conversation/events.js';
import { readStream } from '../../conversation/stream.js';
import { readSetting, writeSetting } from '../../store/setting.js';
import type { ConversationRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import type { SamplingPolicy } from '../work/sampling.js';
import { draw, stratumOf } from '../work/sampling.js';
import { openWrites } from '../work/record.js';
import { findReviewItem } from '../work/queries.js';
import type { Found } from './inspect.js';
import { FINDING_VERSION, findingsIn } from './inspect.js';
import { answersIn, customerThrough, shelfOf } from './known.js';
import {
  dueInspections,
  keepFinding,
  openedSince,
  putOff,
  setDue,
  setHistoryDue,
  setRead,
  touchedSince,
  unsettle,
} from './queries.js';
import { transcriptOf } from './reading.js';

/** 质检: every conversation is read once it has come to rest, and again when it goes on. */

export interface InspectionDeps {
  readonly store: Store;
  /** Names this service in the ledger. */
  readonly origin: string;
  readonly sampling: SamplingPolicy;
  readonly now: () => Instant;
  readonly allowedHosts: readonly string[];
  /** Over whole conversations; those that only are tried are not among them. */
  readonly rules: readonly TranscriptRule[];
  readonly learned?: LearnedModel;
}

/** Quiet for so long, a conversation has come to rest. */
const QUIET_MS = 30 * 60_000;
const CURSOR = 'inspection leaf';
const TOUCHED = 2_000;
const AT_ONCE = 50;

/**
 * A job: notes what has been talked in, and reads what has come to rest. One that cannot be read is put
 * off and holds up no other. How many were read; throws the first failure once all had their turn.
 */
export async function inspectRested(deps: InspectionDeps): Promise<number> {
  const { store, now } = deps;
  await noteTouched(deps);
  const due = await dueInspections(store, now(), AT_ONCE);
  if (due.length === 0) return 0;
  const shelf = await shelfOf(store);
  const failures: unknown[] = [];
  for (const { conversation_id: id, due_at } of due) {
    try {
      await store.commit(await inspected(deps, id, Number(due_at), shelf));
    } catch (error) {
      failures.push(error);
      await store.commit([putOff(store, id, now() + QUIET_MS)]);
    }
  }
  if (failures.length > 0) throw failures[0];
  return due.length;
}

/** Writes that put on record what one conversation came to. */
async function inspected(
  deps: InspectionDeps,
  id: string,
  due: Instant,
  shelf: readonly ShelfItem[],
): Promise<readonly Write[]> {
  const { store } = deps;
  const row = await findConversation(store, id);
  const done = { conversation_id: id, due_at: due, version: FINDING_VERSION };
  // A frozen one is kept and nothing else.
  if (!row || row.restricted_at !== null) {
    return [setRead(store, { ...done, through_seq: 0, stratum: null })];
  }
  const read = await readOne(deps, row, shelf);
  const stratum = stratumOf(row.channel, read.withPerson);
  return [
    unsettle(store, id, 'rules', triedBeside(deps.rules)),
    ...read.found.map((one) => kept(deps, id, one, FINDING_VERSION)),
    ...(await drawnWrites(deps, row, read)),
    setRead(store, { ...done, through_seq: read.through, stratum }),
  ];
}

/** 试运行的守则: known, and not among those that count. */
const triedBeside = (live: readonly TranscriptRule[]): readonly string[] =>
  TRANSCRIPT_RULES.map(({ id }) => id).filter((id) => !live.some((rule) => rule.id === id));

/** A conversation that is drawn is put before reviewers, once. */
export async function drawnWrites(
  deps: InspectionDeps,
  { id, channel }: ConversationRow,
  { found, withPerson }: Pick<Read, 'found' | 'withPerson'>,
): Promise<readonly Write[]> {
  const { byLot, byRisk, score, rate } = draw(deps.sampling, id, { channel, withPerson }, found);
  if (!byLot && !byRisk) return [];
  if (await findReviewItem(deps.store, id)) return [];
  const stratum = stratumOf(channel, withPerson);
  const policy = deps.sampling.version;
  const drawn = { conversation: id, byLot, score, stratum, rate, policy };
  return openWrites(deps, { kind: 'ReviewOpened', ...drawn });
}

/** All conversations opened since are read again, with the rules of today. How many. */
export async function inspectHistory(
  { store, now }: Pick<InspectionDeps, 'store' | 'now'>,
  since: Instant,
): Promise<number> {
  await store.commit([setHistoryDue(store, since, now())]);
  return openedSince(store, since);
}

async function noteTouched({ store, now }: InspectionDeps): Promise<void> {
  const cursor = Number((await readSetting(store, CURSOR)) ?? -1);
  const { conversations, last } = await touchedSince(store, cursor, TOUCHED);
  if (last === cursor) return;
  const at = now();
  const noted =
    conversations.length > 0 ? [setDue(store, conversations, { now: at, due: at + QUIET_MS })] : [];
  await store.commit([...noted, writeSetting(store, CURSOR, String(last))]);
}

interface Read {
  readonly found: readonly Found[];
  readonly through: number;
  /** A person of ours held the pen in it, whether or not what they wanted to say was let through. */
  readonly withPerson: boolean;
}

async function readOne(
  { store, now, allowedHosts, rules, learned }: InspectionDeps,
  row: ConversationRow,
  shelf: readonly ShelfItem[],
): Promise<Read> {
  const events = await readStream(store, row.id);
  const customerAt = await customerThrough(store, row.customer_id);
  const answerTo = await answersIn(store, row.id);
  const known = { customerAt, shelf, allowedHosts, learned, answerTo };
  const transcript = transcriptOf(events, known, now());
  return {
    found: findingsIn(transcript, rules),
    through: row.next_seq - 1,
    withPerson: isWithPerson(events),
  };
}

const BY_A_PERSON = ['PenTaken', 'PenTransferred', 'AdvisorSaid', 'AdvisorBlocked'];

/** Whether a person of ours held the pen. */
export const isWithPerson = (events: readonly Recorded[]): boolean =>
  events.some(({ event }) => BY_A_PERSON.includes(event.kind));

/** `version` names the rules, or the model, that found it. */
export const kept = (
  { store, now }: Pick<InspectionDeps, 'store' | 'now'>,
  conversation: string,
  { rule, severity, basis, seq, start, end, at, by, then }: Found,
  version: string,
): Write =>
  keepFinding(store, {
    conversation_id: conversation,
    rule,
    seq,
    from_unit: start,
    to_unit: end,
    severity,
    basis: JSON.stringify(basis),
    said_at: at,
    employee_id: by,
    guard_then: then,
    version,
    found_at: now(),
    stands: 1,
  });
