import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDialogues } from '../../src/cli/dialogues/dialogue.js';
import type { Played } from '../../src/cli/dialogues/play.js';
import { play } from '../../src/cli/dialogues/play.js';
import { figuresOf } from '../../src/cli/dialogues/report.js';
import { chosen } from './chosen.js';
import type { ReplyDecided } from '../../src/conversation/events.js';
import type { ServedByModel } from './talk-with-model.js';
import { serveByModel } from './talk-with-model.js';

/** `npm run test:dialogues` holds every conversation, several times over; `npm test` holds some once. */
const TRIALS = Number(process.env['DIALOGUE_TRIALS'] ?? 0);
const FOLDER = process.env['DIALOGUES'] ?? 'test/dialogues';
const TURN_MS = 10_000;

const all = loadDialogues(FOLDER);
const dialogues = TRIALS > 0 ? all : chosen(all);
const trials: Played[][] = Array.from({ length: Math.max(TRIALS, 1) }, () => []);
let served: ServedByModel;

beforeAll(async () => {
  served = await serveByModel();
});

afterAll(async () => {
  if (TRIALS > 0) await print();
  await served.stop();
});

const isUnderstoodByModel = ({ trace }: ReplyDecided): boolean =>
  trace?.model === 'openai/scripted';
const isInWordsOfModel = ({ statement }: ReplyDecided): boolean =>
  statement.wording.some(({ id }) => id === 'llm.understand');

async function print(): Promise<void> {
  const { failed: _, ...figures } = figuresOf(trials);
  const replies = trials.flat().flatMap((played) => played.replies);
  const turns = {
    replies: replies.length,
    understood_by_model: replies.filter(isUnderstoodByModel).length,
    in_words_of_model: replies.filter(isInWordsOfModel).length,
    drafts_stopped: replies.filter(({ trace }) => (trace?.findings.length ?? 0) > 0).length,
    requests: served.server.requests.length,
    fallbacks: await served.fallbacks(),
  };
  for (const [name, value] of Object.entries({ ...figures, ...turns })) {
    process.stdout.write(`${name} ${JSON.stringify(value)}\n`);
  }
}

describe('a language model behind the wire holds', () => {
  it.each(dialogues.map((dialogue) => [dialogue.id, dialogue] as const))(
    '%s',
    async (_id, dialogue) => {
      for (const trial of trials)
        trial.push(await play(served.running.app, dialogue, served.running.clock));
      expect(trials.flatMap((trial) => trial.at(-1)?.faults ?? [])).toEqual([]);
    },
    TURN_MS * 20 * trials.length,
  );
});
