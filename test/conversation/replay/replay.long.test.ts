import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDialogues } from '../../../src/cli/dialogues/dialogue.js';
import { play } from '../../../src/cli/dialogues/play.js';
import type { Era, Replayed } from '../../../src/conversation/replay/replay.js';
import { MOST_ANSWERS, TooManyAnswers, replay } from '../../../src/conversation/replay/replay.js';
import { append, readStream } from '../../../src/conversation/stream.js';
import { GENESIS_HASH } from '../../../src/ledger/chain.js';
import { importFiles } from '../../../src/profiles/import/import.js';
import { ingest } from '../../../src/retrieval/ingest.js';
import { customerId } from '../../../src/terms/ids.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';
import { databases } from '../../store/databases.js';
import { startTalk } from '../../talk.js';
import { calls, inOrder, says, startScriptedOpenai } from '../../agent/models/scripted-openai.js';

/** Past answers made again, whatever has changed since. */

const ALL = loadDialogues('test/dialogues');
const every = (nth: number) => ALL.filter((_, at) => at % nth === 0);

let service: RunningApp;
const deps = () => ({ store: service.app.store, openEra: service.app.openEra });

async function allReplayed(): Promise<readonly Replayed[]> {
  const rows = await service.app.store.db.selectFrom('conversation').select('id').execute();
  const replayed: Replayed[] = [];
  for (const { id } of rows) replayed.push(...((await replay(deps(), id)) ?? []));
  return replayed;
}

const recordedEvents = () =>
  service.app.store.db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll().as('events'))
    .executeTakeFirstOrThrow();

const notIdentical = (replayed: readonly Replayed[]) =>
  replayed.filter(({ outcome, why, missing }) => {
    return (outcome !== 'identical' && why !== 'unasked') || missing.length > 0;
  });

/** A whole house of changes: knowledge, a product, and who the customer is. */
async function changeEverything(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-replay-'));
  const { store, knowledge } = service.app;
  const document = [
    '---',
    'kind: faq',
    'title: 风险等级是什么意思',
    'issuer: 本机构',
    'authority: house',
    'effective: 2026-01-01',
    'expires: null',
    'source: null',
    'verified: true',
    'asks:',
    '  - 风险等级是什么意思',
    '  - R1 到 R5 是什么意思',
    '---',
    '风险等级的写法改过了：一共五级，数字越大波动越大。',
  ];
  writeFileSync(join(folder, 'risk-levels.md'), `${document.join('\n')}\n`);
  const report = await ingest(store, [folder], { now: service.app.askDeps.now() });
  rmSync(folder, { recursive: true });
  expect(report).toMatchObject({ added: 1, refused: [] });
  await knowledge.refresh();
  const rows = [
    { path: 'products.csv', text: PRODUCTS },
    { path: 'customers.csv', text: 'id,name,born\nC1001,另一个名字,1940-01-01\n' },
  ];
  expect(await importFiles(store, rows, { kind: null, dryRun: false, now: 0 })).toMatchObject({
    kinds: { products: { updated: 1 }, customers: { updated: 1 } },
    faults: 0,
  });
}

let PRODUCTS = '';

async function renamedProduct(): Promise<string> {
  const { store } = service.app;
  const row = await store.db.selectFrom('product').selectAll().limit(1).executeTakeFirstOrThrow();
  const { code, type, regime, issuer, asOf } = JSON.parse(row.body) as Record<string, string>;
  return `code,name,type,regime,issuer,status,asOf\n${code},改了名的产品,${type},${regime},${issuer},closed,${asOf}\n`;
}

