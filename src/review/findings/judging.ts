import type { Judge, JudgedLine, Suspicion } from '../../agent/judge/suspicion.js';
import type { ModelFailure } from '../../agent/models/model-error.js';
import { ModelError } from '../../agent/models/model-error.js';
import { identifiersIn } from '../../compliance/identifiers.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import { readStream } from '../../conversation/stream.js';
import { CONCERN_RULES, JUDGE_BASIS } from './concerns.js';
import type { Found } from './inspect.js';
import type { InspectionDeps } from './inspection.js';
import { drawnWrites, isWithPerson, kept } from './inspection.js';
import { setJudged, unjudged, unsettle } from './queries.js';
import type { SaidWords } from './reading.js';
import { wordsIn } from './reading.js';

export interface JudgingDeps {
  readonly inspection: InspectionDeps;
  readonly judge: Judge;
  /** Names the model; stands with every finding of its. */
  readonly version: string;
}

/** A house that takes a model into use does not have all its history read for money. */
const BACK_MS = 7 * 86_400_000;
const AT_ONCE = 20;
/** The job has a lease to renew. */
const STRETCH_MS = 5_000;

/**
 * A job: has a large model read once more what the rules have read. It adds and clears nothing. What the
 * model will not read is passed over; throws a ModelError where there was no answer at all, to go on later.
 */
export async function judgeRested(deps: JudgingDeps): Promise<number> {
  const { store, now } = deps.inspection;
  const until = now() + STRETCH_MS;
  let read = 0;
  for (const { id, through } of await unjudged(store, now() - BACK_MS, AT_ONCE)) {
    await judgeOne(deps, id, through);
    read += 1;
    if (now() >= until) break;
  }
  return read;
}

async function judgeOne(
  { inspection, judge, version }: JudgingDeps,
  id: string,
  through: number,
): Promise<void> {
  const { store } = inspection;
  const row = await findConversation(store, id);
  if (!row || row.restricted_at !== null) return;
  const events = await readStream(store, id);
  const said = wordsIn(events).filter(({ seq }) => seq <= through);
  const suspicions = await suspected(judge, said);
  const found = suspicions.map((one) => foundBy(one, said));
  const withPerson = isWithPerson(events);
  await store.commit([
    unsettle(store, id, 'model'),
    ...found.map((one) => kept(inspection, id, one, version)),
    ...(await drawnWrites(inspection, row, { found, withPerson })),
    setJudged(store, id, through),
  ]);
}

/** This talk, and not the provider, is why there was no answer. */
const UNREADABLE: readonly ModelFailure[] = [
  'content_filter',
  'length',
  'malformed',
  'rejected',
  'too_large',
];

async function suspected(judge: Judge, said: readonly SaidWords[]) {
  if (said.every(({ speaker }) => speaker === 'customer')) return [];
  try {
    return await judge(said.map(covered));
  } catch (error) {
    if (error instanceof ModelError && UNREADABLE.includes(error.reason)) return [];
    throw error;
  }
}

/** Identifiers stay in the house; a star for each of their signs, so that places stay what they are. */
function covered({ seq, speaker, text }: SaidWords): JudgedLine {
  const open = identifiersIn(text).reduce(
    (words, { start, end }) =>
      `${words.slice(0, start)}${'*'.repeat(end - start)}${words.slice(end)}`,
    text,
  );
  return { seq, speaker, text: open };
}

function foundBy({ concern, ...place }: Suspicion, said: readonly SaidWords[]): Found {
  const words = said.find(({ seq }) => seq === place.seq);
  return {
    ...place,
    rule: CONCERN_RULES[concern].id,
    severity: 'soft',
    basis: JUDGE_BASIS,
    at: words?.at ?? 0,
    by: words?.by ?? null,
    then: 'passed',
  };
}
