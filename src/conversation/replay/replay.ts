import type { Store } from '../../store/store.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { Questionnaire } from '../../terms/questionnaire.js';
import type { ReplyDecided, Recorded } from '../events.js';
import type { DraftOffered } from '../handoff/events.js';
import { findConversation } from '../queries/conversation.js';
import { readTurn } from '../queries/turns.js';
import { readStream } from '../stream.js';
import type { TurnDeps, TurnResult } from '../turn.js';
import { think } from '../turn.js';
import { answeringJournal } from './answering-journal.js';
import { contextThen } from './context.js';
import type { Difference } from './difference.js';
import { differences } from './difference.js';
import type { Given, Versions } from './given.js';

/** What spoke on a day: from the archive, with the program of today. */
export interface Era {
  readonly deps: TurnDeps;
  readonly questionnaires: readonly Questionnaire[];
  /** Versions of that day that could not be had again. */
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly what:
    'program' | 'archive' | 'portrait' | 'knowledge' | 'prompts' | 'rules' | 'intents' | 'tools';
  readonly then: string | null;
  readonly now: string | null;
}

export interface ReplayDeps {
  readonly store: Store;
  readonly openEra: (versions: Versions) => Promise<Era>;
  readonly report?: (error: unknown, where?: string) => void;
}

/** One answer of ours, and the same made again. */
export interface Replayed {
  readonly answer: Answer;
  readonly seq: number;
  readonly turn: string | null;
  readonly at: number;
  readonly kind: 'reply' | 'draft';
  readonly outcome: 'identical' | 'different' | 'not_made_again';
  /** Why it was not made again; null: it was. */
  readonly why: 'unasked' | 'failed_then' | 'failed_now' | 'erased' | 'no_attempt' | null;
  readonly then: string | null;
  readonly now: string | null;
  readonly differences: readonly Difference[];
  readonly missing: readonly Missing[];
  readonly versions: JsonObject;
  readonly model: string | null;
}

export type Answer = Recorded<ReplyDecided> | Recorded<DraftOffered>;

/** Which answers of a conversation are wanted, and for how long. */
export interface Wanted {
  /** The n-th answer alone, from 1; null: every one. */
  readonly nth?: number | null;
  /** Whoever asked waits no longer. */
  readonly signal?: AbortSignal;
}

/** So many are made again at once: each is thought as long as it was. */
export const MOST_ANSWERS = 200;

/** There are more answers than are made again at once. */
export class TooManyAnswers extends Error {
  override readonly name = 'TooManyAnswers';
  readonly answers: number;

  constructor(answers: number) {
    super(`${answers} answers are too many at once`);
    this.answers = answers;
  }
}

/**
 * 回放: answers of a conversation thought again on what was known when they were given, with tools
 * answering from the record. Writes nothing. Null: there is no such conversation. Throws TooManyAnswers,
 * and the reason of the signal where it ends before the last is made.
 */
export async function replay(
  deps: ReplayDeps,
  conversation: string,
  { nth = null, signal }: Wanted = {},
): Promise<readonly Replayed[] | null> {
  const row = await findConversation(deps.store, conversation);
  if (!row) return null;
  const recorded = await readStream(deps.store, conversation);
  const answers = recorded.filter(isAnswer);
  const wanted = nth === null ? answers : answers.slice(nth - 1, nth);
  if (wanted.length > MOST_ANSWERS) throw new TooManyAnswers(wanted.length);
  const replayed: Replayed[] = [];
  for (const answer of wanted) {
    signal?.throwIfAborted();
    replayed.push(await again(deps, row, recorded, answer));
  }
  return replayed;
}

export const isAnswer = (one: Recorded): one is Answer =>
  one.event.kind === 'ReplyDecided' || one.event.kind === 'DraftOffered';

