import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foldHandoff } from '../../src/conversation/handoff/evolve.js';
import { readStream } from '../../src/conversation/stream.js';
import type { Store } from '../../src/store/store.js';
import { violations } from '../conversation/handoff/ownership.js';
import type { Ground } from './ground.js';
import { grounds } from './ground.js';
import { openTalk, post, startService } from './service.js';

/** kill -9 in the middle of a handoff: the pen is in one hand afterwards, and no message is lost. */

const ROUND_MS = 120_000;

/** What is under way when the process dies; each commits once. */
const ACTS = ['claim', 'say', 'message'] as const;
const POINTS = ACTS.flatMap((act) => (['before', 'after'] as const).map((when) => ({ act, when })));

const HELLO = '您好，我来接着为您看。';

describe.each(grounds)('a kill -9 in a handoff, on $name', ({ prepare }) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await prepare();
  });
  afterEach(async () => {
    await ground.remove();
  });

  it.each(POINTS)(
    '$when the commit of a $act: one pen, every word once',
    async ({ act, when }) => {
      const dying = await startService(ground.env, 1, when);
      const advisor = terminalOf(ground);
      const talk = await openTalk(dying.url);
      const store = await ground.open();
      await post(dying.url, talk, 'm1', '转人工');
      await until(store, talk.id, 'HandoffRequested');
      if (act !== 'claim') expect(await claim(dying.url, advisor, talk.id)).toBe(true);
      await dying.arm();
      const doing = {
        claim: (url: string) => claim(url, advisor, talk.id),
        say: (url: string) => say(url, advisor, talk.id),
        message: (url: string) => post(url, talk, 'm2', '存款保险最多赔多少'),
      }[act];
      const acknowledged = await doing(dying.url);
      await dying.gone;
      expect(acknowledged).toBe(false);
      const next = await startService(ground.env);
      const isDone = (await kindsIn(store, talk.id)).includes(KINDS[act]);
      expect(isDone || when === 'before').toBe(true);
      // Whoever got no answer does it again: what is on record already is not there twice.
      if (!(act === 'say' && isDone)) expect(await doing(next.url)).toBe(true);
      if (act === 'message') await until(store, talk.id, 'DraftOffered');
      const recorded = await readStream(store, talk.id);
      const state = foldHandoff(recorded);
      expect([state.pen, state.person?.id]).toEqual(['advisor', 'advisor1']);
      const kinds = recorded.map(({ event }) => event.kind);
      expect(kinds.filter((kind) => kind === 'PenTaken')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'AdvisorSaid')).toHaveLength(act === 'say' ? 1 : 0);
      expect(kinds.filter((kind) => kind === 'MessageReceived')).toHaveLength(
        act === 'message' ? 2 : 1,
      );
      expect(await violations(store, talk.id)).toEqual([]);
      next.kill();
      await next.gone;
      await store.close();
    },
    ROUND_MS,
  );
});

const KINDS = { claim: 'PenTaken', say: 'AdvisorSaid', message: 'MessageReceived' } as const;

const kindsIn = async (store: Store, id: string): Promise<readonly string[]> =>
  (await readStream(store, id)).map(({ event }) => event.kind);

async function until(store: Store, id: string, kind: string): Promise<void> {
  while (!(await kindsIn(store, id)).includes(kind)) await new Promise(setImmediate);
}

/** The command line serves as whichever advisor it names: nobody has to be signed in. */
const terminalOf = (ground: Ground): string =>
  readFileSync(join(ground.env['DATA_DIR']!, 'cli-token'), 'utf8').trim();

/** Whether it was acknowledged. */
async function asAdvisor(url: string, token: string, path: string, body: object) {
  const response = await fetch(`${url}/api/v1/desk/as/advisor1/conversations/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  return response?.ok ?? false;
}

const claim = (url: string, token: string, id: string) => asAdvisor(url, token, `${id}/claim`, {});
const say = (url: string, token: string, id: string) =>
  asAdvisor(url, token, `${id}/say`, { text: HELLO });
