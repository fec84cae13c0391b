import { once } from 'node:events';
import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import type { HouseDeps } from '../../conversation/house-stream.js';
import { keepInHouse } from '../../conversation/house-stream.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import type { Answer, Missing, ReplayDeps, Replayed } from '../../conversation/replay/replay.js';
import {
  MOST_ANSWERS,
  TooManyAnswers,
  isAnswer,
  replay,
} from '../../conversation/replay/replay.js';
import { readStream } from '../../conversation/stream.js';
import { toIso } from '../../terms/time.js';
import { markedWords } from './marked-words.js';
import { provenanceOf } from './provenance.js';

const TAG = 'review';

const MissingShown = z.object({
  what: z
    .enum(['program', 'archive', 'portrait', 'knowledge', 'prompts', 'rules', 'intents', 'tools'])
    .describe('what of that day could not be had again'),
  then: z.string().nullable(),
  now: z.string().nullable(),
}) satisfies z.ZodType<Missing>;

const SourceShown = z
  .object({
    role: z.enum(['template', 'document', 'product', 'figures', 'rules', 'program']),
    name: z.string(),
    title: z.string().nullable(),
    hash: z.string().nullable(),
    effective: z.string().nullable(),
    expires: z.string().nullable(),
    since: z.string().nullable().describe('since when it stood like this'),
    author: z.string().nullable(),
    approver: z.string().nullable().describe('null: nobody but the author'),
    vouched: z.string().nullable().describe('whom the text itself names as its approver'),
    approvedAt: z.string().nullable(),
    by: z
      .enum(['release', 'change', 'direct', 'unknown'])
      .describe('release: approved with it and signed by nobody else; change: by two people'),
    change: z.string().nullable(),
  })
  .meta({ id: 'AnswerSource' });

const ReplayedShown = z
  .object({
    seq: z.int(),
    turn: z.string().nullable(),
    at: z.string(),
    kind: z.enum(['reply', 'draft']),
    outcome: z
      .enum(['identical', 'different', 'not_made_again'])
      .describe('identical: byte for byte, with citations, figures, cards and wordings'),
    why: z.enum(['unasked', 'failed_then', 'failed_now', 'erased', 'no_attempt']).nullable(),
    then: z.string().nullable(),
    now: z.string().nullable(),
    marked: z
      .array(z.object({ sign: z.enum([' ', '-', '+']), text: z.string() }))
      .describe('the words of then and now as one: `-` only then, `+` only now'),
    differences: z.array(z.object({ place: z.string(), then: z.unknown(), now: z.unknown() })),
    missing: z.array(MissingShown),
    versions: z.looseObject({}),
    model: z.string().nullable(),
    sources: z.array(SourceShown).describe('who approved this sentence'),
  })
  .meta({ id: 'Replayed' });

export const ReplayShown = z.object({
  conversation: z.string(),
  identical: z.int(),
  different: z.int(),
  notMadeAgain: z.int(),
  answers: z.array(ReplayedShown),
});
export type ReplayShown = z.input<typeof ReplayShown>;

const SourcesShown = z.object({ sources: z.array(SourceShown) });
const Place = z.strictObject({
  conversation: z.string().min(1).max(200),
  seq: z.coerce.number().int().min(1),
});

const Body = z.strictObject({
  conversation: z.string().min(1).max(200),
  turn: z.int().min(1).nullable().default(null).describe('the n-th answer; null: all of them'),
  seq: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('the answer at this place of the record, instead of the n-th'),
});

/** Whoever signs in, and whoever stands at the machine itself. */
const DOORS = [
  { base: '/review', needs: 'review.read' },
  { base: '/operations', needs: 'terminal.review' },
] as const;