describe.each(databases)('answers of the past on $name', ({ name, environment }) => {
  /** Every so many of the dialogues are held: they are the same on either database. */
  const share = name === 'sqlite' ? 15 : 60;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const given = await environment();
    remove = given.remove;
    service = await runApp(given.env);
    for (const dialogue of every(share)) await play(service.app, dialogue, service.clock);
    PRODUCTS = await renamedProduct();
  }, 180_000);
  afterAll(async () => {
    await service.stop();
    await remove();
  });

  it('come out byte for byte as they were said, and nothing is written', async () => {
    const before = await recordedEvents();
    const replayed = await allReplayed();
    expect(await recordedEvents()).toEqual(before);
    const identical = replayed.filter(({ outcome }) => outcome === 'identical').length;
    expect(identical).toBeGreaterThan(name === 'sqlite' ? 50 : 10);
    expect(notIdentical(replayed)).toEqual([]);
  }, 120_000);

  it('still do after knowledge, a product and the customer have changed', async () => {
    await changeEverything();
    expect(notIdentical(await allReplayed())).toEqual([]);
  }, 120_000);

  it('rest on the need and the plans that were known then, not on those of today', async () => {
    const { app } = service;
    const planned = async (sum: string) => {
      const talk = await startTalk(app, customerId('C1003'));
      await talk.say(`我有${sum}，想存着给孩子五年后上大学，最多亏一成，到时候才用`);
      await talk.say('对');
    };
    await planned('三十万');
    const talk = await startTalk(app, customerId('C1003'));
    for (const words of ['给我个方案', '对', '我的方案怎么样了']) await talk.say(words);
    await planned('四十万');
    const replayed = (await replay(deps(), talk.id)) ?? [];
    expect(replayed.map(({ outcome }) => outcome)).toEqual(['identical', 'identical', 'identical']);
    expect(replayed[0]?.then).toContain('30 万元');
    expect(replayed[1]?.then).toContain('正在等持证顾问审核');
  });

  it('hold a plan against the one whose place it took that day, whatever took its own since', async () => {
    const talk = await startTalk(service.app, customerId('C1002'));
    await talk.say('我有二十万，两年后装修，最多亏3%，到时候才用');
    for (const words of ['对', '那最多亏2%吧', '对', '跟刚才那个方案比有什么不同']) {
      await talk.say(words);
    }
    for (const words of ['那最多亏1%吧', '对']) await talk.say(words);
    const replayed = (await replay(deps(), talk.id)) ?? [];
    expect(notIdentical(replayed)).toEqual([]);
    expect(replayed[4]?.then).toContain('原来最多亏 3%，现在最多亏 2%');
  });

  it('show what is different where something else speaks, and what of that day was not to be had', async () => {
    const { app } = service;
    const talk = await startTalk(app, customerId('C1003'));
    await talk.say('什么是基金定投？');
    const [mine] = (await replay(deps(), talk.id)) ?? [];
    expect(mine).toMatchObject({ outcome: 'identical', missing: [] });
    const openEra = async (versions: Parameters<typeof app.openEra>[0]): Promise<Era> => {
      const era = await app.openEra(versions);
      return { ...era, deps: { ...era.deps, aiLabel: '小屿二号 · AI 生成' } };
    };
    const [other] = (await replay({ store: app.store, openEra }, talk.id)) ?? [];
    expect(other).toMatchObject({
      outcome: 'different',
      differences: [
        { place: '0.statement.aiLabel', then: '小屿 · AI 生成', now: '小屿二号 · AI 生成' },
      ],
    });
  });

  it('say it plainly where the program or the archive of that day is gone', async () => {
    const { app } = service;
    const talk = await startTalk(app);
    await talk.say('什么是基金定投？');
    const openEra = ({ archive: _, ...versions }: Parameters<typeof app.openEra>[0]) =>
      app.openEra(versions);
    const [one] = (await replay({ store: app.store, openEra }, talk.id)) ?? [];
    expect(one?.missing.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['program', 'archive']),
    );
  });

  it('still do where they rest on what was confirmed in an earlier conversation', async () => {
    const { app } = service;
    const customer = customerId('C1003');
    const first = await startTalk(app, customer);
    await first.say('我有三十万，想存着给孩子五年后上大学，最多亏一成，到时候才用');
    await first.say('对');
    const second = await startTalk(app, customer);
    await second.say('给我个方案');
    expect(notIdentical((await replay(deps(), second.id)) ?? [])).toEqual([]);
  });

  it('are not made again where that day cannot be opened, which is told to whoever is on call', async () => {
    const { app } = service;
    const talk = await startTalk(app);
    await talk.say('什么是基金定投？');
    const reported: unknown[] = [];
    const openEra = () => Promise.reject(new Error('the archive has lost a file'));
    const report = (error: unknown) => void reported.push(error);
    expect(await replay({ store: app.store, openEra, report }, talk.id)).toMatchObject([
      { outcome: 'not_made_again', why: 'failed_now' },
    ]);
    expect(reported).toEqual([new Error('the archive has lost a file')]);
  });

  it('are none where nobody ever talked', async () => {
    expect(await replay(deps(), 'nowhere')).toBeNull();
  });

  it('are not made again in thousands, nor for whoever waits no longer', async () => {
    const { app } = service;
    const talk = await startTalk(app);
    const reply = await talk.say('什么是基金定投？');
    const late = AbortSignal.abort(new Error('too late'));
    await expect(replay(deps(), talk.id, { signal: late })).rejects.toThrow('too late');
    const { seq = 0, at = 0 } = (await readStream(app.store, talk.id)).at(-1) ?? {};
    const same = { actor: 'assistant', at, event: { ...reply, turn: 'another' } } as const;
    const many = Array.from({ length: MOST_ANSWERS }, () => same);
    const head = { nextSeq: seq + 1, headHash: GENESIS_HASH };
    await app.store.commit(append(app.store, 'test', talk.id, head, many).writes);
    await expect(replay(deps(), talk.id)).rejects.toThrow(TooManyAnswers);
    expect(await replay(deps(), talk.id, { nth: 1 })).toMatchObject([{ outcome: 'identical' }]);
  });
});

describe('an answer of a language model', () => {
  it('is made again from what it understood then, and the model is not asked', async () => {
    const words = '同一家银行里本金加利息，50 万元以内全额赔付 [1]。';
    const lookedUp = { name: 'search_knowledge', args: { query: '存款保险赔多少' } };
    const server = await startScriptedOpenai(inOrder(calls(lookedUp), says(words)));
    const running = await runApp({ OPENAI_BASE_URL: server.baseURL, OPENAI_MODEL: 'house-model' });
    try {
      const talk = await startTalk(running.app);
      expect((await talk.say('存款保险最多赔多少')).statement.text).toBe(words);
      const asked = server.requests.length;
      const { store, openEra } = running.app;
      expect(await replay({ store, openEra }, talk.id)).toMatchObject([
        {
          outcome: 'identical',
          now: words,
          model: 'openai/house-model',
          versions: { model: 'house-model' },
          differences: [],
          missing: [],
        },
      ]);
      expect(server.requests).toHaveLength(asked);
    } finally {
      await running.stop();
      await server.close();
    }
  }, 60_000);
});
