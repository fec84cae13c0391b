import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDialogues } from '../../src/cli/dialogues/dialogue.js';
import { play } from '../../src/cli/dialogues/play.js';
import type { Behaviour, Script } from '../agent/models/scripted-openai.js';
import {
  answers,
  breaksOff,
  calls,
  fails,
  says,
  sends,
  streams,
} from '../agent/models/scripted-openai.js';
import { chosen } from './chosen.js';
import type { ServedByModel } from './talk-with-model.js';
import { serveByModel } from './talk-with-model.js';

const order = { name: 'place_order', args: { code: 'QY0021' }, id: 'same' };

/** What real servers do now and then (reliability.md F2), short of keeping a test waiting. */
const MISCHIEF: readonly Behaviour[] = [
  fails(500),
  breaksOff(),
  calls({ name: 'search_knowledge', args: '{"query":' }),
  calls({ name: 'transfer', args: { yuan: 10_000 } }),
  calls(order, order),
  says(''),
  answers({ text: '费率是', finish: 'length' }),
  says('It takes three working days [1].'),
  says('放心，这款理财保本，稳赚不赔 [1]。'),
  says(`${'到账 '.repeat(300)}[1]`),
  fails(429, { 'retry-after': '0' }),
  sends('{"choices":['),
  streams([{ delta: { content: '费' } }]),
  answers({ text: '', finish: 'content_filter' }),
  says('长'.repeat(1_700_000)),
];

/** Every so many requests one goes wrong, each time in another way. */
const EVERY = 3;
const unreliable =
  (competent: Script): Script =>
  (request, count) => {
    const mischief = MISCHIEF[Math.floor(count / EVERY) % MISCHIEF.length] as Behaviour;
    return count % EVERY === EVERY - 1 ? mischief : competent(request, count);
  };

const dialogues = chosen(loadDialogues('test/dialogues')).filter((_, at) => at % 2 === 0);
let served: ServedByModel;

beforeAll(async () => {
  served = await serveByModel(unreliable);
});

afterAll(async () => {
  await served.stop();
});

describe('whatever the model’s server does', () => {
  it.each(dialogues.map((dialogue) => [dialogue.id, dialogue] as const))(
    '%s holds',
    async (_id, dialogue) => {
      expect((await play(served.running.app, dialogue, served.running.clock)).faults).toEqual([]);
    },
    120_000,
  );

  it('it was asked throughout, and others answered only where it failed', async () => {
    const fallbacks = await served.fallbacks();
    const wrong = Math.floor(served.server.requests.length / EVERY);
    const taken = Object.values(fallbacks).reduce((sum, count) => sum + count, 0);
    expect(wrong).toBeGreaterThanOrEqual(MISCHIEF.length);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(served.server.requests.length / 2);
  });
});