/** 回放: past answers made again on the versions of their day; that somebody looked goes on record. */
export const replayEndpoints = (deps: ReplayDeps & HouseDeps): readonly Endpoint[] =>
  DOORS.flatMap(({ base, needs }) => [
    endpoint({
      method: 'get',
      path: `${base}/conversations/{conversation}/answers/{seq}/sources`,
      tag: TAG,
      summary: 'Who approved this sentence: every text, product, figure and rule behind a reply',
      needs,
      params: Place,
      answer: SourcesShown,
      run: async ({ params: { conversation, seq } }) => {
        const answer = await answerAt(deps, conversation, seq);
        if (!answer) throw new Problem(404, notAnAnswer(conversation, seq));
        return { sources: await sourcesOf(deps, answer) };
      },
    }),
    endpoint({
      path: `${base}/replays`,
      needs,
      method: 'post',
      tag: TAG,
      summary: 'Past answers made again on the versions of their day, and what is different',
      body: Body,
      answer: ReplayShown,
      secretAnswer: true,
      refusals: [422, 503],
      run: async ({ caller, body: { conversation, seq, turn: nth } }) => {
        const turn = seq === null ? nth : await nthAt(deps, conversation, seq);
        const answers = await inTime((signal) => replay(deps, conversation, { nth: turn, signal }));
        if (!answers) throw new Problem(404, `没有会话 ${conversation}`);
        if (turn !== null && answers.length === 0) throw new Problem(404, `没有第 ${turn} 条回复`);
        const event = { kind: 'ConversationReplayed', conversation, turn, by: caller.id } as const;
        await keepInHouse(deps, event);
        return shown(deps, conversation, answers);
      },
    }),
  ]);

const PATIENCE_MS = 60_000;

/** The models of another release are learned first, which goes on after whoever asked has given up. */
async function inTime<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const late = once(signal, 'abort').then(() => {
    throw new Problem(503, '重做这些回复要花的时间太长，请稍后再试，或者一次只重做一条', {
      'retry-after': '30',
    });
  });
  return Promise.race([work(signal), late]).catch((error: unknown) => {
    if (!(error instanceof TooManyAnswers)) throw error;
    const said = `这个会话有 ${error.answers} 条回复，一次最多重做 ${MOST_ANSWERS} 条，请按序号一条一条来`;
    throw new Problem(422, said);
  });
}

/** Which answer of a conversation stands there. */
async function nthAt({ store }: ReplayDeps, conversation: string, seq: number): Promise<number> {
  const talk = await findConversation(store, conversation);
  const answers = talk ? (await readStream(store, conversation)).filter(isAnswer) : [];
  const at = answers.findIndex((one) => one.seq === seq);
  if (at < 0) throw new Problem(404, notAnAnswer(conversation, seq));
  return at + 1;
}

const notAnAnswer = (conversation: string, seq: number): string =>
  `会话 ${conversation} 的第 ${seq} 条记录不是回复`;

async function answerAt(
  { store }: ReplayDeps,
  conversation: string,
  seq: number,
): Promise<Answer | null> {
  if (!(await findConversation(store, conversation))) return null;
  const [one] = await readStream(store, conversation, seq - 1, 1);
  return one && isAnswer(one) ? one : null;
}

async function sourcesOf({ store }: ReplayDeps, { event, at }: Answer) {
  const sources = await provenanceOf(store, { ...event, at });
  return sources.map((one) => ({
    ...one,
    since: one.since === null ? null : toIso(one.since),
    approvedAt: one.approvedAt === null ? null : toIso(one.approvedAt),
  }));
}

async function shown(
  deps: ReplayDeps,
  conversation: string,
  answers: readonly Replayed[],
): Promise<ReplayShown> {
  const count = (outcome: Replayed['outcome']) =>
    answers.filter((one) => one.outcome === outcome).length;
  return {
    conversation,
    identical: count('identical'),
    different: count('different'),
    notMadeAgain: count('not_made_again'),
    answers: await Promise.all(answers.map((one) => answerShown(deps, one))),
  };
}

type Shown = ReplayShown['answers'][number];

/** What was not made again is no other than it was. */
const markedIn = ({ then, now }: Pick<Replayed, 'then' | 'now'>) =>
  markedWords(then ?? '', now ?? then ?? '');

async function answerShown(deps: ReplayDeps, { answer, ...replayed }: Replayed): Promise<Shown> {
  return {
    ...replayed,
    at: toIso(replayed.at),
    marked: [...markedIn(replayed)],
    differences: [...replayed.differences] as Shown['differences'],
    missing: [...replayed.missing],
    versions: replayed.versions as Shown['versions'],
    sources: await sourcesOf(deps, answer),
  };
}
