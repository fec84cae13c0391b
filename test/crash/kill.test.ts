import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violations } from './checker.js';
import type { Conversation } from './service.js';
import { openTalk, post, startService } from './service.js';
import type { Ground } from './ground.js';
import { grounds } from './ground.js';

/** `npm run test:crash` sets how many blind kills, and adds PostgreSQL and every point; every round has its minute. */
const ROUNDS = process.env['CRASH_ROUNDS'];
const BLIND_KILLS = Number(ROUNDS ?? 1);
const ROUND_MS = 60_000;

/** A turn of one message commits three times: intake, claim, finish. `npm test` dies once, acknowledged and unanswered. */
const POINTS = [1, 2, 3]
  .flatMap((commit) => (['before', 'after'] as const).map((when) => ({ commit, when })))
  .filter(({ commit, when }) => ROUNDS !== undefined || (commit === 1 && when === 'after'));

describe.each(grounds)('a kill -9 on $name', ({ prepare }) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await prepare();
  });

  afterEach(async () => {
    await ground.remove();
  });

  it.each(POINTS)(
    '$when commit $commit of a turn loses nothing and answers once',
    async ({ commit, when }) => {
      const dying = await startService(ground.env, commit, when);
      const talk = await openTalk(dying.url);
      await dying.arm();
      const acknowledged = await post(dying.url, talk, 'm1', '存款保险最多赔多少');
      await dying.gone;
      const next = await startService(ground.env);
      // A client that got no answer posts again under the same key.
      if (!acknowledged) expect(await post(next.url, talk, 'm1', '存款保险最多赔多少')).toBe(true);
      await settled(ground);
      next.kill();
      await next.gone;
      expect(await check(ground, new Map([[talk.id, ['m1']]]))).toEqual([]);
    },
    2 * ROUND_MS,
  );

  it(
    'at any time under load loses nothing that was acknowledged',
    async () => {
      const random = seeded(Number(process.env['CRASH_SEED'] ?? 20261125));
      const acknowledged = new Map<string, string[]>();
      let first = (): void => undefined;
      const answered = new Promise<void>((resolve) => (first = resolve));
      const keep = (talk: string, key: string) => {
        acknowledged.set(talk, [...(acknowledged.get(talk) ?? []), key]);
        first();
      };
      let talks: Conversation[] = [];
      for (let round = 0; round < BLIND_KILLS; round += 1) {
        const service = await startService(ground.env);
        if (talks.length === 0) {
          talks = await Promise.all(Array.from({ length: 5 }, () => openTalk(service.url)));
        }
        const load = talks.map((talk, index) =>
          talkOn(service.url, talk, `${round}-${index}`, keep),
        );
        const delay = 30 + random() * 400;
        // The first round acknowledges something, however busy the machine is.
        if (round === 0) await answered;
        setTimeout(service.kill, delay);
        await Promise.all([...load, service.gone]);
      }
      const last = await startService(ground.env);
      await settled(ground);
      last.kill();
      await last.gone;
      expect([...acknowledged.values()].flat().length).toBeGreaterThan(0);
      expect(await check(ground, acknowledged)).toEqual([]);
    },
    (BLIND_KILLS + 1) * ROUND_MS,
  );
});

async function check(
  ground: Ground,
  acknowledged: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const store = await ground.open();
  const found = await violations(store, acknowledged);
  await store.close();
  return found;
}

/** Waits until nothing waits in the inbox, as a later process would find it. */
async function settled(ground: Ground): Promise<void> {
  const store = await ground.open();
  for (;;) {
    const open = await store.db
      .selectFrom('inbox')
      .select('seq')
      .where('state', 'in', ['new', 'taken'])
      .execute();
    if (open.length === 0) break;
    await new Promise(setImmediate);
  }
  await store.close();
}

async function talkOn(
  url: string,
  talk: Conversation,
  prefix: string,
  keep: (talk: string, key: string) => void,
): Promise<void> {
  for (let i = 0; i < 1_000; i += 1) {
    const key = `${prefix}-${i}`;
    if (!(await post(url, talk, key, '风险测评多久有效'))) return;
    keep(talk.id, key);
  }
}

/** Park–Miller: the seed names the run. */
function seeded(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