async function again(
  deps: ReplayDeps,
  row: NonNullable<Awaited<ReturnType<typeof findConversation>>>,
  recorded: readonly Recorded[],
  answer: Answer,
): Promise<Replayed> {
  const { turn, trace, inReplyTo } = answer.event;
  const versions = (trace?.versions ?? {}) as JsonObject;
  const told = toldOf(answer, versions);
  if (turn === null || inReplyTo.length === 0) return notMade(told, 'unasked');
  if (trace === null) return notMade(told, 'failed_then');
  const { attempts, calls } = await readTurn(deps.store, row.id, turn);
  const attempt = attempts.find(({ n }) => n === trace.attempt);
  if (!attempt) return notMade(told, 'no_attempt');
  const given = attempt.given === null ? null : (JSON.parse(attempt.given) as Given);
  const era = await tried(deps, row.id, deps.openEra(versions as Versions));
  if (!era) return notMade(told, 'failed_now');
  const { seq } = answer;
  const context = await contextThen({
    store: deps.store,
    row,
    recorded,
    seq,
    inReplyTo,
    turn,
    versions: versions as Versions,
    given,
    questionnaires: era.questionnaires,
  });
  if (!context) return notMade(told, 'erased');
  const journal = answeringJournal(calls);
  const claim = {
    conversation: row.id,
    turn,
    attempt: trace.attempt,
    deaths: 0,
    fence: 0,
    eventSeqs: [],
    row,
  };
  const thought = think(heardThen(era.deps, given), claim, context, journal);
  const result = await tried(deps, row.id, thought);
  if (!result) return { ...notMade(told, 'failed_now'), missing: era.missing };
  return compared(told, wordsOf(recorded, turn), result, [
    ...era.missing,
    ...(given === null ? [{ what: 'portrait' as const, then: null, now: 'today' }] : []),
    ...versionsApart(versions, result.versions),
    ...journal.unknown.map(({ name }) => ({ what: 'tools' as const, then: null, now: name })),
  ]);
}

/** One answer that cannot be made again does not keep the others from it. Null: it failed. */
const tried = <Value>(
  { report }: ReplayDeps,
  conversation: string,
  work: Promise<Value>,
): Promise<Value | null> =>
  work.catch((error: unknown) => {
    report?.(error, `replay of ${conversation}`);
    return null;
  });

type Told = Pick<
  Replayed,
  'answer' | 'seq' | 'turn' | 'at' | 'kind' | 'then' | 'versions' | 'model'
>;

function toldOf(answer: Answer, versions: JsonObject): Told {
  const { seq, at, event } = answer;
  const model = event.trace?.model ?? null;
  const about = { answer, seq, at, turn: event.turn, versions, model };
  return event.kind === 'ReplyDecided'
    ? { ...about, kind: 'reply', then: event.statement.text }
    : { ...about, kind: 'draft', then: event.draft?.text ?? null };
}

const notMade = (told: Told, why: Replayed['why']): Replayed => ({
  ...told,
  outcome: 'not_made_again',
  why,
  now: null,
  differences: [],
  missing: [],
});

/** What a language model made of the messages is on record; asked again it might say something else. */
const heardThen = (deps: TurnDeps, given: Given | null): TurnDeps => {
  const heard = given?.understanding;
  return heard ? { ...deps, agent: { ...deps.agent, understand: async () => heard } } : deps;
};

const NAMED = ['rules', 'knowledge', 'prompts', 'intents'] as const;

const versionsApart = (then: JsonObject, now: JsonObject): readonly Missing[] =>
  NAMED.flatMap((what) =>
    then[what] === now[what]
      ? []
      : [{ what, then: String(then[what] ?? ''), now: String(now[what] ?? '') }],
  );

/** All that a turn said or would have said; how long it took is no part of it. */
function wordsOf(recorded: readonly Recorded[], turn: string): Json {
  return wordsIn(
    recorded.flatMap(({ event }) => ('turn' in event && event.turn === turn ? [event] : [])),
  );
}

const wordsIn = (events: readonly Recorded['event'][]): Json => {
  const words = events.flatMap((event): readonly object[] => {
    if (event.kind === 'DraftBlocked') return [event];
    if (event.kind !== 'ReplyDecided' && event.kind !== 'DraftOffered') return [];
    const { trace: _, ...rest } = event;
    return [rest];
  });
  // As it would have come back from the record.
  return JSON.parse(JSON.stringify(words)) as Json;
};

function compared(
  told: Told,
  then: Json,
  result: TurnResult,
  missing: readonly Missing[],
): Replayed {
  const apart = differences(then, wordsIn(result.events));
  return {
    ...told,
    outcome: apart.length === 0 ? 'identical' : 'different',
    why: null,
    now: saidIn(result),
    differences: apart,
    missing,
  };
}

function saidIn({ events }: TurnResult): string | null {
  const said = events.find(({ kind }) => kind === 'ReplyDecided' || kind === 'DraftOffered');
  if (said?.kind === 'ReplyDecided') return said.statement.text;
  return said?.kind === 'DraftOffered' ? (said.draft?.text ?? null) : null;
}
